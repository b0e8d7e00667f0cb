using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Requests;

/// <summary>The state of one request: what folding its journal gives.</summary>
public sealed record Request
{
    /// <summary>What people call it.</summary>
    public required RequestReference Reference { get; init; }

    /// <summary>The conversation that it belongs to.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>The message that asked.</summary>
    public required IntakeKey Intake { get; init; }

    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The listed sender; null for an employee known by the domain alone.</summary>
    public string? PersonId { get; init; }

    /// <summary>How it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What is asked; one of the catalogue.</summary>
    public required string OperationId { get; init; }

    /// <summary>The reader left the sorting to a technician.</summary>
    public bool Abstained { get; init; }

    /// <summary>The date given by the customer, in Paris; null when none was.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The hour stated for that date, in Paris; null when none was.</summary>
    public TimeOnly? Hour { get; init; }

    /// <summary>The words said that it is urgent.</summary>
    public bool Urgent { get; init; }

    /// <summary>It names somebody other than who asked.</summary>
    public bool ForAnother { get; init; }

    /// <summary>Where it stands.</summary>
    public RequestState State { get; init; } = RequestState.WaitingForTechnician;

    /// <summary>Since when it stands there, or was last decided there, UTC.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Where it goes back to when a technician's question is answered; null when none is open.</summary>
    public RequestState? AskedIn { get; init; }

    /// <summary>The technician who has it; null while nobody has.</summary>
    public string? TakenBy { get; init; }

    /// <summary>Work has begun: what interrupts it leads back to it.</summary>
    public bool Begun { get; init; }

    /// <summary>The start of the clock, UTC: receipt of the valid written request.</summary>
    public DateTimeOffset CountsFrom { get; init; }

    /// <summary>The last verdict; null between receipt and decision.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The findings behind the verdict.</summary>
    public ImmutableArray<FoundUnder> Findings { get; init; } = [];

    /// <summary>What is promised about time.</summary>
    public Promise Promise { get; init; }

    /// <summary>When it is due; for a draft the shadow due time that only technicians see; null when nothing is promised.</summary>
    public Due? Due { get; init; }

    /// <summary>
    /// The date to which a technician moved it, UTC: it stays, less what the customer keeps us waiting, until the operation, the effective date
    /// or the start of the clock changes. Null while none did.
    /// </summary>
    public DateTimeOffset? MovedTo { get; init; }

    /// <summary>The version of the customer file at the last decision.</summary>
    public string CustomerVersion { get; init; } = "";

    /// <summary>The identity of who asks is proven by their message, or by a call back.</summary>
    public bool Proven { get; init; }

    /// <summary>Who of the customer's said yes to this operation; null while nobody has.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>
    /// What holds however often the contract is looked at again: it was validly written (<see cref="Contract.Verdict.Draft"/>), a quote was
    /// accepted, a technician has called back, details were given to a technician, and a yes was given or who asked had the authority then.
    /// Only sorting it anew under another operation undoes it, and what was written once stays written.
    /// </summary>
    public ImmutableArray<Verdict> Settled { get; init; } = [];

    /// <summary>When a visit is planned, UTC; null when none is.</summary>
    public DateTimeOffset? VisitAt { get; init; }

    /// <summary>What is done for it in the customer's Microsoft 365; null while no plan was drawn up.</summary>
    public PlanRun? Run { get; init; }

    /// <summary>The 36 hours of RGPD V; null where nobody proposed or started them. They outlive the request: only a person ends them.</summary>
    public BreachTimer? Breach { get; init; }

    /// <summary>The path of a right on personal data (Art. 25); null for anything else.</summary>
    public RightsPath? Rights { get; init; }

    /// <summary>When it was done, UTC; null while it is not.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Reminders sent since <see cref="Since"/>.</summary>
    public int Reminders { get; init; }

    /// <summary>When the last of them was sent, UTC; null before the first.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>What the technicians have been told about time running out.</summary>
    public Escalations Escalations { get; init; } = new();

    /// <summary>The first message that no one has acted upon yet, by its instant, UTC; null when none is open.</summary>
    public DateTimeOffset? UnreadSince { get; init; }

    /// <summary>The keys of the words written about it, which lie sealed beside it.</summary>
    public ImmutableArray<string> TextKeys { get; init; } = [];

    /// <summary>The clock's pauses, oldest first; the last one is open while the customer owes an answer.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>Later messages that spoke of it.</summary>
    public ImmutableArray<IntakeKey> FollowUps { get; init; } = [];

    /// <summary>
    /// Raised by whatever changes what people are asked or may do: a card that shows an earlier one is out of date. A note, a reply, a reminder
    /// or a moved date does not raise it.
    /// </summary>
    public int Revision { get; init; }

    /// <summary>Whether the clock stands still for an answer of the customer's.</summary>
    public bool IsPaused => !Pauses.IsEmpty && Pauses[^1].To is null;

    /// <summary>Its pauses, the open one ended at an instant.</summary>
    /// <param name="at">The instant, UTC.</param>
    public ImmutableArray<Pause> PausesUntil(DateTimeOffset at) => IsPaused ? Pauses.SetItem(Pauses.Length - 1, Pauses[^1] with { To = at }) : Pauses;

    /// <summary>Whether the clock runs now: taken in, not over, something is due, and no pause is open.</summary>
    public bool ClockRuns =>
        Verdict is Contract.Verdict.Accepted && Due is not null && !IsPaused && !State.IsEnded() && State is not RequestState.ToBeQuoted;
}

/// <summary>How often the technicians have been told about each thing that may be missed.</summary>
/// <param name="Due">For the due instant that stands now.</param>
/// <param name="UnconfirmedDraft">For the draft as it stands.</param>
/// <param name="Untaken">Since nobody has looked at it.</param>
/// <param name="Unanswered">Since the customer owes an answer to what is never closed for that.</param>
public sealed record Escalations(int Due = 0, int UnconfirmedDraft = 0, int Untaken = 0, int Unanswered = 0);

/// <summary>A request as it is stored: one document.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Version">1 when new, one more at each save.</param>
/// <param name="State">What folding the journal gives.</param>
/// <param name="Journal">Everything that happened, oldest first; the audit trail.</param>
public sealed record RequestDocument(RequestId Id, int Version, Request State, ImmutableArray<JournalEntry> Journal);

/// <summary>One line of the journal.</summary>
/// <param name="Number">1, 2, 3 … inside the request.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Event">What happened.</param>
public sealed record JournalEntry(int Number, DateTimeOffset At, RequestEvent Event);
