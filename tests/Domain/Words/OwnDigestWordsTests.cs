using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>SI-ONE's own week in words.</summary>
public sealed class OwnDigestWordsTests
{
    private static readonly IsoWeek Week = IsoWeek.Of(new DateOnly(2026, 12, 29));

    [Theory]
    [InlineData(Language.French, "Rien à signaler cette semaine.", "[SI-ONE] Point de la semaine 53 de 2026")]
    [InlineData(Language.English, "Nothing to report this week.", "[SI-ONE] Review of week 53 of 2026")]
    public void An_empty_week_is_one_line(Language language, string line, string subject)
    {
        var words = new OwnDigest { Week = Week }.Say(language);
        Assert.Equal((line, subject), (words.Nothing, words.Subject));
        Assert.Empty(words.Sections);
    }

    [Fact]
    public void A_penalty_says_how_it_comes_about_and_that_a_person_decides()
    {
        var digest = new OwnDigest
        {
            Week = Week,
            LatePayments = [new("Atelier Rive", new DateOnly(2026, 10, 8), 88) { Euros = 1240.8m, MonthlyPercent = 4.14m, Months = 2.87m }],
        };
        var words = digest.Say(Language.French);
        var section = Assert.Single(words.Sections);
        Assert.Equal(
            "Atelier Rive : depuis le jeudi 8 octobre 2026 (88 jours), 1 240,80 € ; pénalité proposée : 4,14 % par mois (1,5 fois le taux légal) pour 2,87 mois, soit 147,43 €",
            Plain(section.Lines[0]));
        Assert.Contains("une personne décide", Plain(section.Note!), StringComparison.Ordinal);
        Assert.Null(words.Nothing);
        Assert.Contains("proposed penalty: 4.14% a month", digest.Say(Language.English).Sections[0].Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_revised_price_shows_its_formula()
    {
        var words = new OwnDigest { Week = Week, PriceRevisions = [new("Atelier Rive", 980.5m, 118.4m, 121.9m)] };
        Assert.Equal("Atelier Rive : 980,50 € × 121,9 / 118,4 = 1 009,48 € par mois", Plain(Assert.Single(words.Say(Language.French).Sections).Lines[0]));
        Assert.Equal("Atelier Rive: €980.50 × 121.9 / 118.4 = €1,009.48 a month", Plain(Assert.Single(words.Say(Language.English).Sections).Lines[0]));
    }

    [Fact]
    public void A_backup_names_its_customer_and_job_and_says_what_is_amiss()
    {
        var good = new DateTimeOffset(2026, 12, 27, 22, 40, 0, TimeSpan.Zero);
        var digest = new OwnDigest
        {
            Week = Week,
            Backups =
            [
                new("Atelier Rive", new(Service.Backup, good) { Job = "SRV:1 nuit", LateHours = 121 }),
                new("Menuiserie Faure", new(Service.Backup365, null) { Job = "M365", FailedAt = good }),
            ],
        };
        var section = Assert.Single(digest.Say(Language.French).Sections);
        Assert.Equal("Sauvegardes en retard ou en échec (articles 18 et 19)", Plain(section.Title));
        Assert.Equal(
            [
                "Atelier Rive · SRV:1 nuit · Sauvegarde des serveurs et postes : dernière réussite le dimanche 27 décembre à 23 h 40. Attention : aucune réussite depuis 5 jours.",
                "Menuiserie Faure · M365 · Sauvegarde de Microsoft 365 : aucune réussite signalée. La dernière exécution, le dimanche 27 décembre à 23 h 40, a échoué.",
            ],
            section.Lines.Select(Read));
        Assert.StartsWith("Atelier Rive · SRV:1 nuit · Servers’ and workstations’ backup: last success", Read(digest.Say(Language.English).Sections[0].Lines[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Backups_that_nobody_told_of_are_one_line_a_customer()
    {
        var digest = new OwnDigest { Week = Week, UntoldBackups = [new("Atelier Rive", [Service.Backup, Service.Backup365])] };
        var section = Assert.Single(digest.Say(Language.French).Sections);
        Assert.Equal("Sauvegardes dont aucune exécution n’a jamais été signalée (articles 18 et 19)", Plain(section.Title));
        Assert.Equal("Atelier Rive : Sauvegarde des serveurs et postes, Sauvegarde de Microsoft 365", Read(Assert.Single(section.Lines)));
        Assert.Equal("Atelier Rive: Servers’ and workstations’ backup, Microsoft 365 backup", Read(Assert.Single(Assert.Single(digest.Say(Language.English).Sections).Lines)));
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        var overdue = new OwnDue(new("SI-7K3M-9QXA"), LicenceOperations.Assign.Id, "Nom\nforgé", Week.From);
        var lines = Assert.Single(new OwnDigest { Week = Week, Overdue = [.. Enumerable.Repeat(overdue, 14)] }.Say(Language.French).Sections).Lines;
        Assert.Equal(13, lines.Length);
        Assert.Equal("et 2 autres", lines[^1]);
        Assert.StartsWith("SI-7K3M-9QXA · Nom forgé · ", Plain(lines[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_agree_with_their_nouns()
    {
        var lines = Assert.Single(new OwnDigest { Week = Week, Quarantined = 1, Held = 2, Undelivered = 1, CapsReached = 3 }.Say(Language.French).Sections).Lines;
        Assert.Equal(
            ["1 message illisible en quarantaine", "1 envoi non remis cette semaine", "2 envois retenus, qui attendent un technicien", "3 limites atteintes cette semaine"],
            lines.Select(Plain));
    }

    /// <summary>Without what nobody sees: a job's name is no link.</summary>
    private static string Read(string text) => Plain(text).Replace("\u2060", "", StringComparison.Ordinal);

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
