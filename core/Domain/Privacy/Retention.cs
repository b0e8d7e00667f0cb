using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>How long each class of data is kept, from when, and under which article or Reading: the table that the retention job follows, and that the register prints (RGPD IX).</summary>
public static class Retention
{
    private const string Contract = "RGPD VIII";

    private static readonly Label Never = new("rien n'est conservé", "nothing is kept");

    /// <summary>Every class of data.</summary>
    /// <param name="raw">How long raw messages are kept.</param>
    /// <param name="rawWithSecret">The same of those in which a secret stood.</param>
    /// <param name="readings">The Readings in force.</param>
    public static ImmutableArray<RetentionRule> Of(TimeSpan raw, TimeSpan rawWithSecret, Readings readings)
    {
        var content = new Label(
            $"le contrat, puis {Number(readings.KeepContentWorkingDays)} jours ouvrés", $"the contract and {Number(readings.KeepContentWorkingDays)} working days more");
        var ofContract = new Label("fin du contrat", "end of the contract");
        var read = new Label("lecture du message", "the message was read");
        var rawTime = new Label($"{Days(raw)} jours ; {Hours(rawWithSecret)} h si un secret y figurait", $"{Days(raw)} days; {Hours(rawWithSecret)} hours where a secret stood in it");
        return
        [
            new(DataClass.RawMessages, rawTime, read, "RGPD I", EndedBy.Job),
            new(DataClass.QuarantinedMessages, rawTime, new("mise en quarantaine", "put in quarantine"), "RGPD I", EndedBy.Job),
            new(DataClass.MessageTexts, content, ofContract, Contract, EndedBy.Person) { Reading = nameof(Readings.KeepContentWorkingDays) },
            new(DataClass.StrangerTexts, InDays(readings.KeepUnansweredDays), read, "RGPD I", EndedBy.Job) { Reading = nameof(Readings.KeepUnansweredDays) },
            new(DataClass.RequestTexts, content, ofContract, Contract, EndedBy.Person) { Reading = nameof(Readings.KeepContentWorkingDays) },
            new(DataClass.Plans, content, ofContract, Contract, EndedBy.Person) { Reading = nameof(Readings.KeepContentWorkingDays) },
            new(DataClass.Corrections, new("tant que dure l'accord écrit du client", "while the customer's written agreement is in force"), new("fin de l'accord", "end of the agreement"), "RGPD II b", EndedBy.Job),
            new(DataClass.OutgoingWords, InDays(readings.KeepSentWordsDays), new("envoi, une fois la demande terminée", "sent, and the request is over"), "RGPD I", EndedBy.Job) { Reading = nameof(Readings.KeepSentWordsDays) },
            new(DataClass.FrozenMails, InDays(readings.KeepSentMailsDays), new("envoi", "sent"), "RGPD I", EndedBy.Job) { Reading = nameof(Readings.KeepSentMailsDays) },
            new(DataClass.AttachedFiles, new($"{Days(raw)} jours", $"{Days(raw)} days"), new("réception, une fois la demande terminée", "received, and the request is over"), "RGPD I", EndedBy.Job),
            new(DataClass.Chats, new("tant que la personne utilise le bot et que le contrat court", "while the person uses the bot and the contract runs"), new("départ ou retrait du bot", "the bot was removed, or the customer left"), "RGPD I", EndedBy.Job),
            new(DataClass.Cards, content, ofContract, Contract, EndedBy.Person) { Reading = nameof(Readings.KeepContentWorkingDays) },
            new(DataClass.CustomerVersions, new("la relation, puis 3 ans", "the relation and 3 years more"), new("fin de la relation", "end of the relation"), "25", EndedBy.Person),
            new(DataClass.BackupRuns, content, ofContract, Contract, EndedBy.Person) { Reading = nameof(Readings.KeepContentWorkingDays) },
            new(DataClass.Sessions, Never, new("12 h au plus, dans le navigateur", "12 hours at most, in the browser"), "25", EndedBy.Nothing),
            new(DataClass.Journals, new("la relation, puis 3 ans ; pièces comptables 10 ans", "the relation and 3 years more; accounts 10 years"), new("fin de la relation", "end of the relation"), "25", EndedBy.Person),
        ];
    }

    private static Label InDays(int days) => new($"{Number(days)} jours", $"{Number(days)} days");

    private static string Days(TimeSpan time) => Number((int)time.TotalDays);

    private static string Hours(TimeSpan time) => Number((int)time.TotalHours);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How long one class of data is kept.</summary>
/// <param name="Data">The class.</param>
/// <param name="HowLong">How long.</param>
/// <param name="From">Counted from when.</param>
/// <param name="Article">The number of the article that it serves.</param>
/// <param name="EndedBy">Who sees to it.</param>
public sealed record RetentionRule(DataClass Data, Label HowLong, Label From, string Article, EndedBy EndedBy)
{
    /// <summary>The Reading that it follows, a key under <c>SiOne:Readings</c>; null where the contract or the law says it.</summary>
    public string? Reading { get; init; }
}

/// <summary>Who sees to it that data goes when its time has come.</summary>
public enum EndedBy
{
    /// <summary>The retention job, every day.</summary>
    Job,

    /// <summary>A person: what becomes of a customer's data is the customer's choice (RGPD VIII), and accounts are SI-ONE's.</summary>
    Person,

    /// <summary>Nobody has to: nothing is stored.</summary>
    Nothing,
}
