using System.Collections.Immutable;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Projections;

namespace SiOne.Bot.Host.Api;

/// <summary>What waits for technicians, what one of them has, and what runs out soon: one set of rules for the cards and the local page.</summary>
internal static class TechnicianQueues
{
    private const int Looked = 2_000;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);

    /// <summary>Every request that lives, once, as it stands.</summary>
    public static IEnumerable<RequestDocument> Live(Board board) => board.Newest(Looked).SelectMany(entry => entry.Requests)
        .GroupBy(document => document.Id).Select(same => same.MaxBy(document => document.Version)!).Where(document => !document.State.State.IsEnded());

    /// <summary>One list, in its order: emergencies first, then what is due soonest.</summary>
    /// <param name="live">Requests that live.</param>
    /// <param name="kind">Which list.</param>
    /// <param name="technician">Who asks; nothing is theirs when the name is empty.</param>
    /// <param name="now">The present instant.</param>
    public static ImmutableArray<RequestDocument> Of(IEnumerable<RequestDocument> live, QueueKind kind, string technician, DateTimeOffset now) =>
    [
        .. live.Where(document => Belongs(document.State, kind, technician, now))
            .OrderByDescending(document => IsEmergency(document.State))
            .ThenBy(document => document.State.Due?.Earliest ?? DateTimeOffset.MaxValue).ThenBy(document => document.State.ReceivedAt),
    ];

    /// <summary>An emergency that is not over.</summary>
    public static bool IsEmergency(Request state) => AllOperations.Get(state.OperationId).Emergency && !state.State.IsEnded();

    private static bool Belongs(Request state, QueueKind kind, string technician, DateTimeOffset now) => kind switch
    {
        QueueKind.Mine => technician.Length > 0 && string.Equals(state.TakenBy, technician, StringComparison.Ordinal),
        QueueKind.DueSoon => state.ClockRuns && state.Due!.Earliest <= now + Soon,
        QueueKind.Queue => state.State is RequestState.WaitingForTechnician or RequestState.ToBeQuoted or RequestState.Accepted || state.UnreadSince is not null,
    };
}
