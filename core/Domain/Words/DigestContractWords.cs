using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says what a digest tells of the contract: licences, dates, Microsoft's announcements, backups.</summary>
internal static class DigestContractWords
{
    private const int MaxTitle = 140;
    private const int MostServices = 4;

    private static Label LicenceHeading { get; } = new("Vos licences Microsoft 365", "Your Microsoft 365 licences");

    /// <summary>Licences used and spare (Art. 14), and growth (Art. 17).</summary>
    public static IEnumerable<WordedPart> Licences(CustomerDigest digest, Language language)
    {
        var lines = ImmutableArray.CreateBuilder<WordedLine>();
        if (digest.Licences is { } licences)
        {
            lines.Add(new WordedLine(
                Typography.Set(Totals(licences), language), [.. LicenceNotes(licences).Select(note => Typography.Set(note, language))]));
            lines.AddRange(licences.Products.OrderByDescending(product => product.Owned).ThenBy(product => product.Name, StringComparer.Ordinal)
                .Select(product => Product(product, language)));
        }
        else if (IsUnread(digest)) lines.Add(new WordedLine(Typography.Set(Unread, language), []));

        return DigestPage.Part(LicenceHeading, lines.ToImmutable(), DigestPage.Products + 1, DigestPage.Others, language);
    }

    private static Label Totals(DigestLicences licences) => new(
        $"{Counted.Fr(licences.Owned, "licence", "licences")}, {Counted.Fr(licences.Used, "attribuée", "attribuées")}, {Counted.Fr(licences.Spare, "disponible", "disponibles")}",
        $"{Counted.En(licences.Owned, "licence", "licences")}, {licences.Used} assigned, {licences.Spare} spare");

    private static IEnumerable<Label> LicenceNotes(DigestLicences licences)
    {
        if (licences.Products.IsEmpty) yield return new("D'après votre dossier client.", "According to your customer file.");
        if (licences.Spare == 0)
            yield return new(
                "Aucune licence d'avance : l'article 14 en prévoit une, en accord avec vous.",
                "No licence in advance: article 14 provides for one, in agreement with you.");
        if (licences is { AllowsRevision: true, Baseline: { } agreed })
            yield return new(
                $"Leur nombre dépasse de plus de 10 % les {agreed} qui ont servi à fixer le prix : une révision du prix est possible (article 17).",
                $"Their number exceeds by over 10% the {agreed} that the price was based on: the price may be revised (article 17).");
    }

    private static WordedLine Product(DigestProduct product, Language language) => new(
        $"{Typography.OneLine(product.Name)} – " + Typography.Set(new Label(
            $"{Counted.Fr(product.Used, "attribuée", "attribuées")} sur {product.Owned}", $"{product.Used} of {product.Owned} assigned"), language), []);

    /// <summary>Notice and renewal (Art. 2), and the last good runs of backups; what nobody recorded is said to be unknown.</summary>
    public static IEnumerable<WordedPart> Contract(CustomerDigest digest, Language language) => DigestPage.Part(
        new("Votre contrat et vos sauvegardes", "Your contract and your backups"),
        [
            .. digest.Term is { } term ? Dates(term, ParisTime.DateOf(digest.SeenAt), language).Select(line => new WordedLine(Typography.Set(line, language), [])) : [],
            .. digest.Backups.Select(backup => Backup(backup, language)),
        ],
        int.MaxValue, DigestPage.Others, language);

    private static IEnumerable<Label> Dates(DigestTerm term, DateOnly today, Language language)
    {
        var (end, notice) = (Instants.Say(term.EndsOn, language), Instants.Say(term.LastNoticeDay, language));
        if (term.IsTerminated)
        {
            yield return term.EndsOn < today
                ? new($"Le contrat a pris fin {end} (article 2).", $"The contract ended on {end} (article 2).")
                : new($"Le contrat prend fin {end} (article 2).", $"The contract ends on {end} (article 2).");
            yield break;
        }

        yield return new($"La période en cours du contrat se termine {end}.", $"The present term of the contract ends on {end}.");
        yield return term.LastNoticeDay < today
            ? new($"Le contrat pouvait être dénoncé jusqu'au {Instants.Day(term.LastNoticeDay, language)} : il est ensuite reconduit pour la même durée (article 2).",
                $"Notice was possible up to {notice}: the contract is then renewed for the same length (article 2).")
            : new($"Sans dénonciation par lettre recommandée au plus tard {notice}, le contrat est reconduit pour la même durée (article 2).",
                $"Without notice by registered letter no later than {notice}, the contract is renewed for the same length (article 2).");
    }

    /// <summary>Microsoft's announcements (Art. 14): their titles are Microsoft's words.</summary>
    public static IEnumerable<WordedPart> Announcements(CustomerDigest digest, Language language) => DigestPage.Part(
        new("Annonces de Microsoft sur vos services", "Microsoft’s announcements about your services"),
        digest.Announcements.IsEmpty && IsUnread(digest) && digest.Licences is not null
            ? [new WordedLine(Typography.Set(Unread, language), [])]
            : [.. digest.Announcements.Select(told => Announcement(told, language))],
        DigestPage.Announcements, DigestPage.Others, language);

    private static WordedLine Announcement(DigestAnnouncement told, Language language)
    {
        var services = told.Services.Select(service => Typography.Unlinked(service, MaxTitle)).OfType<string>().ToImmutableArray();
        var notes = ImmutableArray.CreateBuilder<string>();
        if (!services.IsEmpty) notes.Add(string.Join(", ", services.Take(MostServices)) + (services.Length > MostServices ? "…" : ""));
        if (told.ActBy is { } until)
            notes.Add(Typography.Set(new Label(
                $"À faire avant {Instants.Say(ParisTime.DateOf(until), language)}.", $"To be done before {Instants.Say(ParisTime.DateOf(until), language)}."), language));
        return new WordedLine($"{Typography.OneLine(told.Id)} · {Typography.Unlinked(told.Title, MaxTitle) ?? "?"}", notes.ToImmutable());
    }

    private static WordedLine Backup(DigestBackup backup, Language language)
    {
        var name = BackupJob(backup) is { } job ? $" ({job})" : "";
        var run = LastRun(backup);
        return new WordedLine(
            Typography.Set(BackupName(backup.What), language) + name + Typography.Set(new Label($" : {run.Fr}", $": {run.En}"), language), [.. BackupNotes(backup).Select(note => Typography.Set(note, language))]);
    }

    /// <summary>Which part of the contract it is (Art. 18, 19).</summary>
    public static Label BackupName(Service part) => part is Service.Backup365
        ? new Label("Sauvegarde de Microsoft 365", "Microsoft 365 backup")
        : new Label("Sauvegarde des serveurs et postes", "Servers’ and workstations’ backup");

    /// <summary>What the backup product calls the job, for one line; null where none was told of.</summary>
    public static string? BackupJob(DigestBackup backup) => Typography.Unlinked(backup.Job, MaxTitle);

    /// <summary>When it last succeeded, without a full stop.</summary>
    public static Label LastRun(DigestBackup backup) => backup.LastGoodRun is { } at
        ? new Label($"dernière réussite {Instants.InYear(at, Language.French)}", $"last success {Instants.InYear(at, Language.English)}")
        : backup.Job is not null ? new Label("aucune réussite signalée", "no success reported")
        : new Label("dernière réussite non renseignée ici", "last success not recorded here");

    /// <summary>What is amiss with it, a sentence each.</summary>
    public static IEnumerable<Label> BackupNotes(DigestBackup backup)
    {
        if (backup.FailedAt is { } failed)
            yield return new(
                $"La dernière exécution, {Instants.InYear(failed, Language.French)}, a échoué.", $"The last run, {Instants.InYear(failed, Language.English)}, failed.");
        if (backup.LateHours is { } hours)
            yield return new($"Attention : aucune réussite depuis {Counted.Fr(hours / 24, "jour", "jours")}.", $"Attention: no success for {Counted.En(hours / 24, "day", "days")}.");
    }

    private static Label Unread { get; } = new(
        "Votre Microsoft 365 n'a pas pu être lu cette fois.", "Your Microsoft 365 could not be read this time.");

    /// <summary>An installation that reads no tenant has nothing to apologise for.</summary>
    private static bool IsUnread(CustomerDigest digest) => digest.TenantUnread is not null and not CustomerDigest.NotConfigured;
}
