using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>What the clock alone makes of requests: reminders, alerts and the end, each once, at the hours of service.</summary>
public sealed class AgendaTests
{
    private const string Incomplete = "Bonjour,\n\nUne nouvelle collègue arrive le lundi 14 décembre 2026, merci de créer son compte Microsoft 365.";

    [Fact]
    public async Task Who_owes_an_answer_is_reminded_after_two_and_five_service_days_and_closed_after_ten()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("nadia", Incomplete));

        await life.PassToAsync("2026-11-26 08:59");
        Assert.Empty(await life.NoticesAsync());
        await life.PassToAsync("2026-11-26 09:00");
        Assert.Equal(["Reminder to nadia@nova.example"], await life.NoticesAsync());
        await life.PassToAsync("2026-12-01 09:00");
        Assert.Equal(2, (await life.NoticesAsync()).Length);
        await life.PassToAsync("2026-12-08 08:59");
        Assert.Equal((2, RequestState.WaitingForDetails), ((await life.NoticesAsync()).Length, (await life.StateOfAsync(request)).State));
        await life.PassToAsync("2026-12-08 09:00");
        Assert.Equal(RequestState.Closed, (await life.StateOfAsync(request)).State);
        Assert.Equal("ClosedUnanswered to nadia@nova.example", (await life.NoticesAsync())[^1]);
        await life.PassToAsync("2027-03-01 09:00");
        Assert.Equal(3, (await life.NoticesAsync()).Length);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Who_may_say_yes_is_reminded_and_who_asked_learns_of_the_end()
    {
        await using var life = new Life();
        await ApprovalTests.AskedAsync(life);
        await life.PassToAsync("2026-11-26 09:00");
        Assert.Equal(["Reminder to nadia@nova.example", "Reminder to odile@nova.example"], (await RemindersAsync(life)).Order(StringComparer.Ordinal));
        await life.PassToAsync("2026-12-01 09:00");
        await life.PassToAsync("2026-12-08 09:00");
        Assert.Contains("ClosedUnanswered to paul@nova.example", await life.NoticesAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_draft_is_recalled_twice_with_what_makes_it_valid_and_then_closed_with_notice()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.HandAsync(Channel.Application, "nadia", "Bonjour, Paul Sourisseau arrive le lundi 14 décembre 2026. Merci de créer son compte Microsoft 365."));
        foreach (var (day, reminders) in ((string, int)[])[("2026-11-26 09:00", 1), ("2026-12-01 09:00", 2)])
        {
            await life.PassToAsync(day);
            Assert.Equal(reminders, (await life.NoticesAsync()).Count(told => told == "Reminder to nadia@nova.example"));
            Assert.Contains(request.State.Reference.Value, (await life.MailsToAsync("nadia"))[^1].TextBody, StringComparison.Ordinal);
        }

        await life.PassToAsync("2026-12-08 09:00");
        Assert.Equal(RequestState.Closed, (await life.StateOfAsync(request)).State);
        Assert.Equal("ClosedUnanswered to nadia@nova.example", (await life.NoticesAsync())[^1]);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task An_unconfirmed_draft_is_shown_to_technicians_after_four_service_hours()
    {
        await using var life = new Life();
        await life.HandAsync(Channel.Application, "nadia", "Bonjour, Paul Sourisseau arrive le lundi 14 décembre 2026. Merci de créer son compte Microsoft 365.");
        // Received at 10:00 in Paris: half past two, and the two hours at noon do not count.
        await life.PassToAsync("2026-11-24 14:29");
        Assert.Empty(await life.AlertsAsync());
        await life.PassToAsync("2026-11-24 14:30");
        Assert.Equal([Reactions.DraftUnconfirmed], await life.AlertsAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Before_the_earlier_of_both_instants_technicians_are_told_twice_inside_the_hours_of_service()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("nadia", "Bonjour,\n\nMerci de créer la boîte mail compta@nova.example."));
        // Due on Thursday at 10:00 in Paris: two hours of service before is Wednesday 17:30, eight hours before Wednesday 10:00.
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), request.State.Due!.Earliest);
        var told = new List<DateTimeOffset>();
        while (life.Bench.Clock.GetUtcNow() < request.State.Due.Earliest)
        {
            var before = (await life.AlertsAsync()).Length;
            await life.PassAsync(TimeSpan.FromMinutes(15));
            if ((await life.AlertsAsync()).Length > before) told.Add(life.Bench.Clock.GetUtcNow());
        }

        Assert.Equal([Reactions.DueSoon, Reactions.DueSoon], await life.AlertsAsync());
        Assert.All(told, instant => Assert.InRange(instant.TimeOfDay, TimeSpan.FromHours(7.5), TimeSpan.FromHours(17)));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task After_a_restart_everything_missed_is_made_up_for_once_and_nothing_is_repeated()
    {
        await using var life = new Life();
        await life.MailAsync("nadia", Incomplete);
        await ApprovalTests.AskedAsync(life);
        await life.PassToAsync("2026-11-26 09:00");
        var before = await life.NoticesAsync();

        await RestartAsync(life);
        Assert.Equal(before, await life.NoticesAsync());

        life.Bench.Clock.Advance(TimeSpan.FromDays(5));
        await RestartAsync(life);
        var after = await life.NoticesAsync();
        Assert.Equal(before.Length + 3, after.Length);
        await RestartAsync(life);
        await life.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(after, await life.NoticesAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task In_observe_only_mode_reminders_wait_for_a_technician()
    {
        await using var life = new Life(Bench.Live with { ObserveOnly = true });
        await life.MailAsync("nadia", Incomplete);
        await ApprovalTests.AskedAsync(life);
        await life.PassToAsync("2026-12-09 09:00");

        var told = (await life.EffectsAsync()).Where(row => row.Effect is not Effect.AlertTechnicians).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, row => Assert.Equal((OutboxState.Held, "observe-only"), (row.State, row.Reason)));
        Assert.Empty(await life.MailsToAsync("nadia"));
    }

    [Fact]
    public async Task A_store_that_fails_puts_it_off_and_it_is_done_later()
    {
        FailingStore? store = null;
        await using var life = new Life(around: real => store = new FailingStore(real));
        await life.MailAsync("nadia", Incomplete);
        store!.Fails = true;
        life.Bench.Clock.Advance(TimeSpan.FromDays(2));
        Assert.True(await life.Bench.Agenda.WorkOnceAsync(CancellationToken.None));
        Assert.False(await life.Bench.Agenda.WorkOnceAsync(CancellationToken.None));
        Assert.Equal(life.Bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), life.Bench.Timetable.Soonest);

        store.Fails = false;
        Assert.Empty(await life.NoticesAsync());
        await life.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["Reminder to nadia@nova.example"], await life.NoticesAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task What_keeps_failing_does_not_keep_others_waiting()
    {
        FailingStore? store = null;
        await using var life = new Life(around: real => store = new FailingStore(real));
        var broken = await life.OnlyRequestOfAsync(await life.MailAsync("nadia", Incomplete));
        await life.MailAsync("odile", Incomplete);
        store!.FailsOn = broken.Id;
        await life.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(["Reminder to odile@nova.example"], await life.NoticesAsync());
    }

    private static async Task<IEnumerable<string>> RemindersAsync(Life life) =>
        (await life.NoticesAsync()).Where(told => told.StartsWith("Reminder", StringComparison.Ordinal));

    /// <summary>The board and the timetable as a new process fills them, and what is due by then.</summary>
    private static async Task RestartAsync(Life life)
    {
        var timetable = new Engine.Requests.Timetable(document => Agenda.NextAt(document.State, weekend: null, life.Bench.Options.LifeTimes));
        using var board = new Board(timetable: timetable);
        await board.RebuildAsync(life.Bench.Store, CancellationToken.None);
        var worker = life.Bench.AgendaOn(timetable, board);
        while (await worker.WorkOnceAsync(CancellationToken.None)) { }
        await life.Bench.Board.RebuildAsync(life.Bench.Store, CancellationToken.None);
    }
}
