using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Host.Operations;

/// <summary>The sentences of the register: what annex RGPD I says of people and data, what each service makes of it, and what the product does for security.</summary>
internal static class RegisterWords
{
    private static readonly ImmutableSortedDictionary<Service, string> Processings = new Dictionary<Service, string>
    {
        [Service.Maintenance] = "support et dépannage des postes, préparation des postes et gestion des sessions (article 8)",
        [Service.Phones] = "support et préparation des téléphones, verrouillage et effacement à distance (article 8)",
        [Service.Messaging] = "gestion du domaine et des boîtes mail (article 11)",
        [Service.Microsoft365] = "gestion des comptes, droits et licences Microsoft 365 (article 14)",
        [Service.Backup] = "sauvegarde et restauration des serveurs et des postes (articles 18 et 19)",
        [Service.Backup365] = "sauvegarde et restauration de Microsoft 365 (article 19)",
        [Service.ManagedServices] = "infogérance (annexe XIV)",
    }.ToImmutableSortedDictionary();

    /// <summary>RGPD I.</summary>
    public static ImmutableArray<string> People { get; } = [.. new[] { "les salariés du responsable de traitement", "les salariés de ses propres clients" }.Select(Set)];

    /// <summary>RGPD I; a password is masked by product rule.</summary>
    public static ImmutableArray<string> Data { get; } =
    [
        .. new[]
        {
            "état civil : nom et prénom du demandeur et de la personne concernée", "données professionnelles : adresses mail, noms de session, numéros de téléphone au dossier",
            "contenu des demandes et des échanges, fichiers joints", "mots de passe : masqués avant tout enregistrement ; le message brut, chiffré, est détruit sous 72 heures",
        }.Select(Set),
    ];

    /// <summary>RGPD VII: what the product itself does.</summary>
    public static ImmutableArray<string> Security { get; } =
    [
        .. new[]
        {
            "textes, réponses et plans chiffrés (AES-256-GCM) sous une clé maîtresse gardée à part des sauvegardes", "messages bruts chiffrés chacun sous sa propre clé, détruite la première",
            "journaux sans nom, adresse ni texte ; journal des opérateurs chaîné, vérifiable", "secrets masqués avant tout enregistrement",
            "expéditeur vérifié (DMARC ou connexion) avant toute action sensible, sinon rappel à un numéro connu", "cloisonnement par client (article 20) ; page locale réservée à la machine ou aux techniciens connectés",
            "actes dans Microsoft 365 approuvés par une personne, deux s'ils détruisent", "destruction à échéance par catégorie, effacement vérifié, fichiers réservés au compte du service",
        }.Select(Set),
    ];

    /// <summary>A customer.</summary>
    public static RegisteredController Of(Customer customer) => new(
        customer.Id, Typography.OneLine(customer.Name),
        customer.DataProtectionContact?.Value ?? $"{Register.Missing} ({customer.Id}.json: dataProtectionContact)",
        customer.Subscription.Term?.Start, customer.Subscription.TerminatedOn,
        [.. customer.Subscription.Services.Order().Select(service => Set(Processings[service])), Set("réception, tri et suivi des demandes de support, par mail et dans l'application")],
        Set(customer.Subscription.DataAtEnd switch
        {
            DataAtEnd.Destroyed => "destruction",
            DataAtEnd.Returned => "restitution au responsable de traitement",
            DataAtEnd.HandedOver => "remise au sous-traitant désigné",
            _ => "choix à faire en fin de contrat",
        }));

    /// <summary>A rule of retention.</summary>
    public static RegisteredRetention Of(RetentionRule rule) => new(
        Typography.Capital(Set(rule.Data.Name().Fr)), Set(rule.HowLong.Fr), Set(rule.From.Fr),
        rule.Reading is { } reading ? Set($"lecture de SI-ONE (SiOne:Readings:{reading}), {new Article(rule.Article).Cited}") : new Article(rule.Article).Cited,
        Set(rule.EndedBy switch
        {
            EndedBy.Job => "automatique, chaque jour",
            EndedBy.Person => "décision d'une personne",
            EndedBy.Nothing => "rien à détruire",
        }));

    /// <summary>An agreement on a model's provider.</summary>
    public static string Of(Customer customer, ProviderAgreement agreement, DateOnly today) => Set(
        $"{customer.Id} : avis du {Day(agreement.NoticeOn)}, accord du {Day(agreement.AgreedOn)}, {(today >= agreement.From ? "en vigueur depuis le" : "en vigueur à partir du")} {Day(agreement.From)}");

    /// <summary>A sentence in French.</summary>
    public static string Set(string sentence) => Typography.Set(sentence, Language.French);

    /// <summary>"23/11/2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
