using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Requests;

/// <summary>Where a request stands in its life.</summary>
public enum RequestState
{
    /// <summary>Not yet a valid written request (Art. 3, 9, 13, 22): kept, its shadow due time runs.</summary>
    Draft,

    /// <summary>The customer owes details (Art. 13); the clock stands still.</summary>
    WaitingForDetails,

    /// <summary>The customer's administrator or direction owes a yes (Art. 11, 14); the clock stands still.</summary>
    WaitingForApproval,

    /// <summary>A technician has to sort it, or to call somebody back; no technician has taken it.</summary>
    WaitingForTechnician,

    /// <summary>Outside the contract (Art. 1, 8.1): a quote is being prepared.</summary>
    ToBeQuoted,

    /// <summary>Waits for a supplier or for the end of a suspension (Art. 4, 10, 14); the told date stays.</summary>
    OnHold,

    /// <summary>Taken in; the clock runs.</summary>
    Accepted,

    /// <summary>A technician works on it; the clock runs.</summary>
    InProgress,

    /// <summary>Applied; the customer may say that it does not work.</summary>
    Done,

    /// <summary>Refused, with a reason: by the customer's administrator, by a technician, or because the contract has ended.</summary>
    Declined,

    /// <summary>Taken back by the customer.</summary>
    Withdrawn,

    /// <summary>Over: nothing more happens but a new request.</summary>
    Closed,
}

/// <summary>How verdicts and states meet.</summary>
public static class RequestStates
{
    /// <summary>Where a decision puts a request. What a reader could not sort waits for a technician, unless the contract itself says no.</summary>
    public static RequestState After(Verdict verdict, bool abstained) =>
        abstained && verdict is not (Verdict.Terminated or Verdict.Suspended) ? RequestState.WaitingForTechnician : verdict switch
        {
            Verdict.Terminated => RequestState.Declined,
            Verdict.Suspended => RequestState.OnHold,
            Verdict.Quote => RequestState.ToBeQuoted,
            Verdict.Draft => RequestState.Draft,
            Verdict.UnknownSender or Verdict.ProveIdentity => RequestState.WaitingForTechnician,
            Verdict.AwaitApproval => RequestState.WaitingForApproval,
            Verdict.AwaitDetails => RequestState.WaitingForDetails,
            Verdict.Accepted => RequestState.Accepted,
        };

    /// <summary>Nothing is expected of anybody any more.</summary>
    public static bool IsEnded(this RequestState state) =>
        state is RequestState.Done or RequestState.Declined or RequestState.Withdrawn or RequestState.Closed;
}
