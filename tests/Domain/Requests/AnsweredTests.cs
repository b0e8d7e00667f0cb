using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>A question of a technician's, asked in any state, and what its answer leads back to.</summary>
public sealed class AnsweredTests
{
    private const string Asked = "2026-11-24 14:00";
    private const string Answered = "2026-11-24 16:00";

    [Fact]
    public void An_identity_that_is_still_owed_keeps_the_clock_standing()
    {
        var answered = Life.In(RequestState.WaitingForTechnician).Does(new TechnicianAct.Ask("q"), Asked).Says(word: null, Answered, proven: false);
        Assert.Equal((RequestState.WaitingForTechnician, Verdict.ProveIdentity, true), (answered.Now.State, answered.Now.Verdict, answered.Now.IsPaused));
    }

    [Fact]
    public void What_nobody_could_sort_owes_nothing_once_it_is_answered()
    {
        var guess = A.Case(MailboxOperations.Create);
        var unsure = Life.Of(guess with { Request = guess.Request with { Abstained = true } });
        Assert.Equal((RequestState.WaitingForTechnician, Verdict.AwaitDetails, false), (unsure.Now.State, unsure.Now.Verdict, unsure.Now.IsPaused));
        var asked = unsure.Does(new TechnicianAct.Ask("q"), Asked);
        Assert.True(asked.Now.IsPaused);
        var answered = asked.Says(word: null, Answered);
        Assert.Equal((RequestState.WaitingForTechnician, false), (answered.Now.State, answered.Now.IsPaused));
    }

    [Fact]
    public void A_second_question_leads_back_to_where_the_first_was_asked()
    {
        var asked = Life.In(RequestState.InProgress).Does(new TechnicianAct.Ask("q1"), Asked).Does(new TechnicianAct.Ask("q2"), "2026-11-24 15:00");
        Assert.Equal(RequestState.InProgress, asked.Now.AskedIn);
        Assert.Equal(RequestState.InProgress, asked.Says(word: null, Answered).Now.State);
    }

    [Fact]
    public void A_message_that_brings_nothing_of_what_is_missing_is_read_by_a_person()
    {
        var vague = Life.Of(A.Case(MailboxOperations.Create));
        Assert.Equal(RequestState.WaitingForDetails, vague.Now.State);
        var after = vague.Says(word: null, Answered);
        Assert.Equal(["FollowedUp"], after.Last.Events.Select(happened => happened.GetType().Name));
        Assert.Equal(Paris.At(Answered), after.Now.UnreadSince);
    }

    [Fact]
    public void What_was_asked_about_and_turns_out_to_be_a_draft_waits_for_its_confirmation_alone()
    {
        var guess = A.Whole(IncidentOperations.Security, Level.Premium, channel: Channel.Mail);
        var asked = Life.Of(guess with { Request = guess.Request with { Abstained = true } }).Does(new TechnicianAct.Ask("q"), Asked);
        Assert.True(asked.Now.IsPaused);
        var sorted = asked.Does(new TechnicianAct.Correct(A.Whole(MailboxOperations.Create, Level.Premium, channel: Channel.Mail)), Answered);
        Assert.Equal((RequestState.Draft, false), (sorted.Now.State, sorted.Now.IsPaused));
    }

    [Fact]
    public void The_first_of_two_unread_messages_is_the_one_that_has_waited()
    {
        var written = Life.In(RequestState.Accepted).Says(word: null, Asked).Says(word: null, Answered);
        Assert.Equal(Paris.At(Asked), written.Now.UnreadSince);
    }
}
