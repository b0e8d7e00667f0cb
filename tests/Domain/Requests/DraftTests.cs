using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>Art. 3, 9: a request on the wrong channel is a draft until it comes by the valid one; the hours count from there.</summary>
public sealed class DraftTests
{
    private static readonly IntakeKey Later = new("a.later");
    private static readonly DateTimeOffset Thursday = Paris.At("2026-11-26 15:00");

    [Fact]
    public void On_the_valid_channel_a_draft_is_decided_again_and_its_clock_starts()
    {
        var after = Followed(Draft(Role.Administrator), Again(Role.Administrator, Channel.Application));

        Assert.Equal(Verdict.Accepted, after.Verdict);
        Assert.True(after.ClockRuns);
        Assert.Equal(Paris.At("2026-11-30 15:00"), after.Due!.At);
    }

    [Fact]
    public void Once_more_on_the_wrong_channel_it_stays_a_draft()
    {
        var before = Draft(Role.Administrator);
        var after = Followed(before, Again(Role.Administrator, Channel.Mail));

        Assert.Equal(Verdict.Draft, after.Verdict);
        Assert.Equal(before.Due, after.Due);
        Assert.False(after.ClockRuns);
    }

    [Fact]
    public void A_draft_that_then_waits_for_an_approval_stands_still_since_the_valid_request()
    {
        var after = Followed(Draft(Role.Employee), Again(Role.Employee, Channel.Application));

        Assert.Equal(Verdict.AwaitApproval, after.Verdict);
        Assert.Equal(Thursday, Assert.Single(after.Pauses).From);
    }

    [Fact]
    public void What_is_no_draft_is_never_decided_again_by_a_follow_up()
    {
        var accepted = Folded(null, Receive(A.Whole(MailboxOperations.Create, Level.Premium, Role.Administrator)));
        var after = Followed(accepted, Again(Role.Administrator, Channel.Application));

        Assert.Equal(accepted.Due, after.Due);
        Assert.Equal(accepted.Verdict, after.Verdict);
    }

    private static Request Draft(Role role) =>
        Folded(null, Receive(A.Whole(MailboxOperations.Create, Level.Premium, role, Channel.Mail)));

    private static Case Again(Role role, Channel channel) =>
        A.Whole(MailboxOperations.Create, Level.Premium, role, channel) with { ReceivedAt = Thursday };

    private static Request Followed(Request state, Case again) =>
        Folded(state, new RequestCommand.FollowUp(
            Later, Thursday, "acme", new Actor(ActorKind.Requester, "ada"), Says: null, Proven: true, again));

    private static RequestCommand.Receive Receive(Case examined) =>
        new(new RequestReference("SI-7K3M-9QXA"), new ConversationId("01M86D3DNVE7VTSVDPAAJWGXRE"), new IntakeKey("m.support.1.42"), examined);

    private static Request Folded(Request? state, RequestCommand command) =>
        RequestDecider.Decide(state, command).Events.Aggregate(state, RequestDecider.Evolve)!;
}
