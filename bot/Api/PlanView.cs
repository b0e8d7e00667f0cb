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
        var shown = new BoardPlan
        {
            State = run.State.ToString().ToLowerInvariant(),
            Says = Typography.Set(PlanStandingWords.Title(run).Title, language),
            Hash = run.Hash,
            Acts = acts,
            Names = NamesOf(acts, exists: true, language),
        };
        return await desk.PlanOfAsync(document, cancellationToken) is { } plan ? With(shown, plan, StandingOf(document, plan, language).Say(), language) : shown;
    }

    /// <summary>A plan that cannot run, with its obstacles.</summary>
    public static BoardPlan Blocked(Plan plan, Language language)
    {
        var words = new PlanStanding { Plan = plan, Language = language }.Say();
        return With(new BoardPlan { State = "blocked", Says = words.Title, Acts = [Draw], Names = NamesOf([Draw], exists: false, language) }, plan, words, language);
    }

    /// <summary>A request's plan as it stands, for page and cards alike.</summary>
    public PlanStanding StandingOf(RequestDocument document, Plan plan, Language language)
    {
        var run = document.State.Run;
        return new PlanStanding
        {
            Plan = plan,
            Run = run,
            Language = language,
            CalledBackAt = ApprovalCases.ProvenByItself(document) ? null : ApprovalCases.CalledBackAt(document),
            UndoUntil = run is not null && desk.CanUndo(run) ? desk.UndoUntil(run) : null,
            SecretUntil = desk.SecretHeldUntil(document.Id),
        };
    }

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

    private static BoardPlan With(BoardPlan shown, Plan plan, WordedPlan words, Language language) => shown with
    {
        Facts = [.. words.Facts, .. words.Secret is { } secret ? [secret] : Array.Empty<string>()],
        Stopped = words.Stopped,
        // The page counts the steps itself.
        Steps = [.. plan.Steps.Zip(words.Steps, (step, said) => new BoardStep(PlanWords.Line(step, language), said.Change, said.Cost, said.State, ToneOf(said.Tone)))],
        Obstacles = words.Obstacles,
        Cautions = words.Cautions,
        Confirmation = words.Confirmation,
    };

    private static string ToneOf(PlanTone tone) => tone is PlanTone.None ? "" : tone.ToString().ToLowerInvariant();
}
