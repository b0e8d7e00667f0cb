using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Text;

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
    [InlineData("lundi en huit", "2026-03-23")]
    [InlineData("à dater du 1er avril", "2026-04-01")]
    [InlineData("à la fin du mois", "2026-03-31")]
    [InlineData("d'ici la fin de l'année", "2026-12-31")]
    [InlineData("vendredi soir 13", "2026-03-13")]
    [InlineData("dans deux semaines", "2026-03-25")]
    [InlineData("aujourd'hui même", "2026-03-11")]
    [InlineData("dès à présent", "2026-03-11")]
    [InlineData("de demain à samedi", "2026-03-12")]
    [InlineData("le 20 plutôt que le 18", "2026-03-20")]
    [InlineData("semaine 13", "2026-03-23")]
    [InlineData("en sem. 8", "2027-02-22")]
    [InlineData("la semaine 53", "2026-12-28")]
    public async Task Reads_the_effective_date(string when, string date) =>
        Assert.Equal(date, Iso((await Read.First($"Merci de mettre un message d'absence sur la boîte de Paul Jourdheuil {when}.")).Date));

    [Theory]
    [InlineData("mi-avril")]
    [InlineData("la semaine prochaine")]
    [InlineData("en avril")]
    [InlineData("la semaine du 23")]
    [InlineData("par semaine 2 fois")]
    [InlineData("semaine 54")]
    [InlineData("jusqu'au 20 mars")]
    [InlineData("jusqu'à la fin de l'année")]
    [InlineData("le 18 ou le 20, comme vous voulez")]
    [InlineData("au premier étage")]
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

    [Theory]
    [InlineData("Paul Jourdheuil est parti vendredi, merci de fermer son compte.", "2026-03-06")]
    [InlineData("Paul Jourdheuil nous quitte vendredi, merci de fermer son compte.", "2026-03-13")]
    [InlineData("Le fichier plan.pdf a été écrasé hier, merci de le remettre tel qu'il était lundi.", "2026-03-09")]
    [InlineData("Restaurez le fichier plan.pdf, supprimé mardi : l'audit est le 23 mars.", "2026-03-10")]
    public async Task A_day_lies_behind_or_ahead_as_its_verb_says(string text, string date) => Assert.Equal(date, Iso((await Read.First(text)).Date));

    [Fact]
    public void A_day_and_a_name_of_one_request_are_none_of_the_others()
    {
        var details = new MessageDetails(new MessageToUnderstand(Channel.Mail, "", "Julie Perrot arrive lundi, il lui faut un compte. Paul Jourdheuil part le 31 mars, fermez le sien.", LabelledRequests.ReceivedAt));
        var arrival = Placed(details, LicenceOperations.Arrival, own: 0, other: 1);
        var departure = Placed(details, LicenceOperations.Departure, own: 1, other: 0);
        Assert.Equal(("Julie Perrot", "2026-03-16"), (arrival.Person, Iso(arrival.Date)));
        Assert.Equal(("Paul Jourdheuil", "2026-03-31"), (departure.Person, Iso(departure.Date)));
    }

    [Theory]
    [InlineData("Paul Jourdheuil part le 31 mars. Son téléphone est à reprendre à la même date.", "2026-03-31")]
    [InlineData("Paul Jourdheuil part le 31 mars. Son téléphone vous attend dès le lendemain.", "2026-04-01")]
    [InlineData("Paul Jourdheuil part le 31 mars. Son téléphone est à reprendre la veille.", "2026-03-30")]
    public void A_day_may_be_counted_from_one_told_before(string text, string date) =>
        Assert.Equal(("Paul Jourdheuil", date), Placed(new MessageDetails(new MessageToUnderstand(Channel.Mail, "", text, LabelledRequests.ReceivedAt)), PhoneOperations.Return, own: 1, other: 0) is var read ? (read.Person, Iso(read.Date)) : default);

    private static UnderstoodRequest Placed(MessageDetails details, Operation operation, int own, int other) =>
        details.Fill(new UnderstoodRequest { Operation = operation, Confidence = 1 }, RequestPlace.OfSentences(details.Body, sentence => sentence == own, sentence => sentence == other))[0];

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
    [InlineData("Merci de fermer le compte de Me Jourdheuil (Paul).", "Paul Jourdheuil")]
    [InlineData("Merci de fermer le compte de Mme Jourdheuil Brigitte.", "Brigitte Jourdheuil")]
    [InlineData("Merci de fermer le compte de M. Rigobert Martin.", "Rigobert Martin")]
    [InlineData("merci de fermer le compte de mme jourdheuil paula", "Paula Jourdheuil")]
    [InlineData("Nom : LE GOFF\nPrénom : Enora\nMerci de fermer son compte.", "Enora Le Goff")]
    [InlineData("Merci de fermer le compte de Mme Perrotin. Prénom : Maryvonne.", "Maryvonne Perrotin")]
    [InlineData("Fermez le compte de Wandrille d'Aubigny.", "Wandrille d'Aubigny")]
    [InlineData("Please close Mark Ellison's account.", "Mark Ellison")]
    [InlineData("le stagiaire nous quitte, coupez le compte d'Ahmed. Ahmed Belkacem", "Ahmed Belkacem")]
    [InlineData("Fermez le compte de Bernard Toussaint.", "Bernard Toussaint")]
    public async Task Reads_the_full_name_first_name_first(string text, string person) => Assert.Equal(person, (await Read.First(text)).Person);

    [Theory]
    [InlineData("Merci de fermer le compte de Mme Sauvage.")]
    [InlineData("Merci de fermer le compte de Paul.")]
    [InlineData("Merci de fermer le compte de P. J.")]
    [InlineData("Merci de fermer la boîte contact@verrier.example.")]
    [InlineData("Merci de fermer la boîte stage@verrier.example.\nToitures Poirier")]
    [InlineData("Merci de fermer la boîte stage@verrier.example.\nJC Ménard, EHPAD Beau Rivage")]
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
    [InlineData("Il me faut le fichier devis.xlsx ce soir sans faute, restaurez-le.", true)]
    [InlineData("Le VPN est coupé, douze personnes bloquées depuis 8h.", true)]
    [InlineData("Mettez sur ma boîte : « En cas d'urgence appeler l'accueil ».", false)]
    public async Task Reads_urgency(string text, bool urgent) => Assert.Equal(urgent, (await Read.First(text)).Urgent);

    [Theory]
    [InlineData("Une dame s'est dite du support et m'a fait installer AnyDesk sur le PC.", true)]
    [InlineData("J'ai tapé mon code mail dans une page bizarre.", true)]
    [InlineData("La souris bouge toute seule.", true)]
    [InlineData("J'ai reçu un mail bizarre de la banque, je peux l'ouvrir ? Rien cliqué.", false)]
    [InlineData("Ce lien est-il légitime ?", false)]
    public void Of_security_what_happened_is_urgent_and_a_question_is_not(string text, bool urgent) =>
        Assert.Equal(urgent, UrgencyReader.Read(TokenizedText.Read(text), IncidentOperations.Security));

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
