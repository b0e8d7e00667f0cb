using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>What one answer says to a sender: data that card, mail and page are made from. Of what the customer wrote it holds whom a request is about, and no more.</summary>
public sealed record Answer
{
    /// <summary>The language.</summary>
    public Language Language { get; init; }

    /// <summary>The listed person's name for the greeting; null for anybody else.</summary>
    public string? Greeting { get; init; }

    /// <summary>The requests in the order of the message. Empty: the neutral answer to a sender who cannot be tied to a customer.</summary>
    public ImmutableArray<AnsweredRequest> Requests { get; init; } = [];

    /// <summary>Secrets were masked in the message: the answer advises to change them.</summary>
    public bool SecretReceived { get; init; }

    /// <summary>The reader is an administrator or direction of the customer: findings that concern them alone are shown too.</summary>
    public bool ReaderIsAdministrator { get; init; }

    /// <summary>
    /// The reader belongs to another company: nothing but a reference, and that the customer's administrator confirms. A finding
    /// <c>third-party</c> on any of the requests says the same.
    /// </summary>
    public bool ReaderIsThirdParty { get; init; }

    /// <summary>The message asked for nothing: said only where people chat and wait for an answer.</summary>
    public bool NothingAsked { get; init; }

    /// <summary>The mail was too large to be read: nothing is registered.</summary>
    public bool TooLarge { get; init; }

    /// <summary>The message was a follow-up of these requests rather than a new one.</summary>
    public bool FollowUp { get; init; }

    /// <summary>The follow-up changed something: it confirmed, completed, reopened or took back a request. False for a new message.</summary>
    public bool Changed { get; init; }
}

/// <summary>One request in an answer.</summary>
public sealed record AnsweredRequest
{
    /// <summary>What people call it.</summary>
    public required RequestReference Reference { get; init; }

    /// <summary>The operation's identifier.</summary>
    public required string OperationId { get; init; }

    /// <summary>
    /// The person, address or team concerned, as the message wrote it: hostile text, shown on one line, cut at 120 characters and never
    /// linked. Null where nobody is named. Not shown where details are withheld or the operation is unsure; technicians always read it.
    /// </summary>
    public string? About { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What follows.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Every finding, in the order of the clauses.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What is promised about time.</summary>
    public Promise Promise { get; init; }

    /// <summary>The hours that start with a valid written request, as the readings in force say them.</summary>
    public int Hours { get; init; } = 48;

    /// <summary>
    /// When it is due; null where nothing is counted. While the clock does not run it is a shadow date: technicians read it as a
    /// provisional one, and a customer does not read it.
    /// </summary>
    public Due? Due { get; init; }

    /// <summary>While the customer owes an answer the clock stands still (a reading): then it is said.</summary>
    public bool Paused { get; init; } = true;

    /// <summary>
    /// The article that promises the time to this customer: 11 or 14, as subscribed, or 22. Null: no part that promises it is
    /// subscribed, and no article is named.
    /// </summary>
    public Article? PromisedUnder { get; init; }

    /// <summary>The date given by the customer, in Paris; null when none was.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>A sender who is known but not proven reads reference, category and date, and no details.</summary>
    public bool DetailsWithheld { get; init; }

    /// <summary>What was done in Microsoft 365 for it, and who approved that; null where nothing was, and for a reader who may not know.</summary>
    public WorkReport? Work { get; init; }

    /// <summary>The reader left the sorting to a technician: the answer does not claim to have understood.</summary>
    public bool Abstained { get; init; }

    /// <summary>
    /// Where the reader confirms a draft by one click (Art. 9), an absolute address that stands for this request and this reader; null where
    /// there is no such page. Said only of a draft that has to be confirmed in the application.
    /// </summary>
    public string? ConfirmAt { get; init; }

    /// <summary>
    /// Where the reader says yes or no to it, an absolute address that stands for this request as it is asked and for this reader; null where
    /// there is no such page, or it is not theirs to decide.
    /// </summary>
    public string? DecideAt { get; init; }

    /// <summary>Since when the clock stands still for the customer's answer, UTC; null while it does not.</summary>
    public DateTimeOffset? PausedSince { get; init; }
}

/// <summary>What an internal alert says. Holds no text of the customer but whom a request is about.</summary>
/// <param name="Reason">The machine reason of the effect.</param>
/// <param name="Customer">The customer's name; null when unknown.</param>
/// <param name="Requests">The requests concerned.</param>
/// <param name="Intake">The message's key, to be found on the local page.</param>
/// <param name="ReceivedAt">When it was received, UTC.</param>
public sealed record TechnicianAlert(
    string Reason, string? Customer, ImmutableArray<AnsweredRequest> Requests, IntakeKey Intake, DateTimeOffset ReceivedAt)
{
    /// <summary>A stranger wrote; somebody has to sort the message.</summary>
    public const string UnknownSender = "unknown-sender";

    /// <summary>More strangers write than there are alerts.</summary>
    public const string UnknownFlood = "unknown-flood";

    /// <summary>The customer whose domain the stranger's resembles, a sign of deceit; null where it resembles none.</summary>
    public string? Resembles { get; init; }

    /// <summary>Until when the customer is to be notified of a breach, UTC (RGPD V); null where no such time is open.</summary>
    public DateTimeOffset? NotifyBy { get; init; }

    /// <summary>Who decides about the breach: the technician who has it, else SI-ONE's data protection officer; null where nobody is named.</summary>
    public string? InCharge { get; init; }

    /// <summary>What whoever answers for personal data reads besides; null for technicians.</summary>
    public ProtectionFacts? Protection { get; init; }

    /// <summary>Who of the customer's said yes; null where nobody has to.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>It is about the product itself: there is no message, and the instant is since when.</summary>
    public bool IsAlarm { get; init; }

    /// <summary>Which mailbox an alarm is about, under the operator's name for it; null where there is one alone.</summary>
    public string? About { get; init; }
}

/// <summary>What whoever answers for personal data at SI-ONE needs, and technicians find on the page.</summary>
/// <param name="AskedBy">The listed name or the address of who asked; null where neither is known.</param>
/// <param name="Proven">Their identity is verified.</param>
/// <param name="Said">What they wrote, secrets masked: hostile text. Null where it was erased.</param>
public sealed record ProtectionFacts(string? AskedBy, bool Proven, string? Said);
