using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>A message that says anew, minutes later, what the request was made from.</summary>
public sealed class AmendTests
{
    private const string InTime = "2026-11-24 10:10";
    private static readonly Case Anew = A.Whole(MailboxOperations.Close);

    [Fact]
    public void What_is_asked_now_counts_and_its_hours_run_from_the_amendment()
    {
        var after = Amends(Life.In(RequestState.Accepted), Anew, InTime);

        Assert.Equal((MailboxOperations.Close.Id, RequestState.Accepted), (after.Now.OperationId, after.Now.State));
        Assert.Equal(Paris.At(InTime), after.Now.CountsFrom);
        Assert.Equal("Corrected>Requester", after.Told(Life.In(RequestState.Accepted)));
    }

    [Fact]
    public void The_same_operation_keeps_its_hours_and_takes_the_new_date()
    {
        var dated = A.Whole(MailboxOperations.Create);
        var after = Amends(Life.In(RequestState.Accepted), dated with { Request = dated.Request with { Date = new DateOnly(2026, 12, 14) } }, InTime);

        Assert.Equal((A.Tuesday, new DateOnly(2026, 12, 14)), (after.Now.CountsFrom, after.Now.EffectiveOn));
    }

    [Theory]
    [InlineData("2026-11-24 10:15", true)]
    [InlineData("2026-11-24 10:16", false)]
    public void Only_within_minutes(string at, bool taken) =>
        Assert.Equal(taken, Amends(Life.In(RequestState.Accepted), Anew, at).Last.Events.Length > 1);

    [Fact]
    public void Not_what_somebody_has_begun_with_or_has_ended()
    {
        Stays(Life.In(RequestState.Accepted).Does(new TechnicianAct.Take(), InTime), Anew);
        Stays(Life.In(RequestState.InProgress), Anew);
        Stays(Life.In(RequestState.WaitingForApproval).Says(PlainWord.Yes, InTime, ActorKind.Administrator), Anew);
        Stays(Life.In(RequestState.Withdrawn), Anew);
        Stays(Life.In(RequestState.Declined), Anew);
    }

    [Fact]
    public void Not_by_anybody_else_nor_without_proof_nor_for_another_company()
    {
        var request = Life.In(RequestState.Accepted);
        foreach (var kind in Enum.GetValues<ActorKind>().Where(kind => kind is not ActorKind.Requester)) Stays(request, Anew, kind);
        Stays(request, Anew, proven: false);
        Stays(request, Anew with { Sender = Anew.Sender with { Customer = A.Customer() with { Id = "rival" } } });
    }

    [Fact]
    public void Not_what_cannot_be_sorted_or_asks_for_nothing()
    {
        Stays(Life.In(RequestState.Accepted), Anew with { Request = Anew.Request with { Abstained = true } });
        Stays(Life.In(RequestState.Accepted), A.Whole(AllOperations.Get("other.none")));
    }

    [Fact]
    public void A_card_is_out_of_date_once_what_is_asked_has_changed_and_not_before()
    {
        var request = Life.In(RequestState.Accepted);
        var shown = request.Now.Revision;

        Assert.Equal(shown, request.Does(new TechnicianAct.Note("n"), InTime).Now.Revision);
        Assert.Equal(shown, request.Does(new TechnicianAct.Reply("n"), InTime).Now.Revision);
        Assert.Equal(shown, request.Does(new TechnicianAct.PlanVisit(Paris.At("2026-11-26 09:00")), InTime).Now.Revision);
        Assert.Equal(shown, request.Says(null, InTime).Now.Revision);
        Assert.Equal(shown + 1, request.Does(new TechnicianAct.Take(), InTime).Now.Revision);
        Assert.True(request.Does(new TechnicianAct.Start(), InTime).Now.Revision > shown);
        Assert.True(request.Does(new TechnicianAct.Ask("q"), InTime).Now.Revision > shown);
        Assert.True(Amends(request, Anew, InTime).Now.Revision > shown);
        Assert.True(Life.In(RequestState.WaitingForApproval).Says(PlainWord.Yes, InTime, ActorKind.Administrator).Now.Revision > Life.In(RequestState.WaitingForApproval).Now.Revision);
    }

    [Fact]
    public void The_words_of_a_no_stay_with_it()
    {
        var refused = Life.In(RequestState.WaitingForApproval).When(new RequestCommand.FollowUp(
            new IntakeKey("k.1"), Paris.At(InTime), "acme", new Actor(ActorKind.Administrator, "bo"), PlainWord.No, Proven: true)
        { TextKey = "why" });

        Assert.Equal(RequestState.Declined, refused.Now.State);
        Assert.Contains("why", refused.Now.TextKeys);
    }

    private static Life Amends(Life life, Case anew, string at, ActorKind kind = ActorKind.Requester, bool proven = true) => life.When(
        new RequestCommand.FollowUp(
            new IntakeKey("t.1"), Paris.At(at), "acme", new Actor(kind, "ada"), Says: null, proven, anew with { ReceivedAt = Paris.At(at) })
        { Channel = Channel.Teams, Amends = true });

    private static void Stays(Life life, Case anew, ActorKind kind = ActorKind.Requester, bool proven = true)
    {
        var after = Amends(life, anew, InTime, kind, proven);
        Assert.Equal(["FollowedUp"], after.Last.Events.Select(happened => happened.GetType().Name));
    }
}
