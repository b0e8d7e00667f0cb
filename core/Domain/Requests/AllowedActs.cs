using System.Collections.Frozen;
using System.Collections.Immutable;
using static SiOne.Bot.Domain.Requests.RequestState;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What a technician can do in which state: one table.</summary>
public static class AllowedActs
{
    private static readonly ImmutableArray<RequestState> Live =
        [Draft, WaitingForDetails, WaitingForApproval, WaitingForTechnician, ToBeQuoted, OnHold, Accepted, InProgress];

    /// <summary>The states in which each act is possible; every kind of act is a key.</summary>
    public static FrozenDictionary<Type, ImmutableArray<RequestState>> Table { get; } = new Dictionary<Type, ImmutableArray<RequestState>>
    {
        [typeof(TechnicianAct.Take)] = Live,
        [typeof(TechnicianAct.Start)] = [Accepted],
        [typeof(TechnicianAct.Ask)] = [WaitingForDetails, WaitingForTechnician, ToBeQuoted, Accepted, InProgress],
        [typeof(TechnicianAct.DetailsCame)] = [WaitingForDetails],
        [typeof(TechnicianAct.ProveIdentity)] = [WaitingForTechnician],
        [typeof(TechnicianAct.NoteApproval)] = [WaitingForApproval, WaitingForTechnician],
        [typeof(TechnicianAct.Correct)] = Live,
        [typeof(TechnicianAct.Quote)] = [WaitingForDetails, WaitingForTechnician, OnHold, Accepted, InProgress],
        [typeof(TechnicianAct.QuoteAccepted)] = [ToBeQuoted],
        [typeof(TechnicianAct.Hold)] = [Accepted, InProgress],
        [typeof(TechnicianAct.Resume)] = [OnHold],
        [typeof(TechnicianAct.PlanVisit)] = [WaitingForTechnician, OnHold, Accepted, InProgress],
        [typeof(TechnicianAct.MoveDue)] = [OnHold, Accepted, InProgress],
        [typeof(TechnicianAct.Complete)] = [OnHold, Accepted, InProgress],
        [typeof(TechnicianAct.Decline)] = Live,
        [typeof(TechnicianAct.Close)] = [.. Live, Done, Declined, Withdrawn],
        [typeof(TechnicianAct.Reopen)] = [Done, Declined, Withdrawn, Closed],
        // A breach does not end with the request that told of it; how far its timer is decides.
        [typeof(TechnicianAct.StartBreach)] = [.. Enum.GetValues<RequestState>()],
        [typeof(TechnicianAct.DismissBreach)] = [.. Enum.GetValues<RequestState>()],
        [typeof(TechnicianAct.DraftNotice)] = [.. Enum.GetValues<RequestState>()],
        [typeof(TechnicianAct.SendNotice)] = [.. Enum.GetValues<RequestState>()],
        [typeof(TechnicianAct.NoteNotice)] = [.. Enum.GetValues<RequestState>()],
        [typeof(TechnicianAct.MarkDataRole)] = Live,
        [typeof(TechnicianAct.PassOn)] = Live,
        [typeof(TechnicianAct.Reply)] = [.. Enum.GetValues<RequestState>()],
        [typeof(TechnicianAct.Note)] = [.. Enum.GetValues<RequestState>()],
    }.ToFrozenDictionary();

    /// <summary>Whether the state allows that act; what is asked of the act itself may still refuse it.</summary>
    public static bool Allows(this RequestState state, TechnicianAct act) => Table[act.GetType()].Contains(state);
}
