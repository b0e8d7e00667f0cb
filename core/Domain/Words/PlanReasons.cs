using System.Collections.Frozen;

namespace SiOne.Bot.Domain.Words;

/// <summary>Why a plan stands still or will not run: the machine reasons of journals with the words that technicians read.</summary>
public static class PlanReasons
{
    /// <summary>A technician refused it.</summary>
    public const string Refused = "refused";

    /// <summary>A technician called the wipe off.</summary>
    public const string CalledOff = "called-off";

    /// <summary>It was not approved in time.</summary>
    public const string Expired = "expired";

    /// <summary>The sealed plan is missing, or is not the one that was approved.</summary>
    public const string PlanLost = "plan-lost";

    /// <summary>The customer has left the files, or they cannot be read: nobody acts (RELIABILITY E70).</summary>
    public const string CustomerUnknown = "customer-unknown";

    /// <summary>The customer's file names another tenant now.</summary>
    public const string OtherTenant = "other-tenant";

    /// <summary>The contract does not allow it any more (Art. 2, 4).</summary>
    public const string NotAllowedNow = "not-allowed-now";

    /// <summary>The approval does not hold any more.</summary>
    public const string ApprovalGone = "approval-gone";

    /// <summary>The effect was not seen in the time given.</summary>
    public const string NotReadBack = "not-read-back";

    /// <summary>A destructive call was made, and nobody knows what became of it.</summary>
    public const string Unclear = "unclear";

    /// <summary>No second administrator of the customer approved it in Intune within three days.</summary>
    public const string NoSecondAdministrator = "no-second-administrator";

    private static readonly FrozenDictionary<string, Label> Words = new Dictionary<string, Label>(StringComparer.Ordinal)
    {
        [PlanLost] = new("le plan scellé est introuvable ou n'est plus celui qui a été approuvé", "the sealed plan is missing, or is not the one that was approved"),
        [CustomerUnknown] = new("le dossier du client est introuvable ou illisible", "the customer's file is missing or cannot be read"),
        [OtherTenant] = new("le dossier du client désigne un autre locataire Microsoft 365", "the customer's file names another Microsoft 365 tenant"),
        [NotAllowedNow] = new("le contrat ne le permet plus", "the contract does not allow it any more"),
        [ApprovalGone] = new("l'approbation ne vaut plus", "the approval does not hold any more"),
        [NotReadBack] = new("l'effet n'a pas été constaté dans le délai prévu", "the effect was not seen in the time given"),
        [Unclear] = new("l'appel est parti sans réponse sûre, et il ne se répète pas", "the call left without a certain answer, and is not repeated"),
        [NoSecondAdministrator] = new(
            "aucun second administrateur du client n'a approuvé dans Intune sous trois jours", "no second administrator of the customer approved it in Intune within three days"),
        [Execution.ExecutionEvolution.RequestChanged] = new("la demande a changé", "the request has changed"),
        ["renamed"] = new("le compte a été renommé depuis l'approbation", "the account was renamed after the approval"),
        ["gone"] = new("la cible n'existe plus", "the target does not exist any more"),
        ["privileged"] = new("le compte porte un rôle d'administrateur", "the account bears an administrator's role"),
        ["not-ours"] = new("un autre compte porte déjà cette adresse", "another account bears that address already"),
        ["holder-changed"] = new("l'appareil a changé de détenteur", "the device has another holder now"),
        ["no-licence-left"] = new("il ne reste pas de licence", "no licence is left"),
        ["guest"] = new("le compte est celui d'un invité", "the account is a guest's"),
        ["synced"] = new("le compte vient d'un serveur du client", "the account comes from a server of the customer"),
        ["disabled"] = new("le compte a été bloqué entre-temps", "the account was blocked meanwhile"),
        ["device-changed"] = new("l'appareil n'est plus celui qui a été approuvé", "the device is not the one that was approved"),
        ["distribution-list"] = new("une liste de distribution ne se modifie que dans Exchange", "a distribution list is changed in Exchange alone"),
        ["dynamic-group"] = new("les membres de ce groupe suivent une règle", "this group's members follow from a rule"),
        ["group-gone"] = new("le groupe n'existe plus", "the group does not exist any more"),
        ["manager-gone"] = new("le compte du responsable n'existe plus", "the manager's account does not exist any more"),
        ["licence-by-group"] = new("la licence vient d'un groupe", "the licence comes by a group"),
        ["no-usage-location"] = new("le compte n'a pas de pays d'utilisation", "the account has no usage location"),
        ["rule-changed"] = new("la règle de redirection a été modifiée entre-temps", "the redirection rule was changed meanwhile"),
        ["changed-meanwhile"] = new("l'état a changé entre-temps chez le client", "the state was changed meanwhile at the customer's"),
        ["version-gone"] = new("cette version du fichier n'existe plus", "this version of the file does not exist any more"),
        ["device-refused"] = new("l'appareil a refusé l'ordre", "the device refused the order"),
        ["wrong-tenant"] = new("la réponse vient d'un autre locataire Microsoft 365", "the answer came from another Microsoft 365 tenant"),
        ["consent-missing"] = new("le client n'a pas donné, ou a retiré, son consentement à l'application", "the customer has not given, or has withdrawn, consent to the application"),
        ["not-configured"] = new("l'application qui en a le droit n'est pas configurée", "the application with that right is not configured"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of a reason; of a code of Microsoft's, the code.</summary>
    public static Label Say(string reason) => Words.TryGetValue(reason, out var label) ? label
        : Enum.TryParse<Execution.ApprovalRefusal>(reason, out var refusal) && Enum.IsDefined(refusal) ? Clause(refusal.Say())
        : new($"Microsoft a refusé ({reason})", $"Microsoft refused ({reason})");

    /// <summary>A sentence as the end of another one.</summary>
    private static Label Clause(Label sentence) => new(Clause(sentence.Fr), Clause(sentence.En));

    private static string Clause(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');
}
