using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says where one step of a plan stands, with its hour; nobody reads that it is done before it was read back.</summary>
internal static class StepStates
{
    /// <summary>In words, with the colour beside them; no words before the plan was approved, or where it was dropped.</summary>
    public static (Label? State, PlanTone Tone) Of(PlanRun run, int index)
    {
        var step = run.Steps[index];
        if (step is { State: StepState.Settled, SettledAt: { } at }) return (Settled(step, JournalWords.At(at)), PlanTone.Good);
        if (run.State is PlanState.Drawn or PlanState.Dropped) return (null, PlanTone.None);
        if (run.State is PlanState.Halted && index == run.Current) return (new("arrêtée", "stopped"), PlanTone.Stop);
        if (step is { WaitsFor: { } wait }) return (Waits(step, wait), PlanTone.Wait);
        return step.State switch
        {
            StepState.Intended => (With(new("appel lancé", "call begun"), step.IntendedAt), PlanTone.Wait),
            StepState.Applied => (new("acceptée par Microsoft, à relire", "taken by Microsoft, to be read back"), PlanTone.Wait),
            _ => (new("à faire", "to do"), PlanTone.None),
        };
    }

    private static Label Settled(StepRun step, string at) => step.End switch
    {
        StepEnd.ByHand => new($"faite à la main, {at}", $"done by hand, {at}"),
        StepEnd.AlreadySo => new($"déjà en place, {at}", $"already so, {at}"),
        _ => new($"faite et relue, {at}", $"done and read back, {at}"),
    };

    private static Label Waits(StepRun step, StepWait wait) => wait switch
    {
        StepWait.Service => step.NextAt is { } next
            ? new($"en attente de Microsoft, nouvel essai {JournalWords.At(next)}", $"waiting for Microsoft, next try {JournalWords.At(next)}")
            : new("en attente de Microsoft", "waiting for Microsoft"),
        StepWait.ReadBack => With(new("acceptée, en attente de relecture", "taken, waiting to be read back"), step.WaitsSince),
        StepWait.Device => With(new("en attente de l'appareil", "waiting for the device"), step.WaitsSince),
        StepWait.CustomerAdministrator => (step.WaitsSince + PlanAgenda.CustomerAdministratorHolds) is { } until
            ? new($"en attente d'un administrateur du client dans Intune, jusqu'au {JournalWords.At(until)}",
                $"waiting for an administrator of the customer in Intune, until {JournalWords.At(until)}")
            : new("en attente d'un administrateur du client dans Intune", "waiting for an administrator of the customer in Intune"),
        StepWait.Technician => new("à la main : à faire, puis à cocher", "by hand: to be done, then ticked off"),
    };

    private static Label With(Label said, DateTimeOffset? since) => since is { } at
        ? new($"{said.Fr}, {JournalWords.At(at)}", $"{said.En}, {JournalWords.At(at)}")
        : said;
}
