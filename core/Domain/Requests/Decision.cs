using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What came of a command: events, or a refusal that is shown to the person. Never an exception.</summary>
/// <param name="Events">What happened; empty when refused, or when nothing had to.</param>
/// <param name="Findings">The findings of the contract with their sentences, in the order of the clauses.</param>
/// <param name="Refusal">Why nothing happened; null otherwise.</param>
public sealed record Decision(ImmutableArray<RequestEvent> Events, ImmutableArray<Finding> Findings, Refusal? Refusal = null)
{
    /// <summary>Nothing happens, for that reason.</summary>
    public static Decision Refused(Refusal refusal) => new([], [], refusal);
}

/// <summary>Why a command is refused.</summary>
public enum Refusal
{
    /// <summary>The request exists already: a repeated stop.</summary>
    AlreadyReceived,

    /// <summary>There is no such request.</summary>
    NoSuchRequest,

    /// <summary>The sender belongs to another customer (Art. 20).</summary>
    OtherCustomer,

    /// <summary>The message is on record already.</summary>
    AlreadyFollowedUp,

    /// <summary>The sender cannot be tied to a customer: no request is made.</summary>
    UnknownSender,

    /// <summary>Where the request stands, this cannot be done.</summary>
    NotAllowedNow,

    /// <summary>It is not for this person to do: only technicians act.</summary>
    NotTheirs,

    /// <summary>The technician has it already.</summary>
    AlreadyTheirs,

    /// <summary>What is to be examined again is not this request: another customer, or another operation without a correction.</summary>
    AnotherRequest,

    /// <summary>Who asked cannot say yes to it: two people are needed.</summary>
    SamePerson,

    /// <summary>The instant given has passed.</summary>
    InThePast,

    /// <summary>The instant given has not come yet.</summary>
    InTheFuture,

    /// <summary>A departure and its like are never applied before their day (Art. 13).</summary>
    BeforeItsDay,
}
