using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>What the clock alone makes of a request, instant by instant.</summary>
public sealed class AgendaTests
{
    [Theory]
    [InlineData(RequestState.WaitingForApproval, "2026-11-26 10:00 Reminded; 2026-12-01 10:00 Reminded; 2026-12-08 10:00 Moved")]
    [InlineData(RequestState.WaitingForDetails, "2026-11-26 11:00 Reminded; 2026-12-01 11:00 Reminded; 2026-12-08 11:00 Moved")]
    [InlineData(RequestState.WaitingForTechnician, "2026-11-24 15:30 Escalated")] // Paused: nothing is due.
    [InlineData(RequestState.Accepted, "2026-11-25 10:00 Escalated; 2026-11-25 17:30 Escalated")]
    [InlineData(RequestState.InProgress, "2026-11-25 10:00 Escalated; 2026-11-25 17:30 Escalated")]
    [InlineData(RequestState.OnHold, "2026-11-25 10:00 Escalated; 2026-11-25 17:30 Escalated")]
    [InlineData(RequestState.Done, "2026-12-10 10:00 Moved")]
    [InlineData(RequestState.ToBeQuoted, "2026-11-24 15:30 Escalated")]
    [InlineData(RequestState.Declined, "")]
    [InlineData(RequestState.Withdrawn, "")]
    [InlineData(RequestState.Closed, "")]
    [InlineData(
        RequestState.Draft,
        "2026-11-24 15:30 Escalated; 2026-11-25 10:00 Escalated; 2026-11-25 17:30 Escalated; "
        + "2026-11-26 10:00 Reminded; 2026-12-01 10:00 Reminded; 2026-12-08 10:00 Moved")]
    public void Left_alone_a_request_is_reminded_escalated_and_closed(RequestState state, string expected) =>
        Assert.Equal(expected, Diary(Life.In(state)));

    /// <summary>Due on a Monday at 00:00, after Christmas, after Ascension, and after a night of 25 hours.</summary>
    [Theory]
    [InlineData("2026-11-26 00:00", "2026-11-27 08:30 Escalated; 2026-11-27 16:00 Escalated")] // Friday at midnight.
    [InlineData("2026-12-23 12:00", "2026-12-24 12:00 Escalated; 2026-12-28 10:00 Escalated")] // Due on Monday 28 at 12:00.
    [InlineData("2026-12-22 18:00", "2026-12-24 08:30 Escalated; 2026-12-24 16:00 Escalated")] // Due on 24 December at 18:00.
    [InlineData("2026-05-12 17:00", "2026-05-13 17:00 Escalated; 2026-05-15 15:00 Escalated")] // Due the day after Ascension.
    [InlineData("2026-10-22 17:00", "2026-10-23 17:00 Escalated; 2026-10-26 15:00 Escalated")]
    public void Technicians_are_told_inside_service_hours_before_the_due_instant(string receivedAt, string expected)
    {
        // The earlier of both readings counts: by service days alone here, so that each border is told by one of them.
        var life = Life.Of(A.Whole(MailboxOperations.Create) with { ReceivedAt = Paris.At(receivedAt) });
        var due = life.Now.Due!;
        var byServiceDays = life with { State = life.Now with { Due = due with { ByCalendar = due.ByServiceDays } } };
        Assert.Equal(expected, Diary(byServiceDays));
    }

    [Fact]
    public void Alerts_count_from_the_earlier_of_both_readings()
    {
        // Received on Friday at 17:00: told for Tuesday at 17:00, by the wall clock due on Sunday.
        var life = Life.Of(A.Whole(MailboxOperations.Create) with { ReceivedAt = Paris.At("2026-11-27 17:00") });
        Assert.Equal(Paris.At("2026-12-01 17:00"), life.Now.Due!.At);
        Assert.Equal(Paris.At("2026-11-27 08:30"), Agenda.NextAt(life.Now, weekend: null, LifeTimes.Default));
    }

    [Fact]
    public void Ticking_early_changes_nothing() => Assert.All(Enum.GetValues<RequestState>(), state =>
    {
        var life = Life.In(state);
        var next = Agenda.NextAt(life.Now, weekend: null, LifeTimes.Default) ?? DateTimeOffset.MaxValue;
        var ticked = life.Ticks(next.AddTicks(-1));
        Assert.Null(ticked.Last.Refusal);
        Assert.Empty(ticked.Last.Events);
    });

    [Fact]
    public void After_a_long_stop_nobody_is_reminded_twice_at_once()
    {
        var life = Life.In(RequestState.WaitingForApproval).Ticks(Paris.At("2027-02-01 10:00"));
        Assert.IsType<RequestEvent.Reminded>(Assert.Single(life.Last.Events));
        Assert.Equal(Paris.At("2027-02-04 10:00"), Agenda.NextAt(life.Now, weekend: null, LifeTimes.Default));
    }

    [Fact]
    public void A_message_that_nobody_has_read_may_be_the_answer()
    {
        var written = Life.In(RequestState.WaitingForApproval).Says(word: null, "2026-11-24 16:00");
        Assert.Equal("2026-11-25 10:30 Escalated", Diary(written));

        // Once a technician has answered it, the customer owes the next word.
        Assert.StartsWith(
            "2026-11-26 10:00 Reminded", Diary(written.Does(new TechnicianAct.Reply("r"), "2026-11-24 17:00")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_about_what_is_accepted_does_not_make_it_wait_for_a_technician() => Assert.Equal(
        "2026-11-25 10:00 Escalated; 2026-11-25 17:30 Escalated", Diary(Life.In(RequestState.Accepted).Says(word: null, "2026-11-24 10:30")));

    [Fact]
    public void The_end_can_be_told_to_whoever_owes_an_answer()
    {
        Assert.Equal(Paris.At("2026-12-08 10:00"), Agenda.ClosesAt(Life.In(RequestState.WaitingForApproval).Now, weekend: null, LifeTimes.Default));
        Assert.Null(Agenda.ClosesAt(Life.In(RequestState.Accepted).Now, weekend: null, LifeTimes.Default));
    }

    [Fact]
    public void What_was_taken_is_not_untaken() => Assert.Equal(
        "", Diary(Life.In(RequestState.WaitingForTechnician).Does(new TechnicianAct.Take(), "2026-11-24 11:00")));

    [Fact]
    public void A_new_date_is_watched_anew()
    {
        var told = Life.In(RequestState.Accepted).Ticks(Paris.At("2026-11-26 09:00"));
        Assert.Equal(2, told.Now.Escalations.Due);
        var moved = told.Does(new TechnicianAct.MoveDue(Paris.At("2026-12-04 17:00"), DueReason.SupplierLate), "2026-11-26 09:30");
        Assert.Equal("2026-12-03 17:00 Escalated; 2026-12-04 15:00 Escalated", Diary(moved));
    }

    [Fact]
    public void A_right_on_personal_data_is_reminded_of_and_alerted_and_never_closed()
    {
        var asked = Life.Of(A.Case(OtherOperations.DataRights)).Does(new TechnicianAct.Ask("q"), "2026-11-24 11:00");
        Assert.True(asked.Now.IsPaused);
        Assert.Null(Agenda.ClosesAt(asked.Now, weekend: null, LifeTimes.Default));
        Assert.Equal(
            "2026-11-26 11:00 Reminded; 2026-12-01 11:00 Reminded; 2026-12-08 11:00 Escalated; 2026-12-17 08:00 Right; 2026-12-22 08:00 Right; 2026-12-24 08:30 Escalated; 2026-12-24 16:00 Escalated",
            Diary(asked));

        var reminded = asked.Ticks(Paris.At("2026-11-26 11:00")).Ticks(Paris.At("2026-12-01 11:00"));
        Assert.Equal("!unanswered", reminded.Ticks(Paris.At("2026-12-08 11:00")).Told(reminded));
    }

    [Fact]
    public void The_Weekend_option_moves_reminders_onto_its_days()
    {
        var friday = Life.Of(A.Whole(MailboxOperations.Create, role: Role.Employee) with { ReceivedAt = Paris.At("2026-11-27 10:00") });
        Assert.Equal(Paris.At("2026-12-01 10:00"), Agenda.NextAt(friday.Now, weekend: null, LifeTimes.Default));
        Assert.Equal(Paris.At("2026-11-29 10:00"), Agenda.NextAt(friday.Now, new WeekendOption(), LifeTimes.Default));
    }

    /// <summary>All that happens when nobody but the clock acts.</summary>
    private static string Diary(Life life)
    {
        var lines = new List<string>();
        while (Agenda.NextAt(life.Now, weekend: null, LifeTimes.Default) is { } at)
        {
            Assert.True(lines.Count < 20, "It never ends.");
            life = life.Ticks(at);
            lines.AddRange(life.Last.Events.Select(happened => $"{Text(at)} {happened.GetType().Name}"));
        }

        return string.Join("; ", lines);
    }

    private static string Text(DateTimeOffset at) =>
        Domain.Commitments.ParisTime.Of(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
