using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Puts SI-ONE's own digest into words. Figures out of contracts are said as proposals, with how they come about.</summary>
public static class OwnDigestWords
{
    private const int MostLines = 12;

    /// <summary>The whole digest; a week with nothing to tell is one line.</summary>
    public static WordedOwnDigest Say(this OwnDigest digest, Language language)
    {
        var week = new Label($"semaine {digest.Week.Number} de {digest.Week.Year}", $"week {digest.Week.Number} of {digest.Week.Year}");
        return new WordedOwnDigest(
            language,
            $"[SI-ONE] {Set(new($"Point de la {week.Fr}", $"Review of {week.En}"), language)}",
            Set(new($"Point de la {week.Fr}", $"Review of {week.En}"), language),
            Set(Span(digest.Week), language),
            digest.IsEmpty ? Set(new("Rien à signaler cette semaine.", "Nothing to report this week."), language) : null,
            [.. Sections(digest).Where(section => !section.Lines.IsEmpty).Select(section => section.In(language))]);
    }

    private static IEnumerable<Section> Sections(OwnDigest digest)
    {
        yield return new(new("En retard", "Overdue"), [.. digest.Overdue.Select(due => Due(due, new("annoncé pour", "promised for")))]);
        yield return new(new("À échéance d'ici une semaine", "Due within a week"), [.. digest.DueSoon.Select(due => Due(due, new("à traiter avant", "to be handled before")))]);
        yield return new(new("À reprendre", "To be looked at"), [.. Loose(digest)]);
        yield return new(new("Brouillons expirés sans confirmation (articles 3 et 9)", "Drafts that expired unconfirmed (articles 3 and 9)"), [.. digest.ExpiredDrafts.Select(Draft)]);
        yield return new(new("Sauvegardes en retard ou en échec (articles 18 et 19)", "Backups that are late or failed (articles 18 and 19)"), [.. digest.Backups.Select(Backup)]);
        yield return new(new("Sauvegardes dont aucune exécution n'a jamais été signalée (articles 18 et 19)", "Backups of which no run was ever told (articles 18 and 19)"), [.. digest.UntoldBackups.Select(Untold)])
        {
            Note = new("Soit la sauvegarde ne tourne pas, soit son outil ne le dit pas ici : à vérifier.", "Either the backup does not run, or its product does not say so here: to be checked."),
        };
        yield return new(new("Paiements en retard de plus de 15 jours (article 4)", "Payments late by more than 15 days (article 4)"), [.. digest.LatePayments.Select(Payment)])
        {
            Note = new("La suspension et les pénalités sont des possibilités : rien n'est automatique, une personne décide.",
                "Suspension and penalties are possibilities: nothing is automatic, a person decides."),
        };
        yield return new(new("Révision des prix au 1er janvier (article 4.1)", "Revision of prices on 1 January (article 4.1)"), [.. digest.PriceRevisions.Select(Price)])
        {
            Note = new("Prix initial × nouvel indice / indice initial, d'après les valeurs saisies : à vérifier avant tout envoi.",
                "Initial price × new index / initial index, out of the values that were entered: to be checked before anything is sent."),
        };
        yield return new(new("Dates de préavis proches (article 2)", "Notice dates that come near (article 2)"), [.. digest.Notices.Select(Notice)]);
        yield return new(new("Licences : plus de 10 % d'augmentation (article 17)", "Licences: growth of more than 10% (article 17)"), [.. digest.Growth.Select(Growth)])
        {
            Note = new("Une révision du prix est possible ; une personne décide.", "A revision of the price is possible; a person decides."),
        };
    }

    private static IEnumerable<Line> Loose(OwnDigest digest)
    {
        if (digest.Quarantined > 0) yield return Count(digest.Quarantined, new("message illisible en quarantaine", "unreadable message in quarantine"), new("messages illisibles en quarantaine", "unreadable messages in quarantine"));
        if (digest.Undelivered > 0) yield return Count(digest.Undelivered, new("envoi non remis cette semaine", "message not delivered this week"), new("envois non remis cette semaine", "messages not delivered this week"));
        if (digest.Held > 0) yield return Count(digest.Held, new("envoi retenu, qui attend un technicien", "held message that waits for a technician"), new("envois retenus, qui attendent un technicien", "held messages that wait for a technician"));
        if (digest.CapsReached > 0) yield return Count(digest.CapsReached, new("limite atteinte cette semaine", "cap reached this week"), new("limites atteintes cette semaine", "caps reached this week"));
    }

    private static Line Due(OwnDue due, Label before) => About(due.Reference, due.OperationId, due.Customer, new(
        $" : {before.Fr} {Instants.Say(due.At, Language.French)}", $": {before.En} {Instants.Say(due.At, Language.English)}"));

    private static Line Draft(OwnDraft draft) => About(draft.Reference, draft.OperationId, draft.Customer, new("", ""));

    private static Line Backup(OwnBackup amiss)
    {
        var (what, run) = (DigestContractWords.BackupName(amiss.Backup.What), DigestContractWords.LastRun(amiss.Backup));
        var notes = DigestContractWords.BackupNotes(amiss.Backup).ToArray();
        return new($"{Typography.OneLine(amiss.Customer)} · {DigestContractWords.BackupJob(amiss.Backup)}", new(
            $" · {what.Fr} : {run.Fr}. {string.Join(' ', notes.Select(note => note.Fr))}", $" · {what.En}: {run.En}. {string.Join(' ', notes.Select(note => note.En))}"));
    }

    private static Line Untold(UntoldBackups untold)
    {
        Label[] parts = [.. untold.Parts.Select(DigestContractWords.BackupName)];
        return new(Typography.OneLine(untold.Customer), new($" : {string.Join(", ", parts.Select(part => part.Fr))}", $": {string.Join(", ", parts.Select(part => part.En))}"));
    }

    private static Line Payment(LatePayment late) => new(Typography.OneLine(late.Customer), new(
        $" : depuis {Instants.Say(late.Since, Language.French)} ({late.Days} jours){Owed(late, Language.French)}{Penalty(late).Fr}",
        $": since {Instants.Say(late.Since, Language.English)} ({late.Days} days){Owed(late, Language.English)}{Penalty(late).En}"));

    private static string Owed(LatePayment late, Language language) => late.Euros is { } owed ? $", {Euros.Say(owed, language)}" : "";

    private static Label Penalty(LatePayment late)
    {
        if (late.MonthlyPercent is not { } rate) return new("", "");
        var (fr, en) = late.Penalty is { } penalty
            ? ($", soit {Euros.Say(penalty, Language.French)}", $", which is {Euros.Say(penalty, Language.English)}")
            : ("", "");
        return new(
            $" ; pénalité proposée : {Euros.Number(rate, Language.French)} % par mois (1,5 fois le taux légal) pour {Euros.Number(late.Months, Language.French)} mois{fr}",
            $"; proposed penalty: {Euros.Number(rate, Language.English)}% a month (1.5 times the legal rate) for {Euros.Number(late.Months, Language.English)} months{en}");
    }

    private static Line Price(PriceRevision price) => new(Typography.OneLine(price.Customer), new(
        $" : {Formula(price, Language.French)} par mois", $": {Formula(price, Language.English)} a month"));

    private static string Formula(PriceRevision price, Language language) =>
        $"{Euros.Say(price.Initial, language)} × {Euros.Number(price.NewIndex, language)} / {Euros.Number(price.InitialIndex, language)} = {Euros.Say(price.Revised, language)}";

    private static Line Notice(NoticeNear near) => new(Typography.OneLine(near.Customer), new(
        $" : dernier jour pour recevoir un préavis {Instants.Say(near.LastNoticeDay, Language.French)} ; sinon reconduction après {Instants.Say(near.EndsOn, Language.French)}",
        $": last day on which a notice may be received {Instants.Say(near.LastNoticeDay, Language.English)}; else renewed after {Instants.Say(near.EndsOn, Language.English)}"));

    private static Line Growth(LicenceGrowth growth) => new(Typography.OneLine(growth.Customer), new(
        $" : {growth.Owned} licences, pour {growth.Baseline} à l'origine du prix", $": {growth.Owned} licences, where the price was agreed on {growth.Baseline}"));

    private static Line About(RequestReference reference, string operationId, string customer, Label what)
    {
        var name = AllOperations.Get(operationId).Name;
        return new($"{reference.Value} · {Typography.OneLine(customer)}", new($" · {name.Fr}{what.Fr}", $" · {name.En}{what.En}"));
    }

    private static Line Count(int number, Label one, Label several) => new("", number == 1
        ? new($"1 {one.Fr}", $"1 {one.En}")
        : new($"{number.ToString(CultureInfo.InvariantCulture)} {several.Fr}", $"{number.ToString(CultureInfo.InvariantCulture)} {several.En}"));

    private static Label Span(IsoWeek week) => new(
        $"Du {DigestWords.Days(week, Language.French)}", $"From {DigestWords.Days(week, Language.English)}");

    private static string Set(Label label, Language language) => Typography.Set(label, language);

    /// <summary>A name on one line, spelt as its owner spells it, and what is said of it.</summary>
    private readonly record struct Line(string Name, Label Words);

    private sealed record Section(Label Title, ImmutableArray<Line> Lines)
    {
        public Label? Note { get; init; }

        public WordedSection In(Language language)
        {
            var lines = Lines.Take(MostLines).Select(line => line.Name + Set(line.Words, language)).ToImmutableArray();
            var left = Lines.Length - lines.Length;
            if (left > 0) lines = lines.Add(Set(left == 1 ? new("et 1 autre", "and 1 more") : new($"et {left} autres", $"and {left} more"), language));
            return new WordedSection(Set(Title, language), lines, Note is null ? null : Set(Note, language));
        }
    }
}

/// <summary>SI-ONE's own digest in words.</summary>
/// <param name="Language">The language of all of it.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Title">What it is.</param>
/// <param name="Span">From when to when.</param>
/// <param name="Nothing">The one line of a week with nothing to tell; null otherwise.</param>
/// <param name="Sections">Its parts, none of them empty.</param>
public sealed record WordedOwnDigest(
    Language Language, string Subject, string Title, string Span, string? Nothing, ImmutableArray<WordedSection> Sections);

/// <summary>A part of a digest in words.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Lines">One line each.</param>
/// <param name="Note">What holds for all of them; null for nothing.</param>
public sealed record WordedSection(string Title, ImmutableArray<string> Lines, string? Note);
