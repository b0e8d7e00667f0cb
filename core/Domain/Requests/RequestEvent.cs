using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What happened to a request. Holds keys of texts and people, never names, addresses or bodies: these can be erased without breaking the journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(ClockPaused), "clock-paused")]
[JsonDerivedType(typeof(FollowedUp), "followed-up")]
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
    public sealed record Received(
        RequestReference Reference, ConversationId Conversation, IntakeKey Intake, string CustomerId, string? PersonId, Channel Channel,
        DateTimeOffset ReceivedAt, string OperationId, double Confidence, bool Abstained, DateOnly? EffectiveOn, bool Urgent) : RequestEvent;

    /// <summary>The contract was examined.</summary>
    /// <param name="Verdict">What follows.</param>
    /// <param name="Findings">Every finding, as code and article number.</param>
    /// <param name="Promise">What is promised about time.</param>
    /// <param name="Due">The instants; for a draft the shadow due time that technicians see; null when nothing is promised.</param>
    public sealed record Decided(Verdict Verdict, ImmutableArray<FoundUnder> Findings, Promise Promise, Due? Due) : RequestEvent;

    /// <summary>The clock stands still (Art. 10, 13).</summary>
    /// <param name="From">Since when, UTC.</param>
    /// <param name="Reason">The verdict that the customer owes an answer to.</param>
    public sealed record ClockPaused(DateTimeOffset From, Verdict Reason) : RequestEvent;

    /// <summary>A later message spoke of the request.</summary>
    /// <param name="Intake">The message.</param>
    /// <param name="ReceivedAt">When it was received, UTC.</param>
    public sealed record FollowedUp(IntakeKey Intake, DateTimeOffset ReceivedAt) : RequestEvent;
}

/// <summary>A finding as the journal keeps it; its sentence is found again under the code.</summary>
/// <param name="Code">The machine reason.</param>
/// <param name="Article">The article's number.</param>
public sealed record FoundUnder(string Code, string Article);
