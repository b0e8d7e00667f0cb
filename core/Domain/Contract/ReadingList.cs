using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract;

/// <summary>The Readings as SI-ONE signs them: what the text leaves open, and what was chosen.</summary>
public static class ReadingList
{
    /// <summary>Every Reading with the value in force.</summary>
    /// <param name="readings">The values in force.</param>
    public static ImmutableArray<ReadingLine> Of(Readings readings)
    {
        var byDefault = Lines(Readings.Default);
        return [.. Lines(readings).Select((line, i) => line with { IsDefault = line.Chosen == byDefault[i].Chosen })];
    }

    private static ImmutableArray<ReadingLine> Lines(Readings readings) =>
    [
        new(nameof(Readings.Hours), ["11", "14", "22", "23", "XIV 1"],
            "Le contrat dit « 48 heures », ailleurs « jours ouvrés » et « jours calendaires ».",
            readings.Hours is HoursReading.ServiceDays
                ? "Les heures courent sur des journées de service entières, nuits comprises ; elles ne courent pas les jours sans service."
                : "Les heures courent à la montre, sans interruption."),
        new(nameof(Readings.TargetHours), ["8", "8.1", "XIV 4.1"],
            "Le contrat ne promet pas de délai pour les téléphones, les incidents et les autres demandes.",
            $"Un objectif de {Number(readings.TargetHours)} heures est annoncé comme tel, et jamais comme un engagement."),
        new(nameof(Readings.PauseWhileCustomerOwes), ["10", "13"],
            "Le contrat parle d’« indisponibilité du client » et d’« indications précises », sans dire ce que devient le délai.",
            Choice(readings.PauseWhileCustomerOwes,
                "Le délai est suspendu tant que le client doit une réponse, et le client en est informé.",
                "Le délai court même si le client doit une réponse.")),
        new(nameof(Readings.ServiceHours), ["3"],
            "Le contrat ne donne d’horaires que pour le mois d’août.",
            $"Les mêmes horaires toute l’année : {Hour(readings.ServiceHours.Opening)} – {Hour(readings.ServiceHours.BreakFrom)} et "
            + $"{Hour(readings.ServiceHours.BreakTo)} – {Hour(readings.ServiceHours.Closing)}. Ils servent aux alertes et aux visites, jamais à refuser une demande."),
        new(nameof(Readings.BotIsTheApplication), ["3", "9", "13", "22"],
            "L’application porte trois noms dans le contrat (SI-ONE Support, SI-ONE Gestion, l’application web de tickets).",
            Choice(readings.BotIsTheApplication,
                "Le bot Teams et SI-ONE Gestion valent application.", "Ni le bot Teams ni SI-ONE Gestion ne valent application.")),
        new(nameof(Readings.SereniteInterventionsByMail), ["9", "XIV 2.5.3"],
            "L’article 9 dit « uniquement via l’application », l’annexe XIV 2.5.3 admet le mail.",
            Choice(readings.SereniteInterventionsByMail,
                "Avec Sérénité, une intervention peut se demander par mail ou dans l’application.",
                "Avec Sérénité, une intervention se demande uniquement dans l’application.")),
        new(nameof(Readings.EmergenciesOnEveryChannel), ["3", "8", "9"],
            "Le contrat ne dit rien d’un téléphone perdu ou d’un incident de sécurité signalé par une autre voie.",
            Choice(readings.EmergenciesOnEveryChannel,
                "Les urgences sont prises en compte par toutes les voies, et un technicien est alerté aussitôt.",
                "Les urgences suivent la voie de la formule ; un technicien est alerté aussitôt.")),
        new(nameof(Readings.CompanyRules), ["8", "14", "16", "19"],
            "Le contrat ne dit qui peut demander que pour les équipes et listes, le mot de passe, la restauration et le téléphone perdu.",
            Choice(readings.CompanyRules,
                "Pour le reste, l’administrateur ou la direction ; pour soi-même, la personne. Les textes parlent de « la règle de votre entreprise ».",
                "Pour le reste, tout salarié peut demander.")),
        new(nameof(Readings.WipeTakesTwo), ["8"],
            "Le contrat prévoit l’effacement à distance d’un téléphone, sans dire qui le décide.",
            Choice(readings.WipeTakesTwo,
                "Le téléphone est d’abord verrouillé ; l’effacement demande la parole de deux personnes et un rappel à un numéro connu.",
                "Une seule demande suffit à l’effacement.")),
        new(nameof(Readings.OfficeSoftware), ["8.1"],
            "Le contrat ne liste pas les logiciels de bureautique standard.",
            $"{string.Join(", ", readings.OfficeSoftware)}, sauf liste propre au bon de commande."),
        new(nameof(Readings.KeepContentWorkingDays), ["23", "25", "RGPD VIII"],
            "Le contrat ne dit pas combien de temps le contenu des demandes est conservé.",
            $"Pendant le contrat, puis {Number(readings.KeepContentWorkingDays)} jours ouvrés."),
        new(nameof(Readings.KeepUnansweredDays), ["25", "RGPD I"],
            "Le contrat ne dit rien des messages d’inconnus ni de ceux qui ne demandent rien.",
            $"Leur texte est conservé {Number(readings.KeepUnansweredDays)} jours après lecture."),
        new(nameof(Readings.KeepSentMailsDays), ["25", "RGPD I"],
            "Le contrat ne dit pas combien de temps les mails envoyés sont conservés.",
            $"Tels qu’ils sont partis, {Number(readings.KeepSentMailsDays)} jours."),
        new(nameof(Readings.KeepSentWordsDays), ["25", "RGPD I"],
            "Le contrat ne dit pas combien de temps le texte des réponses est conservé.",
            $"Il est conservé {Number(readings.KeepSentWordsDays)} jours après l’envoi, une fois la demande terminée."),
    ];

    private static string Choice(bool chosen, string yes, string no) => chosen ? yes : no;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Hour(TimeOnly at) =>
        $"{Number(at.Hour)}{Typography.NoBreakSpace}h" + (at.Minute == 0 ? "" : $"{Typography.NoBreakSpace}{at.Minute:D2}");
}

/// <summary>One Reading.</summary>
/// <param name="Key">The setting under <c>SiOne:Readings</c>.</param>
/// <param name="Articles">The articles that it reads.</param>
/// <param name="Open">What the contract leaves open, in French.</param>
/// <param name="Chosen">What holds, in French.</param>
public sealed record ReadingLine(string Key, ImmutableArray<string> Articles, string Open, string Chosen)
{
    /// <summary>The value in force is the documented one.</summary>
    public bool IsDefault { get; init; } = true;
}
