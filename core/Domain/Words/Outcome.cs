using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>The fixed words of one outcome. An outcome is a verdict as far as this reader may know it.</summary>
/// <param name="Tone">How it stands.</param>
/// <param name="Status">Two or three words.</param>
/// <param name="Subject">The subject line; the operation's name may follow it after a colon.</param>
/// <param name="Lead">What follows, in a sentence; null when the promise says it all.</param>
internal sealed record Outcome(Tone Tone, Label Status, Label Subject, Label? Lead = null)
{
    /// <summary>Nothing is claimed but that the message is there: a technician sorts it, or the reader may not know more.</summary>
    public static Outcome Received { get; } = new(
        Tone.Done, new("Bien reçue", "Received"), new("Votre demande est bien reçue", "We have received your request"));

    private static Outcome Terminated { get; } = new(
        Tone.Aside, new("Contrat terminé", "Contract ended"),
        new("Votre demande ne peut pas être traitée", "Your request cannot be handled"),
        new("Nous ne pouvons plus traiter cette demande dans le cadre du contrat.",
            "We can no longer handle this request under the contract."));

    /// <summary>The contract is suspended.</summary>
    public static Outcome Suspended { get; } = new(
        Tone.Aside, new("Service suspendu", "Service suspended"),
        new("Votre demande est en attente", "Your request is on hold"),
        new("Le service est actuellement suspendu : votre demande est conservée, mais n'est pas traitée pour le moment.",
            "The service is suspended at present: your request is kept, but not handled for the time being."));

    private static Outcome Quote { get; } = new(
        Tone.Aside, new("Sur devis", "By quote"),
        new("Votre demande appelle un devis", "Your request calls for a quote"),
        new("Votre demande sort du contrat et fera l'objet d'un devis ou d'un contrat distinct : ce n'est pas un refus.",
            "Your request lies outside the contract and calls for a quote or a separate contract: this is not a refusal."));

    /// <summary>A step of the customer is left.</summary>
    public static Outcome Draft { get; } = new(
        Tone.Waiting, new("À confirmer", "To be confirmed"),
        new("Votre demande est à confirmer", "Please confirm your request"),
        new("Votre demande est conservée. Il reste une étape pour qu'elle soit valable.",
            "Your request is kept. One step is left to make it valid."));

    private static Outcome ProveIdentity { get; } = new(
        Tone.Waiting, new("Nous vous appelons", "We will call you"),
        new("Nous vous appelons au sujet de votre demande", "We will call you about your request"),
        new("Votre demande est enregistrée. Par sécurité, un technicien vous appelle avant de la traiter.",
            "Your request is registered. To be safe, a technician will call you before handling it."));

    private static Outcome AwaitApproval { get; } = new(
        Tone.Waiting, new("En attente d'un accord", "Waiting for approval"),
        new("Votre demande attend un accord", "Your request waits for approval"),
        new("Votre demande est enregistrée. Nous la traiterons dès que l'accord nécessaire sera donné.",
            "Your request is registered. We will handle it as soon as the approval it needs is given."));

    /// <summary>The customer owes details.</summary>
    public static Outcome AwaitDetails { get; } = new(
        Tone.Waiting, new("Précisions attendues", "Details needed"),
        new("Votre demande attend des précisions", "Your request needs a few details"),
        new("Votre demande est enregistrée. Il nous manque quelques précisions pour la traiter.",
            "Your request is registered. We need a few details to handle it."));

    private static Outcome Accepted { get; } = new(
        Tone.Done, new("Enregistrée", "Registered"), new("Votre demande est enregistrée", "Your request is registered"));

    /// <summary>
    /// The outcome that the reader of this answer may know. What depends on the operation is not said when the operation is not sure;
    /// what tells of the contract or of the request's details is not said to an unproven sender.
    /// </summary>
    public static Outcome Of(AnsweredRequest request)
    {
        var told = request.Verdict switch
        {
            Verdict.UnknownSender => Received,
            Verdict.Terminated => Terminated,
            Verdict.Suspended => Suspended,
            Verdict.Quote => Quote,
            Verdict.Draft => Draft,
            Verdict.ProveIdentity => ProveIdentity,
            Verdict.AwaitApproval => AwaitApproval,
            Verdict.AwaitDetails => AwaitDetails,
            Verdict.Accepted => Accepted,
        };
        var ofTheContract = request.Verdict is Verdict.Terminated or Verdict.Suspended;
        return (request.Abstained && !ofTheContract)
            || (request.DetailsWithheld && (ofTheContract || request.Verdict is Verdict.Quote or Verdict.AwaitDetails))
            ? Received
            : told;
    }
}
