using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Requests;

/// <summary>Where a request goes back to after an interruption.</summary>
internal static class Reopening
{
    /// <summary>Back to whoever worked on it, else to whoever takes it.</summary>
    public static RequestState Of(Request state) => state.Begun ? RequestState.InProgress : RequestState.Accepted;

    /// <summary>
    /// A technician's question is answered: back to where it was asked. Where the work is owed the contract is looked at with what was
    /// answered; elsewhere the clock alone runs again, unless the customer owes something else.
    /// </summary>
    public static Decision Answered(
        Request state, RequestState back, ImmutableArray<RequestEvent> before, Case again, DateTimeOffset at, Actor by, bool proven)
    {
        var moved = before.Add(new RequestEvent.Moved(back, Because.Answered, at, by));
        if (back is RequestState.Accepted or RequestState.InProgress)
            return Examined.Again(state, moved, again, at, [Verdict.AwaitDetails], proven);
        var owed = !state.Abstained && state.Verdict is Verdict.ProveIdentity or Verdict.AwaitApproval or Verdict.AwaitDetails;
        return new Decision(state.IsPaused && !owed ? moved.Add(Examined.Resumed(state, again, at)) : moved, []);
    }
}
