using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Digests;

/// <summary>When a request turned out not to be done under the contract.</summary>
public static class Asides
{
    /// <summary>The last moment of a time at which a request became one that is not done under the contract; null when it did not.</summary>
    /// <param name="history">The request.</param>
    /// <param name="from">The first instant, UTC.</param>
    /// <param name="to">The first instant that is too late, UTC.</param>
    public static HistoryMoment? In(RequestHistory history, DateTimeOffset from, DateTimeOffset to) => history.Before(to).LastOrDefault(moment =>
        moment.At >= from && IsAside(moment.After) && (moment.Before is null || !IsAside(moment.Before)));

    /// <summary>In which way.</summary>
    public static AsideKind KindOf(HistoryMoment moment) => moment switch
    {
        { After.State: RequestState.ToBeQuoted } => AsideKind.Quote,
        { Event: RequestEvent.Moved { Because: Because.ApprovalRefused } } => AsideKind.RefusedByCustomer,
        { Event: RequestEvent.Decided { Verdict: Verdict.Terminated } } => AsideKind.Terminated,
        _ => AsideKind.RefusedByTechnician,
    };

    private static bool IsAside(Request state) => state.State is RequestState.ToBeQuoted or RequestState.Declined;
}
