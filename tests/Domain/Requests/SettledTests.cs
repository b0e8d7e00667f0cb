using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>What was settled once is not asked again, however often the contract is looked at.</summary>
public sealed class SettledTests
{
    private const string Later = "2026-11-25 11:00";

    [Fact]
    public void Work_done_under_an_accepted_quote_is_opened_again_without_another_one()
    {
        var quoted = Life.In(RequestState.ToBeQuoted);
        var done = quoted.Does(new TechnicianAct.QuoteAccepted(quoted.Asked), Later).Does(new TechnicianAct.Complete(), "2026-11-26 10:00");
        Assert.Equal(RequestState.Accepted, done.Says(PlainWord.StillBroken, "2026-11-27 10:00").Now.State);
        Assert.Equal(RequestState.Accepted, done.Does(new TechnicianAct.Reopen(done.Asked), "2026-11-27 10:00").Now.State);
    }

    [Fact]
    public void An_accepted_quote_is_about_the_operation_that_it_was_made_for()
    {
        var quoted = Life.In(RequestState.ToBeQuoted);
        var other = A.Whole(MailboxOperations.Close).With(s => s with { Services = [] });
        Assert.Equal(
            RequestState.ToBeQuoted,
            quoted.Does(new TechnicianAct.QuoteAccepted(quoted.Asked), Later).Does(new TechnicianAct.Correct(other), "2026-11-25 12:00").Now.State);
    }

    [Fact]
    public void A_quote_that_is_needed_again_has_not_been_accepted()
    {
        var quoted = Life.In(RequestState.ToBeQuoted);
        var again = quoted.Does(new TechnicianAct.QuoteAccepted(quoted.Asked), Later).Does(new TechnicianAct.Quote(), "2026-11-25 12:00");
        Assert.DoesNotContain(Verdict.Quote, again.Now.Settled);
    }

    [Fact]
    public void A_confirmed_draft_that_is_sorted_anew_is_no_draft_again()
    {
        var confirmed = Life.In(RequestState.Draft).Says(word: null, Later, again: A.Whole(MailboxOperations.Create, Level.Premium));
        Assert.Equal(RequestState.Accepted, confirmed.Now.State);
        var corrected = confirmed.Does(
            new TechnicianAct.Correct(A.Whole(MailboxOperations.Close, Level.Premium, channel: Channel.Mail)), "2026-11-25 12:00");
        Assert.Equal((RequestState.Accepted, Verdict.Accepted), (corrected.Now.State, corrected.Now.Verdict));
    }

    [Fact]
    public void What_nobody_has_confirmed_yet_is_still_a_draft_when_it_is_sorted_anew() => Assert.Equal(
        RequestState.Draft,
        Life.In(RequestState.Draft).Does(
            new TechnicianAct.Correct(A.Whole(MailboxOperations.Close, Level.Premium, channel: Channel.Mail)), Later).Now.State);

    [Fact]
    public void A_channel_is_not_judged_for_a_guess()
    {
        var guessed = A.Whole(IncidentOperations.Security, Level.Premium, channel: Channel.Mail);
        var unsure = Life.Of(guessed with { Request = guessed.Request with { Abstained = true } });
        var sorted = unsure.Does(new TechnicianAct.Correct(A.Whole(MailboxOperations.Create, Level.Premium, channel: Channel.Mail)), Later);
        Assert.Equal(RequestState.Draft, sorted.Now.State);
    }

    [Fact]
    public void A_quote_accepted_for_what_came_by_the_wrong_channel_is_taken_in_and_told()
    {
        var quoted = Life.Of(A.Whole(MailboxOperations.Create, Level.Premium, channel: Channel.Mail).With(s => s with { Services = [] }));
        Assert.Equal(RequestState.ToBeQuoted, quoted.Now.State);
        var accepted = quoted.Does(new TechnicianAct.QuoteAccepted(quoted.Asked), Later);
        Assert.Equal((RequestState.Accepted, "ClockResumed>Requester"), (accepted.Now.State, accepted.Told(quoted)));
    }

    [Fact]
    public void What_a_substitute_asked_for_stays_asked_for_when_the_absence_is_over()
    {
        var asked = Life.Of(A.Whole(MailboxOperations.Create, role: Role.Direction));
        var over = A.Whole(MailboxOperations.Create, role: Role.Employee);
        var done = asked.Does(new TechnicianAct.Complete(), Later);
        Assert.Equal(RequestState.Accepted, done.Says(PlainWord.StillBroken, "2026-12-01 10:00", again: over).Now.State);
        // Another operation is another question.
        Assert.Equal(
            RequestState.WaitingForApproval,
            asked.Does(new TechnicianAct.Correct(A.Whole(MailboxOperations.Close, role: Role.Employee)), Later).Now.State);
    }

    [Fact]
    public void Who_may_ask_for_themself_alone_is_looked_at_again_when_the_details_name_somebody_else()
    {
        var own = Life.Of(A.Whole(LicenceOperations.Password, role: Role.Employee).About("Ada Modèle"));
        Assert.Equal(RequestState.Accepted, own.Now.State);
        var asked = own.Does(new TechnicianAct.Ask("q"), Later);
        Assert.Equal(
            RequestState.WaitingForApproval, asked.Says(word: null, "2026-11-25 12:00", again: own.Asked.About("Bo Autre")).Now.State);
    }

    [Fact]
    public void A_no_undoes_the_yes()
    {
        var waiting = Life.In(RequestState.WaitingForApproval);
        var refused = waiting.Does(new TechnicianAct.NoteApproval(Granted: false, "bo", waiting.Asked), Later);
        Assert.Equal(
            RequestState.WaitingForApproval, refused.Does(new TechnicianAct.Reopen(waiting.Asked), "2026-11-26 09:00").Now.State);
    }

    [Fact]
    public void Details_given_to_a_technician_are_not_asked_for_again()
    {
        var vague = Life.Of(A.Case(MailboxOperations.Create));
        Assert.Equal(RequestState.WaitingForDetails, vague.Now.State);
        var came = vague.Does(new TechnicianAct.DetailsCame(vague.Asked), Later);
        Assert.Equal(RequestState.Accepted, came.Does(new TechnicianAct.Correct(vague.Asked), "2026-11-25 12:00").Now.State);
    }

    [Fact]
    public void New_bank_details_take_a_call_back_and_a_click_is_none()
    {
        var asked = Life.Of(A.Case(OtherOperations.Contract).Saying(Matter.BankDetails));
        Assert.Equal((RequestState.WaitingForTechnician, Verdict.ProveIdentity), (asked.Now.State, asked.Now.Verdict));

        var clicked = asked.Says(PlainWord.Yes, Later);
        Assert.Equal(RequestState.WaitingForTechnician, clicked.Now.State);
        Assert.NotNull(clicked.Now.UnreadSince);

        var called = clicked.Does(new TechnicianAct.ProveIdentity(asked.Asked, new CalledNumber("ada", "0101", A.Day("2026-01-01"))), "2026-11-25 12:00");
        Assert.Equal(RequestState.Accepted, called.Now.State);
        var done = called.Does(new TechnicianAct.Complete(), "2026-11-25 13:00");
        Assert.Equal(RequestState.Accepted, done.Says(PlainWord.StillBroken, "2026-11-26 10:00").Now.State);
    }

    [Fact]
    public void A_call_back_does_not_prove_the_message_that_brings_details_later()
    {
        var asked = Life.Of(A.Case(OtherOperations.Contract).Saying(Matter.BankDetails));
        var called = asked.Does(new TechnicianAct.ProveIdentity(asked.Asked, new CalledNumber("ada", "0101", A.Day("2026-01-01"))), Later).Does(new TechnicianAct.Ask("q"), "2026-11-25 12:00");
        Assert.Equal(Verdict.ProveIdentity, called.Says(word: null, "2026-11-25 13:00", proven: false).Now.Verdict);
    }
}
