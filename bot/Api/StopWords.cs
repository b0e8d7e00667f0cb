using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Host.Api;

/// <summary>What technicians read of the stop switch.</summary>
internal static class StopWords
{
    /// <summary>Changes are carried out.</summary>
    public static readonly Label Off = new("Changements chez les clients : en marche", "Changes at customers': running");

    /// <summary>It is set.</summary>
    public static readonly Label On = new("Changements chez les clients : arrêtés", "Changes at customers': stopped");

    /// <summary>Nothing leaves by itself, stopped or not.</summary>
    public static readonly Label Held = new("Changements chez les clients : retenus (mode observation)", "Changes at customers': held (observe-only)");

    /// <summary>What pressing does.</summary>
    public static readonly Label Does = new(
        "Plus aucun changement ne part chez aucun client ; ce qui est déjà parti n'est pas rappelé, et le reste attend la reprise.",
        "No further change leaves for any customer; what has left is not called back, and the rest waits to go on.");

    /// <summary>What ending it does.</summary>
    public static readonly Label Ends = new("Les plans approuvés et encore valables reprennent là où ils en étaient.", "Approved plans that still hold go on where they stood.");

    /// <summary>Who may end it.</summary>
    public static readonly Label EndsSignedIn = new("Seul un technicien connecté peut lever l'arrêt.", "Only a signed-in technician can end the stop.");

    /// <summary>The button.</summary>
    public static readonly Label Stop = new("Arrêt d'urgence", "Emergency stop");

    /// <summary>The same, pressed once.</summary>
    public static readonly Label ConfirmStop = new("Confirmer : tout arrêter", "Confirm: stop everything");

    /// <summary>The button that ends it.</summary>
    public static readonly Label End = new("Lever l'arrêt", "End the stop");

    /// <summary>The same, pressed once.</summary>
    public static readonly Label ConfirmEnd = new("Confirmer : reprendre", "Confirm: go on");
}
