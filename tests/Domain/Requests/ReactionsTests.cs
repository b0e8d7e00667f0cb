using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>Whom each step tells what.</summary>
public sealed class ReactionsTests
{
    private const string Later = "2026-11-25 11:00";

    public static TheoryData<RequestState, string, string> ActsTell() => new()
    {
        { RequestState.Accepted, "Take", "" },
        { RequestState.Accepted, "Start", "InProgress>Requester" },
        { RequestState.Accepted, "Ask", "DetailsNeeded>Requester" },
        { RequestState.WaitingForDetails, "DetailsCame", "ClockResumed>Requester" },
        { RequestState.WaitingForTechnician, "ProveIdentity", "ClockResumed>Requester" },
        { RequestState.WaitingForApproval, "NoteApproval", "Approved>Requester" },
        { RequestState.Accepted, "Correct", "Corrected>Requester" },
        { RequestState.InProgress, "Correct", "Corrected>Requester" },
        { RequestState.Accepted, "Quote", "ToBeQuoted>Requester" },
        { RequestState.Accepted, "Hold", "OnHold>Requester" },
        { RequestState.OnHold, "Resume", "HoldEnded>Requester" },
        { RequestState.Accepted, "PlanVisit", "VisitPlanned>Requester" },
        { RequestState.Accepted, "MoveDue", "DueMoved>Requester" },
        { RequestState.InProgress, "Complete", "Done>Requester" },
        { RequestState.Accepted, "Decline", "Declined>Requester" },
        { RequestState.Accepted, "Close", "" },
        { RequestState.Done, "Reopen", "Reopened>Requester" },
        { RequestState.Accepted, "Reply", "Reply>Requester" },
        { RequestState.Accepted, "Note", "" },
    };

    [Theory]
    [MemberData(nameof(ActsTell))]
    public void Each_act_tells_who_asked_what_changed_for_them(RequestState state, string act, string expected)
    {
        var before = Life.In(state);
        Assert.Equal(expected, before.Does(AllowedActsTests.Act(act, before), Later).Told(before));
    }

    [Theory]
    [InlineData(RequestState.Accepted, null, ActorKind.Requester, "!follow-up")]
    [InlineData(RequestState.InProgress, PlainWord.Withdraw, ActorKind.Requester, "!follow-up")]
    [InlineData(RequestState.Accepted, PlainWord.Withdraw, ActorKind.Requester, "Withdrawn>Requester !withdrawn")]
    [InlineData(RequestState.WaitingForApproval, PlainWord.Yes, ActorKind.Administrator, "Approved>Requester !approval-given")]
    [InlineData(RequestState.WaitingForApproval, PlainWord.No, ActorKind.Administrator, "ApprovalRefused>Requester")]
    [InlineData(RequestState.WaitingForApproval, PlainWord.Yes, ActorKind.Employee, "!follow-up")]
    [InlineData(RequestState.WaitingForDetails, null, ActorKind.Requester, "ClockResumed>Requester")]
    [InlineData(RequestState.Done, PlainWord.StillBroken, ActorKind.Requester, "Reopened>Requester !reopened")]
    [InlineData(RequestState.Done, PlainWord.Settled, ActorKind.Requester, "")]
    public void A_message_that_decides_is_confirmed_and_any_other_is_read_by_a_person(
        RequestState state, PlainWord? word, ActorKind kind, string expected)
    {
        var before = Life.In(state);
        Assert.Equal(expected, before.Says(word, Later, kind).Told(before));
    }

    [Fact]
    public void A_request_that_needs_a_yes_asks_for_it() =>
        Assert.Equal("ApprovalNeeded>Approvers", Life.In(RequestState.WaitingForApproval).Told(before: null));

    [Fact]
    public void A_confirmed_draft_that_needs_a_yes_asks_for_it_and_the_answer_to_its_message_says_the_rest()
    {
        var draft = Life.Of(A.Whole(MailboxOperations.Create, Level.Premium, Role.Employee, Channel.Mail));
        var confirmed = draft.Says(null, Later, again: A.Whole(MailboxOperations.Create, Level.Premium, Role.Employee));
        Assert.Equal("ApprovalNeeded>Approvers", confirmed.Told(draft));
    }

    [Fact]
    public void Whose_draft_somebody_else_has_confirmed_is_told_so_and_who_confirms_it_reads_the_answer()
    {
        var draft = Life.Of(A.Whole(MailboxOperations.Create, Level.Premium, Role.Employee, Channel.Mail));
        var valid = A.Whole(MailboxOperations.Create, Level.Premium);
        Assert.Equal("Approved>Requester !approval-given", draft.Says(null, Later, ActorKind.Administrator, again: valid).Told(draft));
        var own = Life.In(RequestState.Draft);
        Assert.Equal("", own.Says(null, Later, again: valid).Told(own));
    }

    [Fact]
    public void A_colleague_is_told_of_a_guess_only_once_it_is_sorted()
    {
        var guess = A.Whole(IncidentOperations.Hardware).About("Bo Autre");
        var unsure = Life.Of(guess with { Request = guess.Request with { Abstained = true } });
        Assert.Equal("", unsure.Told(before: null));
        Assert.Equal("Corrected>Requester ForYou>Concerned", unsure.Does(new TechnicianAct.Correct(guess), Later).Told(unsure));
    }

    [Fact]
    public void The_first_answer_is_not_a_notice() => Assert.Equal("", Life.In(RequestState.Accepted).Told(before: null));

    [Fact]
    public void A_reminder_goes_to_whoever_owes_the_answer_and_the_end_to_who_asked()
    {
        var approval = Life.In(RequestState.WaitingForApproval);
        var reminded = approval.Ticks(Paris.At("2026-11-26 10:00"));
        Assert.Equal("Reminder>Approvers", reminded.Told(approval));
        var details = Life.In(RequestState.WaitingForDetails);
        Assert.Equal("Reminder>Requester", details.Ticks(Paris.At("2026-11-26 11:00")).Told(details));
        var last = reminded.Ticks(Paris.At("2026-12-01 10:00"));
        Assert.Equal("ClosedUnanswered>Requester", last.Ticks(Paris.At("2026-12-08 10:00")).Told(last));
    }

    [Fact]
    public void Technicians_are_told_before_time_runs_out_and_once_however_late()
    {
        var accepted = Life.In(RequestState.Accepted);
        Assert.Equal("!due-soon", accepted.Ticks(Paris.At("2026-11-26 09:59")).Told(accepted));
        var draft = Life.In(RequestState.Draft);
        Assert.Equal("!draft-unconfirmed", draft.Ticks(Paris.At("2026-11-24 15:30")).Told(draft));
        var waiting = Life.In(RequestState.WaitingForTechnician);
        Assert.Equal("!untaken", waiting.Ticks(Paris.At("2026-11-24 15:30")).Told(waiting));
    }

    [Fact]
    public void Resting_after_it_was_done_tells_nobody()
    {
        var done = Life.In(RequestState.Done);
        var rested = done.Ticks(Paris.At("2026-12-11 10:00"));
        Assert.Equal((RequestState.Closed, ""), (rested.Now.State, rested.Told(done)));
    }

    [Fact]
    public void A_suspension_found_on_the_way_is_told_as_one_and_its_end_as_a_new_promise()
    {
        var waiting = Life.In(RequestState.WaitingForApproval);
        var suspended = waiting.Asked.With(s => s with { Suspended = new Suspension(new DateOnly(2026, 11, 25), "unpaid") });
        var told = waiting.Says(PlainWord.Yes, Later, ActorKind.Administrator, again: suspended);
        Assert.Equal("Suspended>Requester", told.Told(waiting));
        Assert.Equal("ClockResumed>Requester", told.Does(new TechnicianAct.Resume(waiting.Asked), "2026-12-01 10:00").Told(told));
    }

    [Fact]
    public void Of_a_request_for_a_colleague_both_are_told()
    {
        var asked = Life.Of(A.Whole(IncidentOperations.Hardware).About("Bo Autre"));
        Assert.Equal("ForYou>Concerned", asked.Told(before: null));
        Assert.Equal("Done>Requester Done>Concerned", asked.Does(new TechnicianAct.Complete(), Later).Told(asked));
    }

    [Fact]
    public void A_colleague_is_told_when_it_is_taken_in_and_not_before()
    {
        var waiting = Life.Of(A.Whole(MailboxOperations.Absence, role: Role.Employee).About("Bo Autre"));
        Assert.Equal("ApprovalNeeded>Approvers", waiting.Told(before: null));
        Assert.Equal("Approved>Requester !approval-given ForYou>Concerned", waiting.Says(PlainWord.Yes, Later, ActorKind.Administrator).Told(waiting));
    }

    [Theory]
    [InlineData("licence.departure")]
    [InlineData("mailbox.close")]
    [InlineData("mailbox.redirect")]
    [InlineData("mailbox.settings")]
    [InlineData("phone.lost")]
    [InlineData("phone.return")]
    [InlineData("licence.release")]
    public void Who_leaves_whose_mailbox_is_opened_and_whoever_holds_a_lost_phone_learn_nothing(string operation) =>
        Assert.DoesNotContain("Concerned", Life.Of(A.Whole(AllOperations.Get(operation)).About("Bo Autre")).Told(before: null), StringComparison.Ordinal);

    [Fact]
    public void What_one_asks_for_oneself_tells_no_colleague() =>
        Assert.Equal("", Life.Of(A.Whole(IncidentOperations.Hardware).About("Ada Modèle")).Told(before: null));
}
