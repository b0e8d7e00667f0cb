using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Execution;

namespace SiOne.Bot.Host.Api;

/// <summary>A request's plan as technicians see it.</summary>
/// <param name="desk">What can be done with it.</param>
internal sealed class PlanView(PlanDesk desk)
{
    private const string Draw = "draw";

    /// <summary>The plan as it stands; null where nothing could be planned.</summary>
    public async Task<BoardPlan?> OfAsync(RequestDocument document, Language language, CancellationToken cancellationToken)
    {
        string[] acts = [.. ActsOn(document)];
        if (document.State.Run is not { } run)
            return acts.Length > 0 ? new BoardPlan { State = "none", Says = Typography.Set(RunWords.None, language), Acts = acts, Names = NamesOf(acts, exists: false, language) } : null;
        var plan = await desk.PlanOfAsync(document, cancellationToken);
        return new BoardPlan
        {
            State = run.State.ToString().ToLowerInvariant(),
            Says = Typography.Set(RunWords.Say(run, Typography.OneLine), language),
            Hash = run.Hash,
            Steps = plan is null ? [] : [.. plan.Steps.Select((step, i) => Step(step, Shown(run, i), language))],
            Cautions = Sentences(plan?.Cautions.Select(caution => caution.Say()) ?? [], language),
            Word = run is { AwaitsApproval: true, Destructive: true } && plan is not null ? ConfirmationWord.Of(plan) : null,
            Acts = acts,
            Names = NamesOf(acts, exists: true, language),
        };
    }

    /// <summary>A plan that cannot run, with its obstacles.</summary>
    public static BoardPlan Blocked(Plan plan, Language language) => new()
    {
        State = "blocked",
        Says = Typography.Set(RunWords.Blocked, language),
        Steps = [.. plan.Steps.Select(step => Step(step, null, language))],
        Obstacles = Sentences(plan.Obstacles.Select(obstacle => obstacle.Say()), language),
        Cautions = Sentences(plan.Cautions.Select(caution => caution.Say()), language),
        Acts = [Draw],
        Names = NamesOf([Draw], exists: false, language),
    };

    /// <summary>What page and cards offer to do with the plan of a request, or before there is one.</summary>
    public IEnumerable<string> ActsOn(RequestDocument document) =>
        document.State.Run is { } run ? ActsOn(document, run)
        : PlanAgenda.IsOpen(document.State) && PlanWriter.Planned.Any(operation => operation.Id == document.State.OperationId) ? [Draw]
        : [];

    /// <summary>What an act is called on a card; null for what is done on the local page alone: a new password is read nowhere else.</summary>
    public static CardVerb? VerbOf(string act) => act switch
    {
        Draw => CardVerb.DrawPlan,
        "approve" => CardVerb.ApprovePlan,
        "refuse" => CardVerb.RefusePlan,
        "call-off" => CardVerb.CallOffWipe,
        "tick" => CardVerb.TickStep,
        "resume" => CardVerb.ResumePlan,
        "undo" => CardVerb.UndoPlan,
        _ => null,
    };

    private IEnumerable<string> ActsOn(RequestDocument document, PlanRun run)
    {
        if (PlanAgenda.IsOpen(document.State) && run.MayBeReplaced && run is not { State: PlanState.Done, Undoes: false }) yield return Draw;
        if (run.AwaitsApproval) yield return "approve";
        if (run is { State: PlanState.Drawn } or { State: PlanState.Approved, HasBegun: false, CancelUntil: null }) yield return "refuse";
        if (run.CanBeCalledOff && (run.HasBegun || run.CancelUntil is not null)) yield return "call-off";
        if (run.State is PlanState.Approved && run.Current < run.Steps.Length && run.Steps[run.Current].WaitsFor is StepWait.Technician) yield return "tick";
        if (run.State is PlanState.Halted) yield return "resume";
        if (desk.CanUndo(run)) yield return "undo";
        if (desk.SecretHeldUntil(document.Id) is not null) yield return "reveal";
    }

    private static Dictionary<string, string> NamesOf(IEnumerable<string> acts, bool exists, Language language) => acts.ToDictionary(
        act => act, act => Typography.Set(VerbOf(act) is { } verb ? ActWords.OfPlan(verb, exists).Name : RunWords.ReadSecret, language), StringComparer.Ordinal);

    /// <summary>How far a step is; null where nothing of it will run, or not yet.</summary>
    private static StepRun? Shown(PlanRun run, int step) => run.State switch
    {
        PlanState.Drawn => null,
        PlanState.Dropped => run.Steps[step] is { State: StepState.Settled } done ? done : null,
        _ => run.Steps[step],
    };

    private static BoardStep Step(PlannedStep step, StepRun? run, Language language) => new(
        PlanWords.Line(step, language), PlanWords.Change(step, language), step.Cost is { } cost ? PlanWords.Say(cost, language) : null,
        run is null ? null : Typography.Set(RunWords.Say(run), language), run switch
        {
            null => "",
            { State: StepState.Settled } => "good",
            { WaitsFor: StepWait.Technician or StepWait.CustomerAdministrator or StepWait.Service } => "wait",
            _ => "",
        });

    private static ImmutableArray<string> Sentences(IEnumerable<Label> labels, Language language) => [.. labels.Select(label => Typography.Set(label, language))];
}
