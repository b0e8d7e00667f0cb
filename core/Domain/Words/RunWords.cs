using System.Globalization;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says where a plan and its steps stand.</summary>
public static class RunWords
{
    /// <summary>Before anything was drawn up.</summary>
    public static Label None { get; } = new("Un plan peut être préparé : rien n'est changé avant son approbation.", "A plan can be prepared: nothing is changed before it is approved.");

    /// <summary>A plan with obstacles.</summary>
    public static Label Blocked { get; } = new("Ce plan ne peut pas être exécuté en l'état.", "This plan cannot be carried out as it stands.");

    /// <summary>A lost phone is locked on one approval, and only the wipe waits for two.</summary>
    public static Label LockFirst { get; } = new(
        "La première approbation lance aussitôt tout ce qui précède l'effacement ; l'effacement attend une seconde personne.",
        "The first approval starts everything before the wipe at once; the wipe waits for a second person.");

    /// <summary>Shows a new password, for the one time.</summary>
    public static Label ReadSecret { get; } = new("Lire le nouveau mot de passe", "Read the new password");

    /// <summary>There is no new password to be read.</summary>
    public static Label SecretGone { get; } = new(
        "Ce mot de passe a déjà été lu, ou a expiré : il faut en créer un nouveau.", "This password was read already, or has expired: a new one has to be made.");

    /// <summary>Where a plan stands, and what comes next.</summary>
    /// <param name="run">The plan's run.</param>
    /// <param name="technician">A technician's name as it is shown.</param>
    public static Label Say(PlanRun run, Func<string, string> technician) => run.State switch
    {
        PlanState.Drawn => Drawn(run),
        PlanState.Approved => Approved(run, technician),
        PlanState.Halted => Halted(run),
        PlanState.Done when run.Undoes => new("Les changements ont été annulés et relus.", "The changes were undone and read back."),
        PlanState.Done => new($"Exécuté et relu, {By(run, technician).Fr}.", $"Carried out and read back, {By(run, technician).En}."),
        PlanState.Dropped => Dropped(run),
    };

    /// <summary>Where a step stands.</summary>
    public static Label Say(StepRun step) => step switch
    {
        { State: StepState.Settled, End: StepEnd.ByHand } => new("fait à la main", "done by hand"),
        { State: StepState.Settled, End: StepEnd.AlreadySo } => new("déjà en place", "already so"),
        { State: StepState.Settled, End: StepEnd.Overtaken } => new("remis à Intune, puis devancé par l'effacement", "left with Intune, then overtaken by the wipe"),
        { State: StepState.Settled } => new("fait et relu", "done and read back"),
        { WaitsFor: StepWait.Technician } => new("à faire par un technicien", "for a technician to do"),
        { WaitsFor: StepWait.CustomerAdministrator } => new("attend un second administrateur du client dans Intune", "waits for a second administrator of the customer in Intune"),
        { WaitsFor: StepWait.Device } => new("attend l'appareil", "waits for the device"),
        { WaitsFor: StepWait.Service, NextAt: { } next } => new($"attend Microsoft jusqu'à {Time(next)}", $"waits for Microsoft until {Time(next)}"),
        { State: StepState.Applied } => new("accepté, en cours de relecture", "taken, being read back"),
        { State: StepState.Intended } => new("appel lancé", "call begun"),
        _ => new("à venir", "to come"),
    };

    private static Label Drawn(PlanRun run)
    {
        var until = PlanAgenda.ExpiresAt(run);
        var (fr, en) = (Instants.Say(until, Language.French), Instants.Say(until, Language.English));
        if (!run.Destructive) return new($"À approuver avant {fr}.", $"To be approved before {en}.");
        if (run.FirstStage > 0)
            return new($"{LockFirst.Fr} À approuver avant {fr}.", $"{LockFirst.En} To be approved before {en}.");
        return run.Votes.IsEmpty
            ? new($"Deux personnes doivent approuver avant {fr}.", $"Two people have to approve before {en}.")
            : new($"Une approbation sur deux est donnée ; la seconde avant {fr}.", $"One approval of two is given; the second before {en}.");
    }

    private static Label Approved(PlanRun run, Func<string, string> technician)
    {
        var by = By(run, technician);
        if (run.AwaitsSecond) return Second(by, PlanAgenda.ExpiresAt(run));
        if (run is { CancelUntil: { } until, LastStageHasBegun: false })
            return new(
                $"Approuvé {by.Fr} ; l'effacement peut être annulé avant {Instants.Say(until, Language.French)}.",
                $"Approved {by.En}; the wipe can be called off before {Instants.Say(until, Language.English)}.");
        return !run.HasBegun && run.NotBefore is { } day
            ? new($"Approuvé {by.Fr} ; exécution {Instants.Say(day, Language.French)}.", $"Approved {by.En}; carried out on {Instants.Say(day, Language.English)}.")
            : new($"Approuvé {by.Fr} ; en cours.", $"Approved {by.En}; under way.");
    }

    private static Label Second(Label by, DateTimeOffset until) => new(
        $"Verrouillage approuvé {by.Fr} ; l'effacement attend une seconde personne, avant {Instants.Say(until, Language.French)}.",
        $"Lock approved {by.En}; the wipe waits for a second person, before {Instants.Say(until, Language.English)}.");

    private static Label Halted(PlanRun run)
    {
        var reason = PlanReasons.Say(run.Reason ?? "");
        return new($"Arrêté : {reason.Fr}.", $"Stopped: {reason.En}.");
    }

    private static Label Dropped(PlanRun run) => run.Reason switch
    {
        PlanReasons.Refused => new("Plan refusé.", "Plan refused."),
        PlanReasons.CalledOff => new("Effacement annulé ; ce qui était déjà fait le reste.", "Wipe called off; what was done already stays so."),
        PlanReasons.Expired => new("Plan expiré sans approbation.", "Plan expired without approval."),
        _ => new("Plan abandonné : la demande a changé.", "Plan dropped: the request has changed."),
    };

    private static Label By(PlanRun run, Func<string, string> technician)
    {
        var names = string.Join(", ", run.Votes.Select(vote => technician(vote.By.Id)).Distinct(StringComparer.Ordinal));
        return new($"par {names}", $"by {names}");
    }

    private static string Time(DateTimeOffset instant) => Commitments.ParisTime.Of(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
