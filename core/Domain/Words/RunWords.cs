using System.Globalization;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says what page and cards have in common about plans: where a step stands, why a plan does not run.</summary>
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

    /// <summary>Why a plan stands still, or will not run, as a sentence.</summary>
    public static Label Stopped(PlanRun run) => run.State is PlanState.Halted && PlanReasons.Say(run.Reason ?? "") is var reason
        ? new($"Arrêté : {reason.Fr}.", $"Stopped: {reason.En}.")
        : Dropped(run);

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

    private static Label Dropped(PlanRun run) => run.Reason switch
    {
        PlanReasons.Refused => new("Plan refusé.", "Plan refused."),
        PlanReasons.CalledOff => new("Effacement annulé ; ce qui était déjà fait le reste.", "Wipe called off; what was done already stays so."),
        PlanReasons.Expired => new("Plan expiré sans approbation.", "Plan expired without approval."),
        _ => new("Plan abandonné : la demande a changé.", "Plan dropped: the request has changed."),
    };

    private static string Time(DateTimeOffset instant) => Commitments.ParisTime.Of(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
