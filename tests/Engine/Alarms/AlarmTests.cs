using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Alarms;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Tests.Requests;

namespace SiOne.Bot.Engine.Tests.Alarms;

/// <summary>The silence alarm: what is told, how often, and when it is over.</summary>
public sealed class AlarmTests
{
    private static readonly EngineOptions WithTechnicians = Bench.Live with { TechnicianAddress = MailAddress.Parse("tech@msp.example"), TechniciansInChat = true };

    [Fact]
    public async Task A_lost_mailbox_is_told_after_5_minutes_once_a_day_and_in_one_line_when_it_is_over()
    {
        await using var bench = new Bench(WithTechnicians);
        var wrong = true;
        var worker = On(bench, () => [new Alarm(Alarm.MailboxLost, "contact", wrong, TimeSpan.FromMinutes(5))]);
        await worker.LookAsync(default);
        Assert.Empty(worker.Active);

        await PassAsync(bench, worker, TimeSpan.FromMinutes(5));
        Assert.Equal("mailbox-lost contact", Assert.Single(worker.Active));
        Assert.Equal(["mailbox-lost", "mailbox-lost"], await ToldAsync(bench));
        await PassAsync(bench, worker, TimeSpan.FromHours(23));
        Assert.Equal(2, (await ToldAsync(bench)).Length);
        await PassAsync(bench, worker, TimeSpan.FromHours(1));
        Assert.Equal(4, (await ToldAsync(bench)).Length);

        wrong = false;
        await PassAsync(bench, worker, TimeSpan.FromMinutes(1));
        await PassAsync(bench, worker, TimeSpan.FromMinutes(1));
        Assert.Empty(worker.Active);
        Assert.Equal(2, (await ToldAsync(bench)).Count(reason => reason == "mailbox-lost-over"));
        Assert.Equal(6, (await ToldAsync(bench)).Length);
    }

    [Fact]
    public async Task A_restart_and_a_flapping_cause_tell_nothing_twice()
    {
        await using var bench = new Bench(WithTechnicians);
        var wrong = true;
        Alarm[] Look() => [new Alarm(Alarm.OutboxStuck, null, wrong, TimeSpan.Zero)];
        await On(bench, Look).LookAsync(default);
        await On(bench, Look).LookAsync(default);
        Assert.Equal(2, (await ToldAsync(bench)).Length);

        wrong = false;
        await On(bench, Look).LookAsync(default);
        await On(bench, Look).LookAsync(default);
        for (var time = 0; time < 5; time++)
        {
            wrong = !wrong;
            await On(bench, Look).LookAsync(default);
        }

        Assert.Equal(4, (await ToldAsync(bench)).Length);
    }

    [Fact]
    public async Task It_goes_by_mail_and_to_the_channel_and_says_no_customer()
    {
        await using var bench = new Bench(WithTechnicians);
        await On(bench, () => [new Alarm(Alarm.MailboxLost, "contact", Wrong: true, TimeSpan.Zero)]).LookAsync(default);

        var effects = await EffectsAsync(bench);
        Assert.Equal(["chat", "mail"], effects.Select(row => row.Key.Split('|')[^1]).Order(StringComparer.Ordinal));
        foreach (var row in effects)
        {
            var told = (await Outgoing.ReadAsync(bench.Vault, row.Key, default))!;
            Assert.NotEqual(told.To is null, told.Chat is null);
            Assert.Equal("Boîte\u00a0: contact", told.Alert!.Say(Language.French).Facts[0]);
            Assert.StartsWith("Depuis le mardi 24 novembre", told.Alert!.Say(Language.French).Facts[1].Replace('\u00a0', ' '), StringComparison.Ordinal);
        }

        await bench.SendAllAsync();
        Assert.Equal("tech@msp.example", Assert.Single(bench.Sender.Attempts).To.Value);
    }

    [Fact]
    public async Task Silence_counts_in_hours_of_service_since_the_last_mail()
    {
        await using var bench = new Bench(WithTechnicians);
        var alarms = new EngineAlarms(bench.Store, bench.Board, bench.Options, bench.Clock);
        // Tuesday 10:00 in Paris. Eight hours of service later it is Wednesday 10:00: the night counts for nothing.
        await bench.TakeAsync(Bench.Mail(1));
        bench.Clock.SetUtcNow(bench.Clock.Start.AddHours(23.5));
        Assert.False(Of(alarms, Alarm.NoMail).Wrong);
        bench.Clock.SetUtcNow(bench.Clock.Start.AddHours(24.1));
        Assert.True(Of(alarms, Alarm.NoMail).Wrong);
        await bench.TakeAsync(Bench.Mail(2));
        Assert.False(Of(alarms, Alarm.NoMail).Wrong);

        Assert.DoesNotContain(new EngineAlarms(bench.Store, bench.Board, bench.Options with { NoMailHours = 0 }, bench.Clock).Look(), alarm => alarm.Cause == Alarm.NoMail);
    }

    [Fact]
    public async Task What_does_not_leave_for_30_minutes_is_told()
    {
        await using var bench = new Bench(WithTechnicians with { TechniciansInChat = false });
        var alarms = new EngineAlarms(bench.Store, bench.Board, bench.Options, bench.Clock);
        bench.Sender.Script = _ => new SendOutcome.Unreachable(SendFailure.NoConnection);
        await bench.TakeAsync(Bench.Mail(1));
        await bench.SendAllAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.False(Of(alarms, Alarm.OutboxStuck).Wrong);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(Of(alarms, Alarm.OutboxStuck).Wrong);
    }

    [Fact]
    public async Task A_store_that_takes_nothing_degrades_health_and_is_told_when_it_takes_something_again()
    {
        FailingStore? store = null;
        await using var bench = new Bench(WithTechnicians, around: real => store = new FailingStore(real));
        var wrong = true;
        var worker = On(bench, () => [new Alarm(Alarm.StoreSlow, null, wrong, TimeSpan.Zero)]);
        store!.Fails = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => worker.LookAsync(default));
        Assert.Equal("store-slow", Assert.Single(worker.Active));

        store.Fails = false;
        await worker.LookAsync(default);
        Assert.Equal(["store-slow", "store-slow"], await ToldAsync(bench));
    }

    private static AlarmWorker On(Bench bench, Func<IEnumerable<Alarm>> look) =>
        new(look, bench.Store, bench.Planner, new Signal(), bench.Clock, NullLogger<AlarmWorker>.Instance);

    private static async Task PassAsync(Bench bench, AlarmWorker worker, TimeSpan time)
    {
        bench.Clock.Advance(time);
        await worker.LookAsync(default);
    }

    private static Alarm Of(EngineAlarms alarms, string cause) => alarms.Look().Single(alarm => alarm.Cause == cause);

    private static async Task<IReadOnlyList<OutboxRow>> EffectsAsync(Bench bench) =>
        [.. (await bench.Store.ListOutboxAsync("", 100, default)).Where(row => row.Effect.Intake.IsAlarm)];

    private static async Task<string[]> ToldAsync(Bench bench) =>
        [.. (await EffectsAsync(bench)).Select(row => ((Domain.Requests.Effect.AlertTechnicians)row.Effect).Reason)];
}
