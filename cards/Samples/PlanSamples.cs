using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using static SiOne.Bot.Cards.Actions.CardVerb;
using static SiOne.Bot.Cards.Samples.SamplePlans;

namespace SiOne.Bot.Cards.Samples;

/// <summary>Technicians' cards with a plan, one for each state that it can be in.</summary>
internal static class PlanSamples
{
    public static ImmutableArray<SampleCard> All { get; } =
    [
        Card("plan-offered", null, null, [DrawPlan]),
        Card("plan-obstacles", Blocked, null, [DrawPlan]),
        Card("plan-drawn", Arrival, Run(Arrival), [ApprovePlan, RefusePlan, DrawPlan]),
        Card("plan-drawn-later", Departure, Run(Departure), [ApprovePlan, RefusePlan, DrawPlan]),
        Card("plan-two-people", Wipe, Run(Wipe), [ApprovePlan, RefusePlan, DrawPlan], calledBack: true),
        Card("plan-one-of-two", Wipe, Run(Wipe, [Yes(complete: false), .. DoneTo(2)]), [ApprovePlan, CallOffWipe], calledBack: true),
        Card("plan-wipe-window", Wipe, Run(Wipe, [Yes(complete: false), .. DoneTo(2), SecondToWipe()]), [CallOffWipe], calledBack: true),
        Card("plan-called-off", Wipe, Run(Wipe, [Yes(complete: false), .. DoneTo(2), SecondToWipe(), new ExecutionEvent.Dropped(PlanReasons.CalledOff, new Actor(ActorKind.Technician, "Hugo Ferrand"))]), [DrawPlan]),
        Card("plan-refused", Arrival, Run(Arrival, new ExecutionEvent.Dropped(PlanReasons.Refused, new Actor(ActorKind.Technician, "Hugo Ferrand"))), [DrawPlan]),
        Card("plan-expired", Departure, Run(Departure, new ExecutionEvent.Dropped(PlanReasons.Expired, Actor.Product)), [DrawPlan]),
        Card("plan-waits-day", Departure, Run(Departure, Yes()), [RefusePlan, DrawPlan]),
        Card("plan-call-begun", Arrival, Run(Arrival, [Yes(), .. DoneTo(1), new ExecutionEvent.Intended(1)]), []),
        Card("plan-waits-read-back", Arrival, Run(Arrival, [Yes(), .. DoneTo(1), new ExecutionEvent.Intended(1), new ExecutionEvent.Applied(1, null), .. Waits(1, StepWait.ReadBack, begun: false)]), []),
        Card("plan-waits-service", Arrival, Run(Arrival, [Yes(), .. DoneTo(2), .. Waits(2, StepWait.Service)]), []),
        Card("plan-waits-device", Wipe, Run(Wipe, [Yes(complete: false), Yes(second: true), .. DoneTo(2), .. Waits(2, StepWait.Device)]), []),
        Card("plan-waits-administrator", Wipe, Run(Wipe, [Yes(complete: false), Yes(second: true), .. DoneTo(2), .. Waits(2, StepWait.CustomerAdministrator)]), []),
        Card("plan-by-hand", Arrival, Run(Arrival, [Yes(), .. DoneTo(3), .. Waits(3, StepWait.Technician, begun: false)]), [], tick: true),
        Card("plan-halted", Departure, Run(Departure, [Yes(), .. DoneTo(2), new ExecutionEvent.Intended(2), new ExecutionEvent.Halted(2, PlanReasons.NotReadBack)]), [ResumePlan, UndoPlan], undo: true),
        Card("plan-done", Departure, Run(Departure, [Yes(), .. DoneTo(4), new ExecutionEvent.Ended()]), [UndoPlan], undo: true),
        Card("plan-password", Password, Run(Password, [Yes(), .. DoneTo(1), new ExecutionEvent.Ended()]), [], secret: true),
        Card("plan-undone", Back, Run(Back, undoes: true, [Yes(), .. DoneTo(2), new ExecutionEvent.Ended()]), []),
    ];

    private static SampleCard Card(
        string name, Plan? plan, PlanRun? run, ImmutableArray<CardVerb> verbs, bool calledBack = false, bool undo = false, bool secret = false, bool tick = false) =>
        new($"technician-{name}", (sample, language) =>
        {
            var standing = plan is null ? null : new PlanStanding
            {
                Plan = plan,
                Run = run,
                Language = language,
                CalledBackAt = calledBack ? Drawn.AddMinutes(-10) : null,
                UndoUntil = undo ? run!.Steps.Max(step => step.SettledAt)!.Value.AddHours(72) : null,
                SecretUntil = secret ? run!.EndedAt!.Value.AddHours(24) : null,
            };
            var acts = verbs.Select(verb => SampleActs.OfPlan(sample, verb, language, exists: run is not null)).ToImmutableArray();
            var isOver = run is { State: PlanState.Done, Undoes: false };
            var state = isOver ? RequestState.Done : run is { HasBegun: true } ? RequestState.InProgress : RequestState.Accepted;
            var asked = SampleRequests.Of(
                AllOperations.Get((plan ?? Arrival).OperationId), person: "Julien Tessier", date: plan?.NotBefore is { } day ? ParisTime.DateOf(day) : null);
            return TechnicianCards.Request(TechnicianSamples.Of(sample, language, asked) with
            {
                State = Typography.Set(state.Name(), language),
                Facts = TechnicianSamples.Facts(state, language),
                Plan = standing is null ? null : new PlanCardView(standing.Say())
                {
                    Acts = acts,
                    Tick = tick ? SampleActs.OfPlan(sample, TickStep, language, exists: true) : null,
                },
                Acts = standing is null
                    ? [.. acts, .. SampleActs.Accepted(sample, language)]
                    : [SampleActs.Of(sample, isOver ? Reopen : Reply, language), SampleActs.Of(sample, Note, language)],
            });
        });
}
