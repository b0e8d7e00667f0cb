using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

public sealed class RequestStatesTests
{
    [Fact]
    public void Four_states_are_the_end() => Assert.Equal(
        [RequestState.Done, RequestState.Declined, RequestState.Withdrawn, RequestState.Closed],
        Enum.GetValues<RequestState>().Where(state => state.IsEnded()));

    [Theory]
    [InlineData(Verdict.UnknownSender, RequestState.WaitingForTechnician, RequestState.WaitingForTechnician)]
    [InlineData(Verdict.Terminated, RequestState.Declined, RequestState.Declined)] // the contract itself says no, sorted or not
    [InlineData(Verdict.Suspended, RequestState.OnHold, RequestState.OnHold)]
    [InlineData(Verdict.Quote, RequestState.ToBeQuoted, RequestState.WaitingForTechnician)]
    [InlineData(Verdict.Draft, RequestState.Draft, RequestState.WaitingForTechnician)]
    [InlineData(Verdict.ProveIdentity, RequestState.WaitingForTechnician, RequestState.WaitingForTechnician)]
    [InlineData(Verdict.AwaitApproval, RequestState.WaitingForApproval, RequestState.WaitingForTechnician)]
    [InlineData(Verdict.AwaitDetails, RequestState.WaitingForDetails, RequestState.WaitingForTechnician)]
    [InlineData(Verdict.Accepted, RequestState.Accepted, RequestState.WaitingForTechnician)]
    public void A_verdict_puts_a_request_where_somebody_owes_the_next_step(Verdict verdict, RequestState sorted, RequestState unsorted)
    {
        Assert.Equal(sorted, RequestStates.After(verdict, abstained: false));
        Assert.Equal(unsorted, RequestStates.After(verdict, abstained: true));
    }
}
