using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says what is promised about time. Only a commitment is called one; a target always says that it is none.</summary>
internal static class PromiseWords
{
    /// <summary>The promise; null while no clock runs: a draft's shadow date, above all, is no promise.</summary>
    public static WordedPromise? Of(AnsweredRequest request, PromiseIs standing, Language language) =>
        request is { Verdict: Verdict.Accepted, Abstained: false, Due: { } due } && request.Promise is not Promise.None
            ? new WordedPromise(
                Typography.Set(Heading(Firmness(request, due), standing), language), Line(Firmness(request, due), due, language),
                [.. Notes(request, due, standing).Select(note => Typography.Set(note, language))])
            : null;

    /// <summary>Art. 13, 16: the date asked for at short notice is accepted and aimed at, and nothing is promised of it.</summary>
    /// <param name="promise">What the contract promises of the operation.</param>
    /// <param name="codes">The codes of the findings.</param>
    /// <param name="effectiveOn">The date given by the customer; null when none was.</param>
    /// <param name="due">When it is due.</param>
    public static Promise Firmness(Promise promise, IEnumerable<string> codes, DateOnly? effectiveOn, Due due) =>
        promise is Promise.Commitment && IsEffectiveDate(effectiveOn, due) && codes.Any(code => code.StartsWith("short-notice-", StringComparison.Ordinal))
            ? Promise.Target
            : promise;

    private static Promise Firmness(AnsweredRequest request, Due due) =>
        Firmness(request.Promise, request.Findings.Select(finding => finding.Code), request.EffectiveOn, due);

    private static bool IsEffectiveDate(DateOnly? effectiveOn, Due due) =>
        effectiveOn is not null && due.At != due.ByServiceDays && due.At != due.ByCalendar;

    private static Label Heading(Promise promise, PromiseIs standing) => (promise, standing) switch
    {
        (Promise.Commitment, PromiseIs.Told) => new("Notre engagement", "Our commitment"),
        (Promise.Commitment, PromiseIs.Unchanged) => new("Notre engagement, inchangé", "Our commitment, unchanged"),
        (Promise.Commitment, PromiseIs.Moved) => new("Notre engagement, à une nouvelle date", "Our commitment, with a new date"),
        (_, PromiseIs.Told) => new("Notre objectif", "Our target"),
        (_, PromiseIs.Unchanged) => new("Notre objectif, inchangé", "Our target, unchanged"),
        (_, PromiseIs.Moved) => new("Notre objectif, à une nouvelle date", "Our target, with a new date"),
    };

    private static string Line(Promise promise, Due due, Language language)
    {
        var instant = Instants.Say(due.At, language);
        return promise is not Promise.Commitment ? Typography.Capital(instant)
            : language is Language.English ? $"No later than {instant}" : $"Au plus tard {instant}";
    }

    private static IEnumerable<Label> Notes(AnsweredRequest request, Due due, PromiseIs standing) =>
        Firmness(request, due) is not Promise.Commitment ? [.. TargetNotes(request), .. NotBefore(request, due)]
        // The article promises its hours, not a date that was moved.
        : standing is PromiseIs.Moved ? NotBefore(request, due) : CommitmentNotes(request, due);

    private static IEnumerable<Label> CommitmentNotes(AnsweredRequest request, Due due)
    {
        if (request.DetailsWithheld) yield break;
        if (Basis(request, due) is { } basis) yield return basis;
        foreach (var note in NotBefore(request, due)) yield return note;
        // Our way of counting, and said to be ours: the contract says "48 heures".
        if (due.At == due.ByServiceDays && due.ByServiceDays != due.ByCalendar)
            yield return new(
                "Nous comptons ce délai sur les jours de service : il ne court pas les jours sans service, dont les jours fériés non travaillés.",
                "We count these hours over service days: they do not run on days without service, such as public holidays without service.");
    }

    /// <summary>On what it rests. Art. 13 speaks of the effective date; with the notice owed kept, it governs.</summary>
    private static Label? Basis(AnsweredRequest request, Due due) => (request.PromisedUnder, IsEffectiveDate(request.EffectiveOn, due)) switch
    {
        ({ } article, true) => new(
            $"Conformément à l'{article.Cited} de votre contrat, pour la date effective que vous avez indiquée.",
            $"In accordance with {article.CitedInEnglish} of your contract, for the effective date that you gave."),
        ({ } article, false) => new(
            $"Conformément à l'{article.Cited} de votre contrat.", $"In accordance with {article.CitedInEnglish} of your contract."),
        (null, true) => new("Pour la date effective que vous avez indiquée.", "For the effective date that you gave."),
        (null, false) => null,
    };

    private static IEnumerable<Label> NotBefore(AnsweredRequest request, Due due)
    {
        if (!request.DetailsWithheld && due.NotBefore is { } start && ParisTime.DateOf(start) is var first)
            yield return new(
                $"Rien ne sera appliqué avant {Instants.Say(first, Language.French)}.",
                $"Nothing will be applied before {Instants.Say(first, Language.English)}.");
    }

    private static IEnumerable<Label> TargetNotes(AnsweredRequest request)
    {
        if (request.OperationId == OtherOperations.DataRights.Id && !request.DetailsWithheld)
            yield return new(
                "L'article 25 prévoit une réponse dans le délai d'un mois.", "Article 25 provides for an answer within one month.");
        else
            yield return new(
                "C'est un objectif, non un engagement : nous mettons tout en œuvre pour le tenir.",
                "This is a target, not a commitment: we do our best to meet it.");
    }
}

/// <summary>How a promise stands to the one that its reader knows.</summary>
internal enum PromiseIs
{
    /// <summary>Told for the first time, or again.</summary>
    Told,

    /// <summary>The same as before.</summary>
    Unchanged,

    /// <summary>Its date was moved.</summary>
    Moved,
}
