using System.Collections.Immutable;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Puts a customer's week into words, on one page. Pure: the same digest always gives the same words.</summary>
public static class DigestWords
{
    /// <summary>The whole digest.</summary>
    /// <param name="digest">The facts.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="greeting">The reader's name; null greets nobody by name.</param>
    /// <param name="linkOf">Where the reader answers a request that waits; null: nowhere.</param>
    public static WordedDigest Say(this CustomerDigest digest, Language language, string? greeting = null, Func<RequestId, Uri?>? linkOf = null) => new(
        language,
        Typography.Set(Subject(digest.Week, language), language),
        AnswerWords.Greeting(greeting, language),
        Typography.OneLine(digest.CustomerName),
        Typography.Set(Period(digest, language), language),
        [.. Lead(digest, language).Select(sentence => Typography.Set(sentence, language))],
        [
            .. DigestRequestWords.Waiting(digest, language, linkOf ?? (_ => null)),
            .. DigestWeekWords.Figures(digest, language),
            .. DigestWeekWords.Promises(digest, language),
            .. DigestRequestWords.Asides(digest, language),
            .. DigestRequestWords.Work(digest, language),
            .. DigestContractWords.Licences(digest, language),
            .. DigestContractWords.Announcements(digest, language),
            .. DigestContractWords.Contract(digest, language),
        ],
        DigestWeekWords.Chart(digest, language),
        Typography.Set(AnswerWords.Contact, language),
        Typography.Set(Automatic, language),
        Typography.Set(Unsubscribe, language));

    private static Label Automatic { get; } = new(
        "Ce point vous est envoyé automatiquement une fois par semaine. Votre réponse sera lue.",
        "This digest is sent to you automatically once a week. Your reply will be read.");

    private static Label Unsubscribe { get; } = new("Ne plus recevoir ce point", "Stop receiving this digest");

    private static Label Subject(IsoWeek week, Language language) => new(
        $"Votre semaine du {Days(week, language)}", $"Your week from {Days(week, language)}");

    private static Label Period(CustomerDigest digest, Language language) => digest.SeenAt < digest.Week.To
        ? new($"Semaine en cours, du {Days(digest.Week, language)} : vue {Instants.Say(digest.SeenAt, language)}",
            $"The present week, from {Days(digest.Week, language)}: seen {Instants.Say(digest.SeenAt, language)}")
        : new($"Semaine du {Days(digest.Week, language)}", $"Week from {Days(digest.Week, language)}");

    /// <summary>"lundi 16 au dimanche 22 mars 2026": month and year are said twice only where they change.</summary>
    internal static string Days(IsoWeek week, Language language)
    {
        var (first, last) = (Instants.Day(week.Monday, language), Instants.Day(week.Sunday, language));
        if (week.Monday.Month == week.Sunday.Month) first = first[..first.IndexOf(Typography.NoBreakSpace, StringComparison.Ordinal)];
        else if (week.Monday.Year == week.Sunday.Year) first = first[..first.LastIndexOf(' ')];
        return language is Language.English ? $"{first} to {last}" : $"{first} au {last}";
    }

    private static ImmutableArray<Label> Lead(CustomerDigest digest, Language language) => digest.Kind switch
    {
        DigestKind.Suspended => [Suspended(digest.SuspendedSince ?? digest.Week.Monday, language), SuspendedSince],
        DigestKind.Empty => [Quiet],
        DigestKind.First => [Welcome, Sum(digest)],
        DigestKind.Ordinary => [Sum(digest)],
    };

    private static Label Suspended(DateOnly since, Language language) => new(
        $"Les prestations prévues au contrat sont suspendues depuis {Instants.Say(since, language)} (articles 2 et 4).",
        $"The services of the contract have been suspended since {Instants.Say(since, language)} (articles 2 and 4).");

    private static Label SuspendedSince { get; } = new(
        "Vos demandes sont conservées et aucun délai ne court. Pour en parler, répondez simplement à ce message.",
        "Your requests are kept and no time runs. To talk about it, simply reply to this message.");

    private static Label Quiet { get; } = new(
        "Semaine calme : aucune demande, aucune échéance, et rien n'attend votre réponse.",
        "A quiet week: no request, no due date, and nothing waits for your answer.");

    private static Label Welcome { get; } = new(
        "Voici votre premier point de la semaine. Il dit ce que votre entreprise a demandé, ce que nous avions promis et ce que nous avons tenu.",
        "This is your first weekly digest. It says what your company asked for, what we had promised and what we kept.");

    private static Label Sum(CustomerDigest digest)
    {
        var asked = digest.Counts.Sum(count => count.Number);
        var due = digest.Kept + digest.Late;
        var told = new List<Label>
        {
            asked switch
            {
                0 => new("aucune nouvelle demande", "no new request"),
                1 => new("une nouvelle demande", "one new request"),
                _ => new($"{asked}{Typography.NoBreakSpace}nouvelles demandes", $"{asked}{Typography.NoBreakSpace}new requests"),
            },
        };
        if (due > 0)
            told.Add(new(
                due == 1 ? digest.Kept == 1 ? "une échéance, tenue" : "une échéance, non tenue" : $"{digest.Kept}{Typography.NoBreakSpace}{(digest.Kept > 1 ? "échéances tenues" : "échéance tenue")} sur {due}",
                due == 1 ? digest.Kept == 1 ? "one due date, kept" : "one due date, missed" : $"{digest.Kept} of {due} due dates kept"));
        if (!digest.Waiting.IsEmpty)
            told.Add(digest.Waiting.Length == 1
                ? new("une demande attend une réponse de votre entreprise", "one request waits for an answer of your company’s")
                : new($"{digest.Waiting.Length}{Typography.NoBreakSpace}demandes attendent une réponse de votre entreprise", $"{digest.Waiting.Length}{Typography.NoBreakSpace}requests wait for an answer of your company’s"));
        return new($"En bref : {string.Join(", ", told.Select(label => label.Fr))}.", $"In short: {string.Join(", ", told.Select(label => label.En))}.");
    }
}
