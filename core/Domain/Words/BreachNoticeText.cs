using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>What is known of a possible personal-data breach when its notice is begun; names and addresses as they are on record or were written.</summary>
/// <param name="State">The request that told of it.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="AwareAt">Since when SI-ONE knows of it, UTC.</param>
public sealed record BreachNoticeFacts(Request State, string Customer, DateTimeOffset AwareAt)
{
    /// <summary>The listed name of who reported it; null for anybody else.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>What the message tells of; null where the operation alone says it.</summary>
    public BreachKind? Kind { get; init; }

    /// <summary>The person concerned; null where nobody is named.</summary>
    public string? Person { get; init; }

    /// <summary>The device concerned, as it was written; null where none is named.</summary>
    public string? Device { get; init; }

    /// <summary>SI-ONE's data protection officer; null where none is set.</summary>
    public string? Officer { get; init; }

    /// <summary>Where they are written to; null where that is not set.</summary>
    public string? OfficerAddress { get; init; }

    /// <summary>What is done in the customer's Microsoft 365; null where no plan was approved.</summary>
    public WorkReport? Work { get; init; }
}

/// <summary>
/// The notice of RGPD V with the content that the GDPR asks for (article 33(3)), begun for the technician who finishes it: what is known is filled in, what is not says so.
/// In French, whoever the reader is. At most some 3,500 characters, so that there is room to write.
/// </summary>
public static class BreachNoticeText
{
    /// <summary>Stands for what a person has to fill in.</summary>
    public const string ToComplete = "à compléter";

    private const int MaxValue = 160;
    private const int MaxSteps = 12;

    /// <summary>The text, lines parted by line feeds.</summary>
    public static string Of(BreachNoticeFacts facts) => string.Join('\n', Parts(facts).SelectMany(part => part.Append("")).SkipLast(1));

    private static IEnumerable<IEnumerable<string>> Parts(BreachNoticeFacts facts)
    {
        yield return [Line("Client : ", facts.Customer), Line("Notre référence : ", facts.State.Reference.Value)];
        yield return Nature(facts);
        yield return
        [
            Set("2. Personnes et données concernées"), Line("Catégories de personnes : ", null), Line("Nombre de personnes, au moins approché : ", null),
            Line("Catégories de données : ", null), Line("Nombre d'enregistrements, au moins approché : ", null),
        ];
        yield return [Set("3. Contact chez SI-ONE"), Line("Délégué à la protection des données : ", facts.Officer), Line("Adresse : ", facts.OfficerAddress)];
        yield return [Set("4. Conséquences probables"), Line("Conséquences : ", null)];
        yield return [Set("5. Mesures prises ou proposées"), .. Measures(facts.Work)];
        yield return
        [
            Set("Ce qui n'est pas encore connu vous sera communiqué dès que possible (article 33, paragraphe 4, du RGPD)."),
        ];
    }

    private static IEnumerable<string> Nature(BreachNoticeFacts facts)
    {
        yield return Set("1. Nature de la violation");
        yield return Line("Événement signalé : ", Set(AllOperations.Get(facts.State.OperationId).Name));
        if (facts.Kind is { } kind) yield return Line("D'après le message : ", Set(kind.Name()));
        if (facts.Device is not null) yield return Line("Appareil : ", facts.Device);
        if (facts.Person is not null) yield return Line("Personne nommée dans le signalement : ", facts.Person);
        if (facts.ReportedBy is not null) yield return Line("Signalé par : ", facts.ReportedBy);
        yield return Line("Signalement reçu : ", Instants.Say(facts.State.ReceivedAt, Language.French));
        yield return Line("Connu de SI-ONE depuis : ", Instants.Say(facts.AwareAt, Language.French));
        yield return Line("Circonstances, et s'il y a eu perte, altération ou divulgation de données : ", null);
    }

    private static IEnumerable<string> Measures(WorkReport? work) => work is not { Steps.IsEmpty: false }
        ? [Line("Mesures : ", null)]
        : work.Steps.Take(MaxSteps).Select(step => Line(step.IsDone ? "Fait : " : "Prévu : ", $"{Set(step.What)}{Target(step.Target)}")).Append(Line("Autres mesures : ", null));

    private static string Target(string target) => Typography.OneLine(target) is { Length: > 0 } named ? $" ({Cut(named)})" : "";

    /// <summary>Values are spelt as their owners spell them.</summary>
    private static string Line(string label, string? value) =>
        Set(label) + (value is not null && Typography.OneLine(value) is { Length: > 0 } line ? Cut(line) : ToComplete);

    private static string Cut(string line) => line.Length <= MaxValue ? line : line[..MaxValue] + "…";

    private static string Set(string french) => Typography.Set(french, Language.French);

    private static string Set(Label label) => Typography.Set(label, Language.French);
}
