using System.Globalization;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>Dates, persons and urgency, received on Wednesday 2026-03-11.</summary>
public sealed class DetailTests
{
    [Theory]
    [InlineData("lundi prochain", "2026-03-16")]
    [InlineData("à partir de lundi", "2026-03-16")]
    [InlineData("mercredi prochain", "2026-03-18")]
    [InlineData("à compter du 30", "2026-03-30")]
    [InlineData("dès le 5", "2026-04-05")]
    [InlineData("demain", "2026-03-12")]
    [InlineData("après-demain", "2026-03-13")]
    [InlineData("le 16/03", "2026-03-16")]
    [InlineData("le 16/03/26", "2026-03-16")]
    [InlineData("le 02.04.2026", "2026-04-02")]
    [InlineData("le 2026-04-02", "2026-04-02")]
    [InlineData("le 1er avril", "2026-04-01")]
    [InlineData("le 30 mars 2026", "2026-03-30")]
    [InlineData("du 6 au 17 avril", "2026-04-06")]
    [InlineData("du 30 mars au 3 avril", "2026-03-30")]
    [InlineData("vendredi 13", "2026-03-13")]
    [InlineData("dans trois jours", "2026-03-14")]
    [InlineData("dès réception", "2026-03-11")]
    [InlineData("from April 7th", "2026-04-07")]
    [InlineData("le 5 janvier 2027", "2027-01-05")]
    public async Task Reads_the_effective_date(string when, string date) =>
        Assert.Equal(date, Iso((await Read.First($"Merci de mettre un message d'absence sur la boîte de Paul Jourdheuil {when}.")).Date));

    [Theory]
    [InlineData("mi-avril")]
    [InlineData("la semaine prochaine")]
    [InlineData("en avril")]
    [InlineData("la semaine du 23")]
    [InlineData("le 31/02")]
    [InlineData("le 99/99/9999")]
    [InlineData("au 02 61 91 08 73")]
    public async Task Vague_and_impossible_dates_are_none(string when) =>
        Assert.Null((await Read.First($"Merci de mettre un message d'absence sur la boîte de Paul Jourdheuil {when}.")).Date);

    [Theory]
    [InlineData("L'imprimante est en panne depuis lundi 9 mars.")]
    [InlineData("J'ai perdu mon téléphone hier dans le train.")]
    public async Task Faults_and_lost_phones_have_no_date(string text) => Assert.Null((await Read.First(text)).Date);

    [Theory]
    [InlineData("Merci de restaurer le fichier devis.xlsx dans la version du 27 février.", "2026-02-27")]
    [InlineData("Le dossier Clients a disparu, merci de le restaurer avec la sauvegarde de cette nuit.", "2026-03-10")]
    [InlineData("J'ai supprimé le fichier plan.pdf vendredi, pouvez-vous le restaurer ?", "2026-03-06")]
    public async Task A_restore_has_the_day_of_the_state_or_the_loss(string text, string date) =>
        Assert.Equal(date, Iso((await Read.First(text)).Date));

    [Fact]
    public async Task Tomorrow_counts_from_the_day_in_Paris()
    {
        var message = new MessageToUnderstand(Channel.Mail, "", "Merci de fermer le compte de Paul Jourdheuil demain.", new DateTimeOffset(2026, 3, 11, 23, 30, 0, TimeSpan.Zero));
        var requests = await new RuleBasedUnderstanding().UnderstandAsync(message, CancellationToken.None);
        Assert.Equal("2026-03-13", Iso(requests[0].Date));
    }

    [Theory]
    [InlineData("Merci de fermer le compte de KOUASSI Aristide.", "Aristide Kouassi")]
    [InlineData("Merci de fermer le compte d'Aristide KOUASSI.", "Aristide Kouassi")]
    [InlineData("Merci de fermer le compte de M. Aristide Kouassi.", "Aristide Kouassi")]
    [InlineData("Merci de fermer le compte de Marie-Ange de La Bretonne.", "Marie-Ange de La Bretonne")]
    [InlineData("Merci de fermer le compte de Yann Le Floc'h.", "Yann Le Floc'h")]
    [InlineData("supprimez svp le compte de paul jourdheuil, il est parti", "Paul Jourdheuil")]
    [InlineData("MERCI DE FERMER LE COMPTE DE PAUL JOURDHEUIL", "Paul Jourdheuil")]
    public async Task Reads_the_full_name_first_name_first(string text, string person) => Assert.Equal(person, (await Read.First(text)).Person);

    [Theory]
    [InlineData("Merci de fermer le compte de Mme Sauvage.")]
    [InlineData("Merci de fermer le compte de Paul.")]
    [InlineData("Merci de fermer le compte de P. J.")]
    [InlineData("Merci de fermer la boîte contact@verrier.example.")]
    public async Task Single_names_initials_and_shared_things_are_nobody(string text) => Assert.Null((await Read.First(text)).Person);

    [Fact]
    public async Task The_signature_counts_where_the_request_is_about_the_sender() =>
        Assert.Equal("Inès Valbray", (await Read.First("Bonjour,\nJ'ai oublié mon mot de passe Microsoft 365.\nCordialement,\nInès Valbray\nAssistante")).Person);

    [Fact]
    public async Task The_signature_does_not_count_where_it_is_about_somebody_else() =>
        Assert.Equal("Paul Jourdheuil", (await Read.First("Bonjour,\nPaul Jourdheuil nous quitte vendredi, merci de fermer son compte.\nCordialement,\nInès Valbray")).Person);

    [Fact]
    public async Task The_senders_known_name_stands_in_for_a_missing_signature() =>
        Assert.Equal("Inès Valbray", (await Read.First("J'ai oublié mon mot de passe Microsoft 365.", sender: "Inès Valbray")).Person);

    [Theory]
    [InlineData("URGENT : Outlook plante sur mon PC.", true)]
    [InlineData("Le serveur est en panne, plus personne ne peut travailler.", true)]
    [InlineData("J'ai perdu mon téléphone pro.", true)]
    [InlineData("J'ai cliqué sur la pièce jointe d'un mail de phishing.", true)]
    [InlineData("Ce mail est-il du phishing ? Je n'ai pas cliqué.", false)]
    [InlineData("Outlook plante sur mon PC, ce n'est pas urgent.", false)]
    [InlineData("Outlook plante sur mon PC, rien de bloquant.", false)]
    [InlineData("Mon compte est verrouillé, merci de le débloquer.", false)]
    public async Task Reads_urgency(string text, bool urgent) => Assert.Equal(urgent, (await Read.First(text)).Urgent);

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
