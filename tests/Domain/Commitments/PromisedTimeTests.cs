using System.Collections.Immutable;
using System.Globalization;
using FsCheck.Xunit;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Commitments;

public sealed class PromisedTimeTests
{
    [Theory]
    [InlineData("mailbox.create", "2026-11-27 17:00", null, "2026-12-01 17:00")]
    [InlineData("incident.hardware", "2026-11-27 17:00", null, "2026-12-01 17:00")]
    // ReadyBy: by the start of the day.
    [InlineData("mailbox.create", "2026-11-24 14:10", "2026-12-07", "2026-12-07 00:00")]
    [InlineData("mailbox.create", "2026-11-24 14:10", "2026-11-25", "2026-11-26 14:10")] // too short a notice
    [InlineData("mailbox.create", "2026-11-24 14:10", "2026-11-20", "2026-11-26 14:10")] // a day that has passed
    [InlineData("mailbox.create", "2026-11-27 17:00", "2026-11-30", "2026-11-30 00:00")] // 55 hours of notice over a week-end
    [InlineData("mailbox.create", "2026-11-28 00:00", "2026-11-30", "2026-11-30 00:00")] // 48 hours to the minute
    [InlineData("mailbox.create", "2026-11-28 00:01", "2026-11-30", "2026-12-02 00:00")] // one minute short
    [InlineData("mailbox.create", "2026-03-28 00:00", "2026-03-30", "2026-03-30 00:00")] // 47 elapsed hours, 48 on the wall
    [InlineData("mailbox.create", "2026-10-24 00:30", "2026-10-26", "2026-10-28 00:00")] // 48.5 elapsed hours, 47.5 on the wall
    [InlineData("licence.arrival", "2026-12-23 10:00", "2026-12-28", "2026-12-28 10:00")] // 5 days: less than the 7 of Art. 16
    [InlineData("licence.arrival", "2026-12-23 10:00", "2027-01-04", "2027-01-04 00:00")]
    // AppliedOn: by the end of the day.
    [InlineData("licence.departure", "2026-11-24 14:10", "2026-12-07", "2026-12-08 00:00")]
    [InlineData("licence.departure", "2026-11-24 14:10", "2026-11-25", "2026-11-26 14:10")]
    [InlineData("licence.departure", "2026-11-24 14:10", "2026-11-26", "2026-11-27 00:00")]
    [InlineData("mailbox.close", "2026-11-27 17:00", "2026-11-30", "2026-12-01 00:00")]
    // A target promises nothing about a date that comes earlier.
    [InlineData("phone.prepare", "2026-11-27 17:00", "2026-11-30", "2026-12-01 17:00")]
    [InlineData("phone.prepare", "2026-11-27 17:00", "2026-12-07", "2026-12-07 00:00")]
    // A date that is the state asked for, or none of the operation's business.
    [InlineData("restore.file", "2026-11-24 14:10", "2026-12-07", "2026-11-26 14:10")]
    [InlineData("licence.password", "2026-11-24 14:10", "2026-12-07", "2026-11-26 14:10")]
    // Art. 25: one calendar month, to the end of its day.
    [InlineData("other.data-rights", "2026-11-24 14:10", null, "2026-12-25 00:00")]
    [InlineData("other.data-rights", "2026-01-31 09:00", null, "2026-03-01 00:00")]
    [InlineData("other.data-rights", "2026-11-24 14:10", "2026-11-25", "2026-12-25 00:00")]
    public void The_promise_is_the_hours_or_the_date(string operation, string received, string? day, string due) =>
        Assert.Equal(Paris.Text(Paris.At(due)), Paris.Text(For(operation, received, day).At));

    [Fact]
    public void A_departure_is_never_applied_before_its_day()
    {
        foreach (var day in new[] { "2026-11-20", "2026-11-25", "2026-12-07" })
            Assert.Equal(ParisTime.StartOf(Day(day)), For("licence.departure", "2026-11-24 14:10", day).NotBefore);
        Assert.Null(For("licence.departure", "2026-11-24 14:10", day: null).NotBefore);
        Assert.Null(For("licence.arrival", "2026-11-24 14:10", "2026-12-07").NotBefore);
    }

    [Theory]
    [InlineData("licence.departure", "2026-12-07", "2026-12-07 18:00", "2026-12-07 18:00")]
    [InlineData("mailbox.close", "2026-11-30", "2026-11-30 18:00", "2026-11-30 18:00")]
    [InlineData("licence.departure", "2026-11-25", "2026-11-26 14:10", "2026-11-25 18:00")] // The hours govern: too short a notice.
    [InlineData("licence.departure", "2026-11-26", "2026-11-26 18:00", "2026-11-26 18:00")] // Later than the hours.
    [InlineData("phone.return", "2026-12-07", "2026-12-07 18:00", "2026-12-07 18:00")]
    [InlineData("mailbox.create", "2026-12-07", "2026-12-07 00:00", null)] // Ready by the start of the day, whatever the hour.
    public void A_departure_is_applied_at_its_stated_hour_and_not_before(string operation, string day, string due, string? notBefore)
    {
        var promised = PromisedTime.For(
            AllOperations.Get(operation), weekend: null, Paris.At("2026-11-24 14:10"), Day(day), Readings.Default, [], new TimeOnly(18, 0))!;
        Assert.Equal(
            (Paris.At(due), notBefore is null ? null : Paris.At(notBefore)), (promised.At, promised.NotBefore));
    }

    [Fact]
    public void Where_a_later_date_governs_alerts_count_from_it() =>
        Assert.Equal(Paris.At("2026-12-07 00:00"), For("mailbox.create", "2026-11-24 14:10", "2026-12-07").Earliest);

    [Fact]
    public void Where_the_hours_govern_alerts_count_from_the_earlier_reading() =>
        Assert.Equal(Paris.At("2026-11-29 17:00"), For("mailbox.create", "2026-11-27 17:00", day: null).Earliest);

    [Fact]
    public void Waiting_for_the_customer_does_not_keep_the_notice()
    {
        var waited = new Pause(Paris.At("2026-11-27 17:00"), Paris.At("2026-11-28 09:00"));
        var due = PromisedTime.For(
            MailboxOperations.Create, weekend: null, Paris.At("2026-11-27 17:00"), Day("2026-11-30"), Readings.Default, [waited]);
        Assert.Equal(Paris.Text(Paris.At("2026-12-02 00:00")), Paris.Text(due!.At));
    }

    [Fact]
    public void No_request_promises_nothing() =>
        Assert.Null(PromisedTime.For(OtherOperations.None, weekend: null, A.Tuesday, effectiveOn: null, Readings.Default, []));

    [Fact]
    public void Hours_are_settings_of_their_own_for_commitment_and_target()
    {
        var readings = Readings.Default with { CommitmentHours = 24, TargetHours = 72 };
        Assert.Equal(A.Tuesday.AddHours(24), PromisedTime.For(MailboxOperations.Create, weekend: null, A.Tuesday, null, readings, [])!.At);
        Assert.Equal(A.Tuesday.AddHours(72), PromisedTime.For(PhoneOperations.Fault, weekend: null, A.Tuesday, null, readings, [])!.At);
    }

    [Fact]
    public void The_weekend_option_and_pauses_reach_the_clock()
    {
        var friday = Paris.At("2026-11-27 17:00");
        var due = PromisedTime.For(
            MailboxOperations.Create, new WeekendOption(), friday, effectiveOn: null, Readings.Default, [new Pause(friday, friday.AddHours(2))]);
        Assert.Equal(Paris.Text(Paris.At("2026-11-29 19:00")), Paris.Text(due!.At));
    }

    [Theory]
    // XIV 3: the hours of the order form, for an intervention that is said to be urgent.
    [InlineData("incident.network", Level.Serenite, true, 4, null, "2026-11-24 10:00", "2026-11-24 14:00")]
    [InlineData("phone.fault", Level.Serenite, true, 4, null, "2026-11-24 10:00", "2026-11-24 14:00")]
    [InlineData("other.intervention", Level.Serenite, true, 4, null, "2026-11-27 22:00", "2026-11-30 02:00")]
    [InlineData("other.intervention", Level.Serenite, true, null, null, "2026-11-24 10:00", "2026-11-26 10:00")] // XIV 1: two working days
    [InlineData("incident.network", Level.Serenite, false, 4, null, "2026-11-24 10:00", "2026-11-26 10:00")]
    [InlineData("mailbox.settings", Level.Serenite, true, 4, null, "2026-11-24 10:00", "2026-11-26 10:00")] // no intervention
    [InlineData("incident.network", Level.Premium, true, 4, null, "2026-11-24 10:00", "2026-11-26 10:00")] // no Sérénité
    // XIV 1: a visit that is not urgent is planned, to the end of the fifth working day or of the day wished for.
    [InlineData("other.intervention", Level.Serenite, false, null, null, "2026-11-24 10:00", "2026-12-02 00:00")]
    [InlineData("other.intervention", Level.Serenite, false, 4, null, "2026-11-24 10:00", "2026-12-02 00:00")]
    [InlineData("other.intervention", Level.Serenite, false, null, "2026-11-25", "2026-11-24 10:00", "2026-12-02 00:00")]
    [InlineData("other.intervention", Level.Serenite, false, null, "2026-12-01", "2026-11-24 10:00", "2026-12-02 00:00")]
    [InlineData("other.intervention", Level.Serenite, false, null, "2026-12-02", "2026-11-24 10:00", "2026-12-03 00:00")]
    [InlineData("other.intervention", Level.Serenite, false, null, null, "2026-04-30 23:59", "2026-05-12 00:00")]
    [InlineData("other.intervention", Level.Standard, false, null, null, "2026-11-24 10:00", "2026-11-26 10:00")]
    public void Serenite_has_urgent_hours_and_planned_visits(
        string operation, Level level, bool urgent, int? hours, string? day, string received, string due)
    {
        var subscription = A.Subscription(level) with { UrgentHours = hours };
        var promised = PromisedTime.For(
            AllOperations.Get(operation), subscription, urgent, Paris.At(received), day is null ? null : Day(day), Readings.Default, []);
        Assert.Equal(Paris.Text(Paris.At(due)), Paris.Text(promised!.At));
    }

    [Fact]
    public void A_pause_moves_no_appointment_but_it_moves_urgent_hours()
    {
        ImmutableArray<Pause> waited = [new Pause(A.Tuesday, A.Tuesday.AddHours(3))];
        Due? Promised(bool urgent) => PromisedTime.For(
            OtherOperations.Intervention, A.Subscription(Level.Serenite) with { UrgentHours = 4 }, urgent, A.Tuesday, effectiveOn: null,
            Readings.Default, waited);
        Assert.Equal(Paris.At("2026-12-02 00:00"), Promised(urgent: false)!.At);
        Assert.Equal(A.Tuesday.AddHours(7), Promised(urgent: true)!.At);
    }

    [Property(Arbitrary = [typeof(ClockScenes)], MaxTest = 300)]
    public void With_the_notice_kept_the_commitment_is_never_later_than_the_date(ClockScene scene, byte days)
    {
        var day = ParisTime.DateOf(scene.Received).AddDays(3 + (days % 30));
        var ready = PromisedTime.For(MailboxOperations.Create, scene.Weekend, scene.Received, day, Readings.Default, []);
        var applied = PromisedTime.For(MailboxOperations.Close, scene.Weekend, scene.Received, day, Readings.Default, []);
        Assert.Equal((ParisTime.StartOf(day), ParisTime.StartOf(day.AddDays(1))), (ready!.At, applied!.At));
    }

    private static Due For(string operation, string received, string? day) => PromisedTime.For(
        AllOperations.Get(operation), weekend: null, Paris.At(received), day is null ? null : Day(day), Readings.Default, [])!;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
