using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

public sealed class TechnicianRulesTests
{
    private static readonly CalledNumber Number = new("ada", "0101", new DateOnly(2026, 1, 1));

    private const string Later = "2026-11-25 11:00";

    [Fact]
    public void A_technician_who_starts_has_taken_it()
    {
        var begun = Life.In(RequestState.Accepted).Does(new TechnicianAct.Start(), Later, "t2").Now;
        Assert.Equal((RequestState.InProgress, "t2"), (begun.State, begun.TakenBy));
    }

    [Fact]
    public void What_one_has_already_is_not_taken_again_and_a_colleague_may_take_over()
    {
        var taken = Life.In(RequestState.Accepted).Does(new TechnicianAct.Take(), Later);
        Assert.Equal(Refusal.AlreadyTheirs, taken.Does(new TechnicianAct.Take(), Later).Last.Refusal);
        Assert.Equal("t2", taken.Does(new TechnicianAct.Take(), Later, "t2").Now.TakenBy);
    }

    [Fact]
    public void A_call_back_settles_the_identity_and_the_clock_runs_from_receipt_less_the_wait()
    {
        var after = Life.In(RequestState.WaitingForTechnician).Does(new TechnicianAct.ProveIdentity(
            A.Whole(MailboxOperations.Create, proven: false), Number), "2026-11-25 10:00");
        Assert.Equal(RequestState.Accepted, after.Now.State);
        Assert.Equal(Paris.At("2026-11-27 10:00"), after.Now.Due!.At);
        Assert.True(after.Now.Proven);
    }

    [Theory]
    [InlineData("2026-11-20", null)]
    [InlineData("2026-11-21", Refusal.NotAllowedNow)]
    public void A_call_back_counts_to_a_number_that_was_on_record_for_72_hours_and_the_journal_keeps_which(string since, Refusal? refusal)
    {
        var called = Number with { Since = A.Day(since) };
        var asked = Life.Of(A.Whole(MailboxOperations.Create, proven: false));
        var after = asked.Does(new TechnicianAct.ProveIdentity(asked.Asked, called), "2026-11-24 10:00");
        Assert.Equal(refusal, after.Last.Refusal);
        if (refusal is null) Assert.Equal(called, after.Last.Events.OfType<RequestEvent.IdentityProven>().Single().Called);
    }

    [Fact]
    public void A_call_back_does_not_lift_what_else_is_missing()
    {
        var employee = Life.Of(A.Whole(MailboxOperations.Create, role: Role.Employee, proven: false));
        var proven = employee.Does(new TechnicianAct.ProveIdentity(employee.Asked, Number), Later);
        Assert.Equal(RequestState.WaitingForApproval, proven.Now.State);
        Assert.True(proven.Now.IsPaused);
        Assert.Single(proven.Now.Pauses);
    }

    [Theory]
    [InlineData("ada", Refusal.SamePerson)]
    [InlineData("", Refusal.SamePerson)]
    [InlineData("bo", null)]
    public void An_approval_told_to_a_technician_comes_from_a_second_person(string person, Refusal? refusal)
    {
        var waiting = Life.In(RequestState.WaitingForApproval);
        Assert.Equal(refusal, waiting.Does(new TechnicianAct.NoteApproval(Granted: true, person, waiting.Asked), Later).Last.Refusal);
    }

    [Fact]
    public void A_no_told_to_a_technician_declines()
    {
        var waiting = Life.In(RequestState.WaitingForApproval);
        var refused = waiting.Does(new TechnicianAct.NoteApproval(Granted: false, "bo", waiting.Asked), Later);
        Assert.Equal((RequestState.Declined, null), (refused.Now.State, refused.Now.ApprovedBy));
    }

    [Fact]
    public void Sorted_anew_it_counts_from_receipt_and_is_abstained_no_more()
    {
        var unsure = A.Whole(IncidentOperations.Help);
        unsure = unsure with { Request = unsure.Request with { Abstained = true } };
        var life = Life.Of(unsure);
        Assert.Equal(RequestState.WaitingForTechnician, life.Now.State);

        var sorted = life.Does(new TechnicianAct.Correct(A.Whole(MailboxOperations.Create)), Later);
        Assert.Equal((RequestState.Accepted, "mailbox.create", false), (sorted.Now.State, sorted.Now.OperationId, sorted.Now.Abstained));
        Assert.Equal(Paris.At("2026-11-26 10:00"), sorted.Now.Due!.At);
    }

    [Fact]
    public void What_nobody_could_sort_asks_nothing_of_the_customer_and_stops_no_clock()
    {
        var unsure = A.Whole(MailboxOperations.Create, role: Role.Employee);
        var life = Life.Of(unsure with { Request = unsure.Request with { Abstained = true } });
        Assert.Equal(RequestState.WaitingForTechnician, life.Now.State);
        Assert.False(life.Now.IsPaused);
    }

    [Fact]
    public void Work_goes_on_where_it_was_after_a_question_a_hold_and_a_correction()
    {
        var begun = Life.In(RequestState.InProgress);
        var asked = begun.Does(new TechnicianAct.Ask("q"), Later);
        Assert.Equal(RequestState.InProgress, asked.Does(new TechnicianAct.DetailsCame(begun.Asked), "2026-11-25 12:00").Now.State);
        Assert.Equal(
            RequestState.InProgress, begun.Does(new TechnicianAct.Hold(), Later).Does(new TechnicianAct.Resume(begun.Asked), "2026-11-26 12:00").Now.State);
        Assert.Equal(RequestState.InProgress, begun.Does(new TechnicianAct.Correct(begun.Asked), Later).Now.State);
    }

    [Fact]
    public void A_hold_for_a_supplier_keeps_the_told_date()
    {
        var accepted = Life.In(RequestState.Accepted);
        var held = accepted.Does(new TechnicianAct.Hold(), Later);
        Assert.Equal(accepted.Now.Due, held.Now.Due);
        Assert.Equal(accepted.Now.Due, held.Does(new TechnicianAct.Resume(accepted.Asked), "2026-11-26 09:00").Now.Due);
    }

    [Fact]
    public void A_suspension_ends_only_when_the_contract_says_so()
    {
        var suspended = Life.Of(A.Whole(MailboxOperations.Create).With(s => s with { Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid") }));
        Assert.Equal(RequestState.OnHold, suspended.Now.State);
        Assert.Equal(Refusal.NotAllowedNow, suspended.Does(new TechnicianAct.Resume(suspended.Asked), Later).Last.Refusal);
        var resumed = suspended.Does(new TechnicianAct.Resume(A.Whole(MailboxOperations.Create)), Later);
        Assert.Equal(Paris.At("2026-11-27 11:00"), resumed.Now.Due!.At);
    }

    [Fact]
    public void An_accepted_quote_is_a_promise_that_counts_from_then()
    {
        var quoted = Life.In(RequestState.ToBeQuoted);
        Assert.Null(quoted.Now.Due);
        var accepted = quoted.Does(new TechnicianAct.QuoteAccepted(quoted.Asked), Later);
        Assert.Equal((RequestState.Accepted, Paris.At("2026-11-27 11:00")), (accepted.Now.State, accepted.Now.Due!.At));
    }

    [Fact]
    public void A_question_about_a_quote_leads_back_to_it()
    {
        var quoted = Life.In(RequestState.ToBeQuoted);
        var answered = quoted.Does(new TechnicianAct.Ask("q"), Later).Does(new TechnicianAct.DetailsCame(quoted.Asked), "2026-11-26 09:00");
        Assert.Equal(RequestState.ToBeQuoted, answered.Now.State);
        Assert.Empty(answered.Now.Pauses);
    }

    [Fact]
    public void A_moved_date_is_never_told_earlier_again()
    {
        var moved = Life.In(RequestState.Accepted).Does(new TechnicianAct.MoveDue(Paris.At("2026-12-04 17:00"), DueReason.CustomerAsked), Later);
        Assert.Equal(Paris.At("2026-12-04 17:00"), moved.Now.Due!.At);
        var resumed = moved.Does(new TechnicianAct.Ask("q"), "2026-11-25 12:00").Does(new TechnicianAct.DetailsCame(moved.Asked), "2026-11-25 15:00");
        Assert.Equal(Paris.At("2026-12-04 17:00"), resumed.Now.Due!.At);
        Assert.Equal(Paris.At("2026-12-04 17:00"), resumed.Does(new TechnicianAct.Correct(moved.Asked), "2026-11-26 09:00").Now.Due!.At);
    }

    [Fact]
    public void No_date_is_moved_into_the_past_nor_a_visit_planned_there()
    {
        var accepted = Life.In(RequestState.Accepted);
        Assert.Equal(Refusal.InThePast, accepted.Does(new TechnicianAct.MoveDue(Paris.At(Later), DueReason.Mistake), Later).Last.Refusal);
        Assert.Equal(Refusal.InThePast, accepted.Does(new TechnicianAct.PlanVisit(Paris.At(Later)), Later).Last.Refusal);
    }

    [Fact]
    public void A_departure_is_neither_done_nor_moved_before_its_day()
    {
        var asked = A.Whole(LicenceOperations.Departure);
        var departure = Life.Of(asked with { Request = asked.Request with { Date = new DateOnly(2026, 12, 14) } });
        Assert.Equal(Refusal.BeforeItsDay, departure.Does(new TechnicianAct.Complete(), "2026-12-13 23:59").Last.Refusal);
        Assert.Equal(
            Refusal.BeforeItsDay, departure.Does(new TechnicianAct.MoveDue(Paris.At("2026-12-13 12:00"), DueReason.Mistake), Later).Last.Refusal);
        Assert.Equal(RequestState.Done, departure.Does(new TechnicianAct.Complete(), "2026-12-14 00:00").Now.State);
        // The first instant of its day is not before it.
        Assert.Null(departure.Does(new TechnicianAct.MoveDue(Paris.At("2026-12-14 00:00"), DueReason.Mistake), Later).Last.Refusal);
    }

    [Fact]
    public void Who_has_it_already_starts_without_taking_it_again()
    {
        var taken = Life.In(RequestState.Accepted).Does(new TechnicianAct.Take(), Later);
        Assert.DoesNotContain(taken.Does(new TechnicianAct.Start(), Later).Last.Events, happened => happened is RequestEvent.Taken);
    }

    [Theory]
    [InlineData("2026-12-18 17:00", "2026-12-18")]
    [InlineData("2026-12-19 00:00", "2026-12-18")] // Midnight ends the day.
    [InlineData("2026-12-11 17:00", "2026-12-11")]
    public void Another_date_of_the_customers_is_the_one_before_which_nothing_is_applied(string to, string day)
    {
        var departure = Life.Of(A.Whole(LicenceOperations.Departure).On("2026-12-14"));
        var moved = departure.Does(new TechnicianAct.MoveDue(Paris.At(to), DueReason.CustomerAsked), Later);
        Assert.Equal((Paris.At(to), A.Day(day), Paris.At($"{day} 00:00")), (moved.Now.Due!.At, moved.Now.EffectiveOn!.Value, moved.Now.Due.NotBefore!.Value));

        var again = moved.Does(new TechnicianAct.Correct(departure.Asked.On(day)), "2026-11-25 12:00");
        Assert.Equal((moved.Now.Due.At, moved.Now.Due.NotBefore), (again.Now.Due!.At, again.Now.Due.NotBefore));
    }

    [Fact]
    public void A_date_corrected_to_an_earlier_one_stays_and_goes_on_with_the_pauses()
    {
        var asked = Life.Of(A.Whole(MailboxOperations.Create).On("2026-12-14"));
        var moved = asked.Does(new TechnicianAct.MoveDue(Paris.At("2026-12-10 09:00"), DueReason.Mistake), Later);
        var again = moved.Does(new TechnicianAct.Correct(asked.Asked), "2026-11-25 12:00");
        Assert.Equal(Paris.At("2026-12-10 09:00"), again.Now.Due!.At);
        var paused = again.Does(new TechnicianAct.Ask("q"), "2026-11-25 13:00").Does(new TechnicianAct.DetailsCame(asked.Asked), "2026-11-25 15:00");
        Assert.Equal(Paris.At("2026-12-10 09:00"), paused.Now.Due!.At);

        // Where the hours govern, a pause moves the corrected date too, once.
        var plain = Life.In(RequestState.Accepted).Does(new TechnicianAct.MoveDue(Paris.At("2026-11-26 09:00"), DueReason.Mistake), "2026-11-24 11:00");
        var answered = plain.Does(new TechnicianAct.Ask("q"), "2026-11-24 12:00").Does(new TechnicianAct.DetailsCame(plain.Asked), "2026-11-24 15:00");
        Assert.Equal(Paris.At("2026-11-26 12:00"), answered.Now.Due!.At);
        Assert.Equal(Paris.At("2026-11-26 12:00"), answered.Does(new TechnicianAct.Correct(plain.Asked), "2026-11-24 16:00").Now.Due!.At);
    }

    [Fact]
    public void Another_effective_date_ends_what_was_moved()
    {
        var asked = Life.Of(A.Whole(MailboxOperations.Create).On("2026-12-14"));
        var moved = asked.Does(new TechnicianAct.MoveDue(Paris.At("2026-12-16 09:00"), DueReason.SupplierLate), Later);
        var dated = moved.Does(new TechnicianAct.Correct(asked.Asked.On("2026-12-15")), "2026-11-25 12:00");
        Assert.Equal((Paris.At("2026-12-15 00:00"), null), (dated.Now.Due!.At, dated.Now.MovedTo));
    }

    [Fact]
    public void The_hour_of_a_departure_outlives_every_look_at_the_contract()
    {
        var asked = A.Whole(LicenceOperations.Departure).On("2026-12-14");
        asked = asked with { Request = asked.Request with { Hour = new TimeOnly(18, 0) } };
        var departure = Life.Of(asked);
        Assert.Equal((Paris.At("2026-12-14 18:00"), Paris.At("2026-12-14 18:00")), (departure.Now.Due!.At, departure.Now.Due.NotBefore!.Value));
        Assert.Equal(Refusal.BeforeItsDay, departure.Does(new TechnicianAct.Complete(), "2026-12-14 17:59").Last.Refusal);

        var answered = departure.Does(new TechnicianAct.Ask("q"), Later).Does(new TechnicianAct.DetailsCame(asked), "2026-11-25 12:00");
        Assert.Equal(
            (new TimeOnly(18, 0), departure.Now.Due.At, departure.Now.Due.NotBefore),
            (answered.Now.Hour!.Value, answered.Now.Due!.At, answered.Now.Due.NotBefore));
        var moved = answered.Does(new TechnicianAct.MoveDue(Paris.At("2026-12-15 12:30"), DueReason.CustomerAsked), "2026-11-25 13:00");
        Assert.Equal((new TimeOnly(12, 30), Paris.At("2026-12-15 12:30")), (moved.Now.Hour!.Value, moved.Now.Due!.NotBefore!.Value));
    }

    [Fact]
    public void Where_the_clock_is_read_not_to_stop_a_question_does_not_stop_it()
    {
        var accepted = Life.In(RequestState.Accepted);
        var never = Readings.Default with { PauseWhileCustomerOwes = false };
        var asked = accepted.When(new RequestCommand.Act(Paris.At(Later), new Actor(ActorKind.Technician, "t1"), new TechnicianAct.Ask("q"))
        {
            Readings = never,
        });
        Assert.Equal((RequestState.WaitingForDetails, false), (asked.Now.State, asked.Now.IsPaused));
        var answered = asked.Does(new TechnicianAct.DetailsCame(accepted.Asked with { Readings = never }), "2026-11-25 15:00");
        Assert.Equal((RequestState.Accepted, accepted.Now.Due), (answered.Now.State, answered.Now.Due));
    }

    [Fact]
    public void A_clock_that_stood_still_runs_again_once_it_is_read_so()
    {
        var waiting = Life.In(RequestState.WaitingForApproval);
        var looked = waiting.Does(
            new TechnicianAct.Correct(waiting.Asked with { Readings = Readings.Default with { PauseWhileCustomerOwes = false } }), Later);
        Assert.Equal((RequestState.WaitingForApproval, false), (looked.Now.State, looked.Now.IsPaused));
    }

    [Fact]
    public void What_is_examined_again_is_this_request()
    {
        var accepted = Life.In(RequestState.ToBeQuoted);
        Assert.Equal(
            Refusal.AnotherRequest, accepted.Does(new TechnicianAct.QuoteAccepted(A.Whole(MailboxOperations.Close)), Later).Last.Refusal);
        Assert.Equal(
            Refusal.AnotherRequest, accepted.Does(new TechnicianAct.Correct(A.Whole(MailboxOperations.Close).FromStranger()), Later).Last.Refusal);
    }

    [Fact]
    public void Reopened_what_was_never_approved_waits_again()
    {
        var closed = Life.In(RequestState.WaitingForApproval).Does(new TechnicianAct.Close(), Later);
        var reopened = closed.Does(new TechnicianAct.Reopen(closed.Asked), "2026-11-26 09:00");
        Assert.Equal(RequestState.WaitingForApproval, reopened.Now.State);
        Assert.True(reopened.Now.IsPaused);
    }

    [Fact]
    public void The_date_that_came_with_the_details_governs()
    {
        var asked = Life.In(RequestState.WaitingForDetails);
        var dated = asked.Asked with { Request = asked.Asked.Request with { Date = new DateOnly(2026, 12, 14) } };
        var answered = asked.Does(new TechnicianAct.DetailsCame(dated), "2026-11-25 12:00");
        Assert.Equal(new DateOnly(2026, 12, 14), answered.Now.EffectiveOn);
        Assert.Equal(Paris.At("2026-12-14 00:00"), answered.Now.Due!.At);
    }
}
