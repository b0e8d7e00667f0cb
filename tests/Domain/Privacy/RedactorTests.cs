using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Privacy;

namespace SiOne.Bot.Domain.Tests.Privacy;

/// <summary>What may be learned from: enough to sort by, and nobody.</summary>
public sealed class RedactorTests
{
    private static readonly NamesToCut Names = NamesToCut.Of(
        new Customer
        {
            Id = "menuiserie-bellanger",
            Name = "Les Ateliers Bellanger",
            Domains = ["bellanger-bois.example"],
            Subscription = new Subscription { Level = Level.Standard, Services = [] },
            People = [new Person { Id = "p", Name = "Rose Petit", Addresses = [] }, new Person { Id = "q", Name = "Noé Leblanc-Çelik", Addresses = [] }],
        },
        "Marc Desnoyers", null);

    [Theory]
    // People: with capitals, without, known, unknown, at a sentence's start, with initials, titles, particles, accents and hyphens.
    [InlineData("Le compte de Paul Jourdheuil est bloqué", "Le compte de Prénom Nom est bloqué")]
    [InlineData("Kervadec arrive lundi", "Prénom arrive lundi")]
    [InlineData("rose petit ne reçoit plus ses mails", "Prénom Nom ne reçoit plus ses mails")]
    [InlineData("ROSE PETIT NE REÇOIT PLUS SES MAILS", "Prénom Nom NE REÇOIT PLUS SES MAILS")]
    [InlineData("noe leblanc çelik a perdu son téléphone", "Prénom Nom a perdu son téléphone")]
    [InlineData("mettre kervadec en copie", "mettre … en copie")]
    [InlineData("Bonjour Maëlys, le bureau de M. Lenoir est fermé.", "Bonjour Prénom, le bureau de M. Prénom est fermé.")]
    [InlineData("voir avec mme blanche et mr noir", "voir avec mme Prénom et mr Prénom")]
    [InlineData("Pouvez-vous me créer un compte, madame la directrice", "Pouvez-vous me créer un compte, madame la directrice")]
    [InlineData("le poste de J. Petitjean et J.-P. Noir", "le poste de Prénom. Nom et Prénom.-Nom")]
    [InlineData("le compte de Jean Noir et Marie de La Tour", "le compte de Prénom Nom et Prénom de La Prénom")]
    [InlineData("demandez à Noir", "demandez à Prénom")]
    [InlineData("merci marc", "merci Prénom")]
    [InlineData("le dossier de Аlicе", "le dossier de Prénom")]
    [InlineData("le dossier de 𝐏𝐚𝐮𝐥, de ｐａｕｌ et de 𐐀𐐁", "le dossier de Prénom, de … et de")]
    [InlineData("le dossier de Ju\u200Blie", "le dossier de Prénom")]
    // The company, under any of its names.
    [InlineData("Chez Bellanger, l’imprimante est en panne", "Chez Société, l'imprimante est en panne")]
    [InlineData("les ateliers bellanger bois", "les Société")]
    // Addresses, numbers, places, files.
    [InlineData("Écrire à paul.j@free.fr ou compta2@ svp", "Écrire à nom@domaine.example ou nom@domaine.example svp")]
    [InlineData("p.jourdheuil (at) free.fr", "nom@domaine.example")]
    [InlineData("Rappelez-moi au 06 12 34 56 78 ou +33 (0)2.41.00.00.00.", "Rappelez-moi au 00 00 00 00 00 ou 00 00 00 00 00.")]
    [InlineData("06-12-34-56-78, 0612345678, 06/12/34/56/78", "00 00 00 00 00")]
    [InlineData("poste 4521, série 5CG1234XYZ, PC-COMPTA07", "poste 0000, série …, PC-…")]
    [InlineData("IBAN FR76 3000 6000 0112 3456 7890 189", "Prénom [numéro masqué]")]
    [InlineData("mon mot de passe est Soleil2024!", "mon mot de passe est [secret masqué #1]")]
    [InlineData("Livrer au 12 bis rue des Lilas, 49000 Angers", "Livrer au 1 rue du Nom, 0000 Prénom")]
    [InlineData(@"Voir \\srv\compta\Durand et Z:\Paie\2026", @"Voir Z:\dossier et Z:\dossier")]
    [InlineData("Le fichier Devis_Durand-2026.xlsx a disparu", "Le fichier fichier.xlsx a disparu")]
    [InlineData("Le site https://portail.example/u?id=4 et notre-site.fr", "Le site https://site.example et https://site.example")]
    // What says when and what stays.
    [InlineData("À partir du 16/03/2026 à 8h30, ou du 2026-03-17, ou du 18.03", "À partir du 16/03/2026 à 8h30, ou du 2026-03-17, ou du 18.03")]
    [InlineData("Outlook ne démarre plus sous Windows depuis Lundi, URGENT", "Outlook ne démarre plus sous Windows depuis Lundi, URGENT")]
    [InlineData("Le 1er avril, 3 licences Office 365 pour le service RH", "Le 1er avril, 3 licences Office 365 pour le service RH")]
    [InlineData("Le VPN coupe.\n\nCordialement,\nMarc\nrue des Lilas", "Le VPN coupe.")]
    [InlineData("> ancien message de Paul\nça marche toujours pas", "ça marche toujours pas")]
    [InlineData("", "")]
    [InlineData("\uD800", "")]
    public void Nobody_is_left_and_the_request_is(string text, string kept) => Assert.Equal(kept, Redactor.Redact(text, Names));

    [Fact]
    public void A_text_is_read_to_its_limit() => Assert.Equal(Redactor.MaxLength, Redactor.Redact(string.Concat(Enumerable.Repeat("mail ", 5_000)), Names).Length + 1);

    [Theory]
    [InlineData("marie jean pierre rose claire blanche victor noel max lise aurore constance camille martin paul julie ahmed fatima yann dylan")]
    [InlineData("dupont durand moreau lefevre garcia roux fournier girard bonnet dupuis lambert rousseau mathieu gautier perrin robin masson")]
    public void A_common_name_is_no_common_word(string names) =>
        Assert.All(names.Split(' '), name => Assert.DoesNotContain(name, Redactor.Redact($"avec {name} ce matin", NamesToCut.None), StringComparison.Ordinal));
}
