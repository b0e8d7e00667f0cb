using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Requests;

/// <summary>Something to do outside once the decision is durable. Data only: the outbox performs it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(AnswerSender), "answer-sender")]
[JsonDerivedType(typeof(AnswerUnknownSender), "answer-unknown-sender")]
[JsonDerivedType(typeof(AlertTechnicians), "alert-technicians")]
[JsonDerivedType(typeof(AlertDataProtection), "alert-data-protection")]
[JsonDerivedType(typeof(Notify), "notify")]
[JsonDerivedType(typeof(SendDigest), "send-digest")]
public abstract record Effect
{
    private Effect() { }

    /// <summary>The message behind it.</summary>
    public abstract IntakeKey Intake { get; init; }

    /// <summary>The requests that it is about; empty where it is about none.</summary>
    public ImmutableArray<RequestId> About() => this switch
    {
        AnswerSender answer => answer.Requests,
        AlertTechnicians alert => alert.Requests,
        AlertDataProtection alert => [alert.Request],
        Notify notify => [notify.Request],
        _ => [],
    };

    /// <summary>One answer to the sender of a message, about all of its requests.</summary>
    /// <param name="Intake">The message that is answered.</param>
    /// <param name="Requests">The requests, in the order of the message.</param>
    public sealed record AnswerSender(IntakeKey Intake, ImmutableArray<RequestId> Requests) : Effect;

    /// <summary>The fixed neutral answer to a sender who cannot be tied to a customer.</summary>
    /// <param name="Intake">The message that is answered.</param>
    public sealed record AnswerUnknownSender(IntakeKey Intake) : Effect;

    /// <summary>Tells the technicians at once.</summary>
    /// <param name="Intake">The message behind it.</param>
    /// <param name="Requests">The requests concerned; empty when a message could not be sorted.</param>
    /// <param name="Reason">A short machine reason: <c>emergency</c>, <c>abstained</c>, <c>unknown-sender</c>, <c>quarantined</c>, <c>undelivered</c>, or one of <see cref="Reactions"/>.</param>
    public sealed record AlertTechnicians(IntakeKey Intake, ImmutableArray<RequestId> Requests, string Reason) : Effect;

    /// <summary>Tells whoever answers for personal data at SI-ONE, by mail alone (Art. 25, RGPD V).</summary>
    /// <param name="Intake">The message behind it.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Reason">A short machine reason, one of <see cref="Reactions"/>.</param>
    public sealed record AlertDataProtection(IntakeKey Intake, RequestId Request, string Reason) : Effect;

    /// <summary>Tells somebody at the customer's that the request moved on.</summary>
    /// <param name="Intake">The message that asked for it.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Kind">What happened.</param>
    /// <param name="Reader">Whom to tell.</param>
    public sealed record Notify(IntakeKey Intake, RequestId Request, NoticeKind Kind, Reader Reader) : Effect;

    /// <summary>Sends one reader the digest of a week.</summary>
    /// <param name="Intake">The digest's key: there is no message.</param>
    /// <param name="CustomerId">The customer; null for SI-ONE's own digest.</param>
    /// <param name="Week">The week, as <c>2026-W12</c>.</param>
    public sealed record SendDigest(IntakeKey Intake, string? CustomerId, string Week) : Effect;
}

/// <summary>Whom to tell at the customer's.</summary>
public enum Reader
{
    /// <summary>The person who asked.</summary>
    Requester,

    /// <summary>The person concerned, when somebody else asked.</summary>
    Concerned,

    /// <summary>Everybody who may say yes, or who stands in for them.</summary>
    Approvers,

    /// <summary>Whoever is notified of a personal-data breach: <see cref="Customers.DataProtectionReaders.OfBreach"/>.</summary>
    OfBreach,

    /// <summary>Whoever answers a right on the customer's data: <see cref="Customers.DataProtectionReaders.OfRight"/>.</summary>
    OfRight,
}
