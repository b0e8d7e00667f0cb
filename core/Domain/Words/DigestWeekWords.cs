using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says what a week came to: requests by category and state, promises against what was kept.</summary>
internal static class DigestWeekWords
{
    /// <summary>Requests by category, and where they stand.</summary>
    public static IEnumerable<WordedPart> Figures(CustomerDigest digest, Language language) => DigestPage.Part(
        new("La semaine en chiffres", "The week in figures"),
        [.. digest.Counts.GroupBy(count => count.Category).Select(category => Category(category.Key, [.. category], language))],
        int.MaxValue, DigestPage.Others, language).Select(part => part with { Tells = PartKind.Figures });

    private static WordedLine Category(Category category, ImmutableArray<DigestCount> counts, Language language)
    {
        var name = Typography.Capital(category.Name().In(language));
        ImmutableArray<DigestCount> told = [.. counts.OrderByDescending(count => count.Number).Take(DigestPage.States).OrderBy(count => count.State)];
        var states = string.Join(", ", told.Select(count => $"{count.Number}{Typography.NoBreakSpace}{Standing(count.State, count.Number).In(language)}"));
        var total = counts.Sum(count => count.Number);
        var rest = Rest(total - told.Sum(count => count.Number)).In(language);
        return new WordedLine(Typography.Set($"{name}{(language is Language.English ? "" : " ")}: {total} ({states}{rest})", language), []);
    }

    private static Label Rest(int count) => count switch
    {
        0 => new("", ""),
        1 => new($" et 1{Typography.NoBreakSpace}autre", $" and 1{Typography.NoBreakSpace}other"),
        _ => new($" et {count}{Typography.NoBreakSpace}autres", $" and {count}{Typography.NoBreakSpace}others"),
    };

    /// <summary>To stand after a number, in lower case.</summary>
    private static Label Standing(RequestState state, int number) => state switch
    {
        RequestState.Draft => new("à confirmer", "to be confirmed"),
        RequestState.WaitingForDetails => new("en attente de précisions", "waiting for details"),
        RequestState.WaitingForApproval => new("en attente d'un accord", "waiting for approval"),
        RequestState.WaitingForTechnician => new("chez un technicien", "with a technician"),
        RequestState.ToBeQuoted => new("sur devis", "by quote"),
        RequestState.OnHold => new("en attente", "on hold"),
        RequestState.Accepted => new("à faire", "to be done"),
        RequestState.InProgress => new("en cours", "in progress"),
        RequestState.Done => new(number > 1 ? "traitées" : "traitée", "done"),
        RequestState.Declined => new("sans suite", "not pursued"),
        RequestState.Withdrawn => new(number > 1 ? "annulées" : "annulée", "cancelled"),
        RequestState.Closed => new(number > 1 ? "closes" : "close", "closed"),
    };

    /// <summary>What was promised against what was kept, the missed ones first.</summary>
    public static IEnumerable<WordedPart> Promises(CustomerDigest digest, Language language)
    {
        ImmutableArray<DigestPromise> all = [.. digest.Promises.OrderBy(promise => promise.IsKept).ThenBy(promise => promise.Due)];
        return DigestPage.Part(
            new("Promis et tenu", "Promised and kept"), [.. all.Select(promise => Promise(promise, digest.SeenAt, language))], DigestPage.Promises,
            more => MorePromises(more, all[^more..].All(promise => promise.IsKept)), language).Select(part => part with { Tells = PartKind.Promises });
    }

    private static Label MorePromises(int count, bool kept) => (count, kept) switch
    {
        (1, true) => new("et une autre, tenue.", "and another one, kept."),
        (_, true) => new($"et {count} autres, toutes tenues.", $"and {count} others, all kept."),
        _ => DigestPage.Others(count),
    };

    private static WordedLine Promise(DigestPromise promise, DateTimeOffset seenAt, Language language)
    {
        var late = promise.IsKept ? "" : Spans.Say(promise.LateAt(seenAt), language);
        var (due, became) = (Due(promise, language), Became(promise, late, language));
        return DigestRequestWords.Line(promise.Reference, promise.OperationId, language, new Label($"{due.Fr} {became.Fr}", $"{due.En} {became.En}")) with
        {
            Status = Typography.Set(promise.IsKept ? new Label("Tenu", "Kept") : new Label("En retard", "Late"), language),
            Tone = promise.IsKept ? Tone.Done : Tone.Waiting,
        };
    }

    /// <summary>Only a commitment is called one.</summary>
    private static Label Due(DigestPromise promise, Language language)
    {
        var due = Instants.InYear(promise.Due, language);
        return promise.IsCommitment ? new($"Engagement : {due}.", $"Commitment: {due}.") : new($"Objectif : {due}.", $"Target: {due}.");
    }

    private static Label Became(DigestPromise promise, string late, Language language) => promise switch
    {
        { IsKept: true, DoneAt: { } done } => new($"Fait {Instants.InYear(done, language)}.", $"Done {Instants.InYear(done, language)}."),
        { DoneAt: { } done } => new(
            $"Fait {Instants.InYear(done, language)}, en retard de {late}.", $"Done {Instants.InYear(done, language)}, late by {late}."),
        _ when promise.State.IsEnded() => new(
            "Pas fait à l'échéance ; la demande a pris fin depuis.", "Not done when it was due; the request has ended since."),
        _ => new($"Pas encore fait : en retard de {late}.", $"Not yet done: late by {late}."),
    };

    /// <summary>The last weeks; null where nothing was promised in them.</summary>
    public static WordedChart? Chart(CustomerDigest digest, Language language)
    {
        if (digest.Past.All(week => week.Kept + week.Late == 0)) return null;
        var title = new Label("Échéances des dernières semaines", "Due dates of the last weeks");
        var figures = string.Join(" ; ", digest.Past.Select(week => Figures(week).In(language)));
        return new WordedChart(
            Typography.Set(title, language),
            Typography.Set(new Label("tenues", "kept"), language),
            Typography.Set(new Label("en retard", "late"), language),
            Typography.Set(language is Language.English ? $"{title.En}: {figures.Replace(" ; ", "; ", StringComparison.Ordinal)}." : $"{title.Fr} : {figures}.", language),
            digest.Past);
    }

    private static Label Figures(DigestPast week) => new(
        $"semaine {week.Week.Number}, {week.Kept} {(week.Kept > 1 ? "tenues" : "tenue")}, {week.Late} en retard",
        $"week {week.Week.Number}, {week.Kept} kept, {week.Late} late");
}
