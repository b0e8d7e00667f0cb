using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says a plan to technicians: what it does, what is missing until it runs, and how far it is.</summary>
public static class PlanStandingWords
{
    /// <summary>The plan in words.</summary>
    public static WordedPlan Say(this PlanStanding standing)
    {
        var (plan, run, language) = (standing.Plan, standing.Run, standing.Language);
        var (title, tone) = run is null ? Title(plan) : Title(run);
        return new WordedPlan(
            Typography.Set(title, language), tone,
            [.. plan.Steps.Select((step, index) => Step(step, index, run, language))])
        {
            Obstacles = Lines(plan.Obstacles.Select(PlanNotices.Say), language),
            Cautions = run is null or { AwaitsApproval: true } ? Lines(plan.Cautions.Select(PlanNotices.Say), language) : [],
            Facts = [.. Facts(standing)],
            Stopped = run is { State: PlanState.Halted or PlanState.Dropped } ? Typography.Set(RunWords.Stopped(run), language) : null,
            Secret = standing.SecretUntil is { } until ? Secret(until, language) : null,
            Confirmation = run is { AwaitsApproval: true } && ApprovalRules.TakesTwo(plan) && ConfirmationWord.Of(plan) is { Length: > 0 } word
                ? Typography.Set(Confirm, language) + Typography.OneLine(word)
                : null,
        };
    }

    private static Label Confirm { get; } = new(
        "C'est irréversible, et deux personnes l'approuvent. Pour confirmer, recopiez : ", "This cannot be undone, and two people approve it. To confirm, type: ");

    private static (Label Title, PlanTone Tone) Title(Plan plan) => (plan.Steps.IsEmpty
        ? new("Aucun plan possible", "No plan is possible")
        : new("Plan impossible en l'état", "Plan that cannot run as it stands"), PlanTone.Stop);

    /// <summary>Where a plan stands, with the colour beside it.</summary>
    public static (Label Title, PlanTone Tone) Title(PlanRun run) => run switch
    {
        { State: PlanState.Drawn, Votes.IsEmpty: false } => (new("Plan à approuver : 1 approbation sur\u00A02", "Plan to approve: 1 approval of\u00A02"), PlanTone.Wait),
        { State: PlanState.Drawn, Destructive: true } => (new("Plan à approuver par deux personnes", "Plan to be approved by two people"), PlanTone.Wait),
        { State: PlanState.Drawn } => (new("Plan à approuver", "Plan to approve"), PlanTone.Wait),
        { State: PlanState.Approved, Undoes: true } => (new("Retour arrière en cours", "Being undone"), PlanTone.Wait),
        { AwaitsSecond: true } => (new("Effacement à approuver par une seconde personne", "Wipe to be approved by a second person"), PlanTone.Wait),
        { State: PlanState.Approved, CancelUntil: not null, LastStageHasBegun: false } => (new("Effacement approuvé, encore annulable", "Wipe approved, can still be called off"), PlanTone.Wait),
        { State: PlanState.Approved, HasBegun: false, NotBefore: not null } => (new("Plan approuvé, pas encore exécuté", "Plan approved, not run yet"), PlanTone.Wait),
        { State: PlanState.Approved } => (new("Plan en cours d'exécution", "Plan being carried out"), PlanTone.Wait),
        { State: PlanState.Halted, Undoes: true } => (new("Retour arrière arrêté", "Undo stopped"), PlanTone.Stop),
        { State: PlanState.Halted } => (new("Plan arrêté", "Plan stopped"), PlanTone.Stop),
        { State: PlanState.Done, Undoes: true } => (new("Changements annulés", "Changes undone"), PlanTone.Good),
        { State: PlanState.Done } => (new("Plan exécuté et relu", "Plan carried out and read back"), PlanTone.Good),
        _ => (new("Plan abandonné", "Plan dropped"), PlanTone.None),
    };

    private static WordedStep Step(PlannedStep step, int index, PlanRun? run, Language language)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var (state, tone) = run is null || index >= run.Steps.Length ? (null, PlanTone.None) : StepStates.Of(run, index);
        return new WordedStep($"{number}. {PlanWords.Line(step, language)}")
        {
            Change = PlanWords.Change(step, language),
            Cost = step.Cost is { } cost ? PlanWords.Say(cost, language) : null,
            State = state is null ? null : Typography.Set(state, language),
            Tone = tone,
            IsByHandNow = run is { State: PlanState.Approved } && run.Current == index && run.Steps[index].WaitsFor is StepWait.Technician,
        };
    }

    private static IEnumerable<string> Facts(PlanStanding standing)
    {
        var (plan, run, language) = (standing.Plan, standing.Run, standing.Language);
        if (run is not null)
            foreach (var vote in run.Votes) yield return Approved(vote, run.Undoes, language);
        if (run is { State: PlanState.Drawn, FirstStage: > 0 }) yield return Typography.Set(RunWords.LockFirst, language);
        if (run is { AwaitsApproval: true })
            yield return Said(new("À approuver avant ", "To be approved before "), PlanAgenda.ExpiresAt(run), language);
        if (run is { State: PlanState.Approved, CancelUntil: { } until, LastStageHasBegun: false })
            yield return Said(new("L'effacement ne commence pas, et peut être annulé, avant ", "The wipe does not begin, and can be called off, before "), until, language);
        if (run is null or { State: PlanState.Drawn or PlanState.Approved, HasBegun: false } && plan.NotBefore is { } day)
            yield return Said(new("Rien n'est exécuté avant ", "Nothing is carried out before "), day, language);
        if (standing.CalledBackAt is { } called && run is { State: PlanState.Drawn or PlanState.Approved or PlanState.Halted })
            yield return Said(new("L'identité du demandeur repose sur un rappel, noté ", "The requester's identity rests on a call back, noted on "), called, language);
        if (run is not null && standing.UndoUntil is { } undo) yield return Said(new("Peut être annulé avant ", "Can be undone before "), undo, language);
    }

    private static string Approved(Vote vote, bool undoes, Language language) =>
        Typography.Set(undoes ? new Label("Demandé par ", "Asked for by ") : new Label("Approuvé par ", "Approved by "), language)
        + Typography.OneLine(vote.By.Id) + $", {JournalWords.At(vote.At)}";

    private static string Said(Label what, DateTimeOffset instant, Language language) => Typography.Set(what, language) + Instants.Say(instant, language);

    private static string Secret(DateTimeOffset until, Language language) => Typography.Set(
        new Label(
            $"Nouveau mot de passe à lire une seule fois, sur la page locale, avant {Instants.Say(until, Language.French)}.",
            $"New password, to be read only once, on the local page, before {Instants.Say(until, Language.English)}."),
        language);

    private static ImmutableArray<string> Lines(IEnumerable<Label> labels, Language language) => [.. labels.Select(label => Typography.Set(label, language))];
}
