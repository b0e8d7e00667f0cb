using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says where one step of a plan stands, with its hour; nobody reads that it is done before it was read back.</summary>
internal static class StepStates
{
    /// <summary>In words, with the colour beside them; no words before the plan was approved, or where it was dropped.</summary>
    public static (Label? State, PlanTone Tone) Of(PlanRun run, int index)
    {
        var step = run.Steps[index];
        if (step is { State: StepState.Settled }) return (At(RunWords.Say(step), step.SettledAt), PlanTone.Good);
        if (run.State is PlanState.Drawn or PlanState.Dropped) return (null, PlanTone.None);
        if (run.State is PlanState.Halted && index == run.Current) return (new("arrêté", "stopped"), PlanTone.Stop);
        if (index >= run.FirstStage && !run.LastStageHasBegun)
        {
            if (run.AwaitsSecond) return (new("attend une seconde approbation", "waits for a second approval"), PlanTone.Wait);
            if (run.CancelUntil is { } until) return (new($"à venir, annulable avant le {JournalWords.At(until)}", $"to come, can be called off before {JournalWords.At(until)}"), PlanTone.Wait);
        }

        return step switch
        {
            { WaitsFor: StepWait.CustomerAdministrator, WaitsSince: { } since } => (Until(RunWords.Say(step), since + PlanAgenda.CustomerAdministratorHolds), PlanTone.Wait),
            { WaitsFor: StepWait.Device } => (At(RunWords.Say(step), step.WaitsSince), PlanTone.Wait),
            { WaitsFor: StepWait.Service or StepWait.Technician } => (RunWords.Say(step), PlanTone.Wait),
            { State: StepState.Intended or StepState.Applied } => (At(RunWords.Say(step), step.IntendedAt), PlanTone.Wait),
            _ => (RunWords.Say(step), PlanTone.None),
        };
    }

    private static Label At(Label said, DateTimeOffset? instant) => instant is { } at
        ? new($"{said.Fr}, {JournalWords.At(at)}", $"{said.En}, {JournalWords.At(at)}")
        : said;

    private static Label Until(Label said, DateTimeOffset instant) =>
        new($"{said.Fr}, jusqu'au {JournalWords.At(instant)}", $"{said.En}, until {JournalWords.At(instant)}");
}
