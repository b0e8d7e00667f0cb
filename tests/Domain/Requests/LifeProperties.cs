using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>Whatever people, technicians and the clock do, in whatever order.</summary>
public sealed class LifeProperties
{
    private static readonly string[] Acts = [.. AllowedActs.Table.Keys.Select(type => type.Name)];

    private static readonly Case[] Cases =
    [
        .. from operation in new[] { MailboxOperations.Create, MailboxOperations.Close, PhoneOperations.Lost, IncidentOperations.Help, OtherOperations.Quote }
           from level in Enum.GetValues<Level>()
           from role in new[] { Role.Employee, Role.Direction }
           from channel in Enum.GetValues<Channel>()
           from proven in new[] { true, false }
           from abstained in new[] { false, false, true }
           let plain = A.Whole(operation, level, role, channel, proven)
           let asked = plain with { Request = plain.Request with { Abstained = abstained, Date = proven ? new DateOnly(2026, 12, 14) : null } }
           from examined in new[] { asked, asked, asked.With(s => s with { Suspended = new Suspension(new DateOnly(2026, 11, 26), "unpaid") }) }
           select examined,
    ];

    [Property(MaxTest = 1500)]
    public Property Folding_the_journal_gives_the_state_and_refusals_change_nothing() => Prop.ForAll(Scripts(), script =>
    {
        Run(script, (before, after) =>
        {
            if (after.Last.Refusal is null) return;
            Assert.Empty(after.Last.Events);
            Assert.Same(before.State, after.State);
        }, out var life);
        Assert.Equivalent(life.State, RequestDecider.Fold(life.Journal), strict: true);
    });

    [Property(MaxTest = 1000)]
    public Property The_commitment_once_told_moves_only_by_an_event_with_a_reason() => Prop.ForAll(Scripts(), script => Run(script, (before, after) =>
    {
        var state = before.State;
        foreach (var happened in after.Last.Events)
        {
            var next = RequestDecider.Evolve(state, happened);
            if (state is not null && state.Due != next.Due)
                Assert.True(happened is RequestEvent.Decided or RequestEvent.ClockResumed or RequestEvent.DueMoved, $"{happened} moved the due date");
            state = next;
        }

        if (before.State is not { ClockRuns: true, Abstained: false } told || told.Due == after.Now.Due) return;
        Assert.Contains(after.Last.Events, happened => happened is RequestEvent.DueMoved or RequestEvent.Corrected or RequestEvent.ClockResumed
            or RequestEvent.Moved { Because: Because.Reopened or Because.StillBroken } or RequestEvent.Approved);
    }, out _));

    [Property(MaxTest = 1000)]
    public Property Pauses_follow_one_another_and_the_clock_never_runs_while_one_is_open() => Prop.ForAll(Scripts(), script =>
        Run(script, (_, after) =>
        {
            Assert.All(after.Now.Pauses.SkipLast(1), pause => Assert.NotNull(pause.To));
            if (after.Now.IsPaused) Assert.False(after.Now.ClockRuns);
            if (after.Now.State is RequestState.Accepted or RequestState.InProgress) Assert.False(after.Now.IsPaused);
            if (after.Now.State is RequestState.WaitingForApproval) Assert.True(after.Now.IsPaused || after.Now.Due is null);
        }, out _));

    [Property(MaxTest = 500)]
    public Property Left_alone_it_comes_to_rest_and_each_tick_does_something_once() => Prop.ForAll(Scripts(), script =>
    {
        Run(script, (_, _) => { }, out var life);
        for (var ticks = 0; Agenda.NextAt(life.Now, weekend: null, LifeTimes.Default) is { } at; ticks++)
        {
            Assert.True(ticks < 10, "It never ends.");
            Assert.Empty(life.Ticks(at.AddTicks(-1)).Last.Events);
            life = life.Ticks(at);
            Assert.NotEmpty(life.Last.Events);
            Assert.Empty(life.Ticks(at).Last.Events);
        }
    });

    [Property(MaxTest = 500)]
    public Property Who_asked_never_approves_and_nobody_is_told_of_an_internal_note() => Prop.ForAll(Scripts(), script =>
        Run(script, (before, after) =>
        {
            Assert.DoesNotContain(after.Last.Events, happened => happened is RequestEvent.Approved { PersonId: "ada" });
            if (after.Last.Events is [RequestEvent.Wrote { ToCustomer: false }]) Assert.Empty(after.Since(before));
            var told = after.Told(before).Split(' ');
            Assert.Equal(told.Distinct(StringComparer.Ordinal), told);
        }, out _));

    private static void Run((Case Asked, Step[] Steps) script, Action<Life, Life> check, out Life life)
    {
        life = Life.Of(script.Asked);
        var at = A.Tuesday;
        foreach (var step in script.Steps)
        {
            at = at.AddMinutes(step.Minutes);
            var before = life;
            life = Take(life, step, at);
            check(before, life);
        }
    }

    private static Life Take(Life life, Step step, DateTimeOffset at)
    {
        var again = (step.Pick % 4 == 0 ? Cases[step.Pick % Cases.Length] : life.Asked) with { ReceivedAt = at };
        return step.Kind switch
        {
            0 => life.When(new RequestCommand.Act(
                at, new Actor(ActorKind.Technician, step.Pick % 3 == 0 ? "t2" : "t1"), Act(Acts[step.Pick % Acts.Length], again, at))),
            1 => life.When(new RequestCommand.FollowUp(
                new IntakeKey($"a.{step.Pick % 50}"), at, "acme",
                step.Pick % 5 < 3 ? new Actor(ActorKind.Administrator, step.Pick % 7 == 0 ? "ada" : "bo") : new Actor(ActorKind.Requester, "ada"),
                (step.Pick % 6) switch { 5 => null, var word => (PlainWord)word }, Proven: step.Pick % 11 > 1, step.Pick % 13 == 0 ? null : again)),
            _ => life.Ticks(at, step.Pick % 2 == 0 ? new WeekendOption() : null),
        };
    }

    private static TechnicianAct Act(string name, Case again, DateTimeOffset at) => name switch
    {
        "Correct" => new TechnicianAct.Correct(again),
        "MoveDue" => new TechnicianAct.MoveDue(at.AddDays(3), DueReason.SupplierLate),
        "PlanVisit" => new TechnicianAct.PlanVisit(at.AddDays(3)),
        _ => AllowedActsTests.Act(name, Life.In(RequestState.Accepted) with { Asked = again }),
    };

    private static Arbitrary<(Case Asked, Step[] Steps)> Scripts()
    {
        var steps =
            from kind in Gen.Elements(0, 0, 0, 1, 1, 2)
            from pick in Gen.Choose(0, 100_000)
            from minutes in Gen.OneOf(Gen.Choose(0, 600), Gen.Choose(0, 30_000))
            select new Step(kind, pick, minutes);
        var scripts =
            from asked in Gen.Elements(Cases)
            from taken in steps.ArrayOf()
            select (asked, taken);
        return scripts.ToArbitrary();
    }

    private sealed record Step(int Kind, int Pick, int Minutes);
}
