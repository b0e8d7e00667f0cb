using System.Diagnostics;
using System.Globalization;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Tells technicians what happened to a plan: steps by their number, since a journal holds no name.</summary>
internal static class PlanJournalWords
{
    /// <summary>One sentence.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="who">Names whoever acted.</param>
    public static Label Of(ExecutionEvent happened, Func<Actor, Label> who) => happened switch
    {
        ExecutionEvent.Drawn { Undoes: true } e => By("Retour arrière préparé", "Undo prepared", who(e.By)),
        ExecutionEvent.Drawn e => By($"Plan de {Count(e.Steps)} {(e.Steps == 1 ? "étape" : "étapes")} préparé", $"Plan of {Count(e.Steps)} {(e.Steps == 1 ? "step" : "steps")} prepared", who(e.By)),
        ExecutionEvent.Voted { CancelUntil: { } until } e => new(
            $"Plan approuvé par {who(e.By).Fr} ; l'effacement peut être annulé avant {Instants.Say(until, Language.French)}.",
            $"Plan approved by {who(e.By).En}; the wipe can be called off before {Instants.Say(until, Language.English)}."),
        ExecutionEvent.Voted { Complete: true } e => By("Plan approuvé", "Plan approved", who(e.By)),
        ExecutionEvent.Voted e => By("Première approbation donnée", "First approval given", who(e.By)),
        ExecutionEvent.Dropped e => Dropped(e, who(e.By)),
        ExecutionEvent.Intended e => new($"Étape {Number(e.Step)} : appel lancé.", $"Step {Number(e.Step)}: call begun."),
        ExecutionEvent.Applied e => new($"Étape {Number(e.Step)} : acceptée par Microsoft, pas encore relue.", $"Step {Number(e.Step)}: taken by Microsoft, not read back yet."),
        ExecutionEvent.Waits e => Waits(e),
        ExecutionEvent.Settled { How: StepEnd.ByHand } e => By($"Étape {Number(e.Step)} faite à la main", $"Step {Number(e.Step)} done by hand", who(e.By)),
        ExecutionEvent.Settled { How: StepEnd.AlreadySo } e => new($"Étape {Number(e.Step)} : déjà en place, rien à faire.", $"Step {Number(e.Step)}: already so, nothing to do."),
        ExecutionEvent.Settled { How: StepEnd.Overtaken } e => new(
            $"Étape {Number(e.Step)} : devancée par l'effacement, l'appareil ne l'avait pas encore prise.", $"Step {Number(e.Step)}: overtaken by the wipe, the device had not taken it yet."),
        ExecutionEvent.Settled e => new($"Étape {Number(e.Step)} : faite et relue.", $"Step {Number(e.Step)}: done and read back."),
        ExecutionEvent.Halted e => Halted(e),
        ExecutionEvent.Resumed e => By("Exécution reprise", "Execution resumed", who(e.By)),
        ExecutionEvent.SecretShown e => By("Mot de passe montré une fois, demandé", "Password shown once, asked for", who(e.By)),
        ExecutionEvent.Ended => new("Plan exécuté : chaque étape a été relue.", "Plan carried out: each step was read back."),
        _ => throw new UnreachableException(),
    };

    private static Label Waits(ExecutionEvent.Waits e)
    {
        var (fr, en) = e.Why switch
        {
            StepWait.Service => ("attend Microsoft, rien n'a été changé", "waits for Microsoft, nothing was changed"),
            StepWait.ReadBack => ("attend d'être relue", "waits to be read back"),
            StepWait.Device => ("attend l'appareil", "waits for the device"),
            StepWait.CustomerAdministrator => ("attend un second administrateur du client dans Intune", "waits for a second administrator of the customer in Intune"),
            StepWait.Technician => ("attend un technicien", "waits for a technician"),
        };
        return new($"Étape {Number(e.Step)} : {fr}.", $"Step {Number(e.Step)}: {en}.");
    }

    private static Label Dropped(ExecutionEvent.Dropped e, Label who) => e.Because switch
    {
        PlanReasons.Refused => By("Plan refusé", "Plan refused", who),
        PlanReasons.CalledOff => By("Effacement annulé", "Wipe called off", who),
        PlanReasons.Expired => new("Plan expiré : il n'a pas été approuvé à temps.", "Plan expired: it was not approved in time."),
        _ => new("Plan abandonné : la demande a changé.", "Plan dropped: the request has changed."),
    };

    private static Label Halted(ExecutionEvent.Halted e)
    {
        var reason = PlanReasons.Say(e.Reason);
        return new($"Étape {Number(e.Step)} arrêtée : {reason.Fr}.", $"Step {Number(e.Step)} stopped: {reason.En}.");
    }

    private static Label By(string fr, string en, Label who) => new($"{fr} par {who.Fr}.", $"{en} by {who.En}.");

    private static string Number(int step) => Count(step + 1);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
