using SiOne.Bot.Domain.Customers;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What happened to a request. Holds keys of texts and people, never names, addresses or bodies: these can be erased without breaking the journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(ClockPaused), "clock-paused")]
[JsonDerivedType(typeof(ClockResumed), "clock-resumed")]
[JsonDerivedType(typeof(DueMoved), "due-moved")]
[JsonDerivedType(typeof(FollowedUp), "followed-up")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(Taken), "taken")]
[JsonDerivedType(typeof(Corrected), "corrected")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(IdentityProven), "identity-proven")]
[JsonDerivedType(typeof(DetailsAsked), "details-asked")]
[JsonDerivedType(typeof(VisitPlanned), "visit-planned")]
[JsonDerivedType(typeof(Wrote), "wrote")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Execution), "execution")]
[JsonDerivedType(typeof(Breach), "breach")]
[JsonDerivedType(typeof(Right), "right")]
public abstract record RequestEvent
{
    private RequestEvent() { }

    /// <summary>A message asked for it.</summary>
    /// <param name="Reference">What people call it.</param>
    /// <param name="Conversation">Which conversation it belongs to.</param>
    /// <param name="Intake">The message that asked.</param>
    /// <param name="CustomerId">The customer.</param>
    /// <param name="PersonId">The listed sender; null for an employee known by the domain alone.</param>
    /// <param name="Channel">How it came.</param>
    /// <param name="ReceivedAt">When the message was received, UTC.</param>
    /// <param name="OperationId">What was understood.</param>
    /// <param name="Confidence">How sure the reader was, 0 to 1.</param>
    /// <param name="Abstained">The reader left the sorting to a technician.</param>
    /// <param name="EffectiveOn">The date given by the customer; null when none was.</param>
    /// <param name="Urgent">The words said that it is urgent.</param>
    /// <param name="ForAnother">It names somebody other than its sender.</param>
    /// <param name="Hour">The hour stated for that date, in Paris; null when none was.</param>
    public sealed record Received(
        RequestReference Reference, ConversationId Conversation, IntakeKey Intake, string CustomerId, string? PersonId, Channel Channel,
        DateTimeOffset ReceivedAt, string OperationId, double Confidence, bool Abstained, DateOnly? EffectiveOn, bool Urgent, bool ForAnother = false,
        TimeOnly? Hour = null) : RequestEvent;

    /// <summary>The contract was examined.</summary>
    /// <param name="Verdict">What follows.</param>
    /// <param name="Findings">Every finding, as code and article number.</param>
    /// <param name="Promise">What is promised about time.</param>
    /// <param name="Due">The instants; for a draft the shadow due time that technicians see; null when nothing is promised.</param>
    /// <param name="CountsFrom">The start of the clock, UTC: receipt of the valid written request.</param>
    /// <param name="CustomerVersion">The version of the customer file that it was decided with.</param>
    /// <param name="At">When it was decided, UTC; at the first time the instant of receipt.</param>
    /// <param name="EffectiveOn">The date that it was decided with, in Paris; null without.</param>
    /// <param name="Proven">The identity of who asks was proven by the message itself.</param>
    public sealed record Decided(
        Verdict Verdict, ImmutableArray<FoundUnder> Findings, Promise Promise, Due? Due, DateTimeOffset CountsFrom, string CustomerVersion,
        DateTimeOffset At, DateOnly? EffectiveOn, bool Proven) : RequestEvent
    {
        /// <summary>What needs no second look from now on: see <see cref="Request.Settled"/>.</summary>
        public ImmutableArray<Verdict> Settled { get; init; } = [];

        /// <summary>The hour stated for the date that it was decided with, in Paris; null without.</summary>
        public TimeOnly? Hour { get; init; }
    }

    /// <summary>The clock stands still (Art. 10, 13).</summary>
    /// <param name="From">Since when, UTC.</param>
    /// <param name="Reason">The verdict that the customer owes an answer to.</param>
    public sealed record ClockPaused(DateTimeOffset From, Verdict Reason) : RequestEvent;

    /// <summary>The clock runs again, and what is due has a new date.</summary>
    /// <param name="At">Since when, UTC.</param>
    /// <param name="Due">The new instants; null when nothing is promised.</param>
    public sealed record ClockResumed(DateTimeOffset At, Due? Due) : RequestEvent;

    /// <summary>The told date moved.</summary>
    /// <param name="Due">The new instants.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who moved it.</param>
    public sealed record DueMoved(Due Due, DueReason Reason, Actor By) : RequestEvent
    {
        /// <summary>The effective date that the customer gave with it, in Paris (Art. 13); null where that did not change.</summary>
        public DateOnly? EffectiveOn { get; init; }

        /// <summary>The hour stated for that date, in Paris; null when none is.</summary>
        public TimeOnly? Hour { get; init; }
    }

    /// <summary>A later message spoke of the request.</summary>
    /// <param name="Intake">The message.</param>
    /// <param name="ReceivedAt">When it was received, UTC.</param>
    public sealed record FollowedUp(IntakeKey Intake, DateTimeOffset ReceivedAt) : RequestEvent;

    /// <summary>It stands elsewhere in its life.</summary>
    /// <param name="To">Where.</param>
    /// <param name="Because">Why; one of <see cref="Requests.Because"/>.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="By">Who made it so.</param>
    /// <param name="TextKey">The words that were given for it; null without.</param>
    public sealed record Moved(RequestState To, string Because, DateTimeOffset At, Actor By, string? TextKey = null) : RequestEvent;

    /// <summary>Something happened to its plan.</summary>
    /// <param name="What">What.</param>
    /// <param name="At">When, UTC.</param>
    public sealed record Execution(ExecutionEvent What, DateTimeOffset At) : RequestEvent;

    /// <summary>Something happened to the 36 hours of a possible personal-data breach (RGPD V).</summary>
    /// <param name="What">What.</param>
    /// <param name="At">When, UTC.</param>
    public sealed record Breach(BreachEvent What, DateTimeOffset At) : RequestEvent;

    /// <summary>Something happened to a right on personal data (Art. 25).</summary>
    /// <param name="What">What.</param>
    /// <param name="At">When, UTC.</param>
    public sealed record Right(RightsEvent What, DateTimeOffset At) : RequestEvent;

    /// <summary>A technician took it.</summary>
    /// <param name="By">Who.</param>
    public sealed record Taken(Actor By) : RequestEvent;

    /// <summary>A technician sorted it anew; a decision follows.</summary>
    /// <param name="OperationId">The right operation.</param>
    /// <param name="EffectiveOn">The date, as corrected.</param>
    /// <param name="By">Who.</param>
    /// <param name="Hour">The hour stated for it, in Paris; null when none is.</param>
    public sealed record Corrected(string OperationId, DateOnly? EffectiveOn, Actor By, TimeOnly? Hour = null) : RequestEvent;

    /// <summary>The customer's administrator or direction answered.</summary>
    /// <param name="Granted">Yes.</param>
    /// <param name="PersonId">Who.</param>
    /// <param name="By">Who wrote it down: the person, or a technician.</param>
    /// <param name="Intake">The message that said so; null when a technician noted it.</param>
    public sealed record Approved(bool Granted, string PersonId, Actor By, IntakeKey? Intake) : RequestEvent;

    /// <summary>Who asked is who they say they are: a technician called back to a number on record, or they said yes from where they are signed in.</summary>
    /// <param name="By">Who called, or who asked.</param>
    public sealed record IdentityProven(Actor By) : RequestEvent
    {
        /// <summary>The number that the technician called; null where nobody called.</summary>
        public CalledNumber? Called { get; init; }
    }

    /// <summary>A technician asked for details.</summary>
    /// <param name="TextKey">The question.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="By">Who.</param>
    public sealed record DetailsAsked(string TextKey, DateTimeOffset At, Actor By) : RequestEvent;

    /// <summary>A visit is planned.</summary>
    /// <param name="VisitAt">When, UTC.</param>
    /// <param name="By">Who planned it.</param>
    public sealed record VisitPlanned(DateTimeOffset VisitAt, Actor By) : RequestEvent;

    /// <summary>A technician wrote.</summary>
    /// <param name="TextKey">The words.</param>
    /// <param name="ToCustomer">A reply; otherwise an internal note.</param>
    /// <param name="By">Who.</param>
    public sealed record Wrote(string TextKey, bool ToCustomer, Actor By) : RequestEvent;

    /// <summary>The customer was reminded of what they owe.</summary>
    /// <param name="Number">1, 2 …</param>
    /// <param name="At">When, UTC.</param>
    public sealed record Reminded(int Number, DateTimeOffset At) : RequestEvent;

    /// <summary>The technicians were told that time runs out.</summary>
    /// <param name="Of">What is about to be missed.</param>
    /// <param name="Number">1, 2 … of that.</param>
    public sealed record Escalated(Escalation Of, int Number) : RequestEvent;
}

/// <summary>Why a told date moved (Art. 10, 13).</summary>
public enum DueReason
{
    /// <summary>The customer was not available (Art. 10).</summary>
    CustomerUnavailable,

    /// <summary>A supplier is late (Art. 10).</summary>
    SupplierLate,

    /// <summary>An event beyond control (Art. 10).</summary>
    ForceMajeure,

    /// <summary>The customer gave another effective date (Art. 13).</summary>
    CustomerAsked,

    /// <summary>SI-ONE corrects what it had told wrongly.</summary>
    Mistake,
}

/// <summary>What is about to be missed.</summary>
public enum Escalation
{
    /// <summary>The commitment or target.</summary>
    Due,

    /// <summary>A draft stays unconfirmed (Reading: 4 service hours).</summary>
    UnconfirmedDraft,

    /// <summary>Nobody has taken a request that waits for a technician or a quote.</summary>
    Untaken,

    /// <summary>No answer comes to what is never closed for that (Art. 25).</summary>
    Unanswered,
}

/// <summary>A finding as the journal keeps it; its sentence is found again under the code.</summary>
/// <param name="Code">The machine reason.</param>
/// <param name="Article">The article's number.</param>
public sealed record FoundUnder(string Code, string Article);
