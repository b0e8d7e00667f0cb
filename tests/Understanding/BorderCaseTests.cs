namespace SiOne.Bot.Understanding.Tests;

/// <summary>The border cases of the domain description, in words of our own.</summary>
public sealed class BorderCaseTests
{
    [Theory]
    [InlineData("J'ai oublié mon mot de passe Office 365, merci de le réinitialiser.", "licence.password")]
    [InlineData("Mon compte est verrouillé après trop de tentatives, pouvez-vous le débloquer ?", "licence.password")]
    [InlineData("J'ai changé de mobile et l'application Authenticator ne marche plus, il faut refaire la double authentification.", "licence.password")]
    [InlineData("Thunderbird me demande le mot de passe de la boîte, pouvez-vous me redonner les paramètres IMAP ?", "mailbox.settings")]
    [InlineData("Outlook plante dès que je l'ouvre sur mon PC.", "incident.software")]
    [InlineData("Outlook plante dès que je l'ouvre sur mon téléphone.", "phone.fault")]
    [InlineData("Les mails de nos clients n'arrivent plus depuis ce matin.", "incident.software")]
    [InlineData("Merci de créer un compte Microsoft 365 pour notre nouvelle collègue Inès Valbray, elle arrive le 7 avril.", "licence.arrival")]
    [InlineData("Merci de créer une adresse mail pour Inès Valbray, elle n'a besoin de rien d'autre.", "mailbox.create")]
    [InlineData("Paul Jourdheuil quitte l'entreprise le 31 mars, merci de fermer son compte.", "licence.departure")]
    [InlineData("Merci de fermer l'adresse stage@verrier.example, plus personne ne l'utilise.", "mailbox.close")]
    [InlineData("Je pars en congé maternité, merci de mettre un message d'absence sur ma boîte.", "mailbox.absence")]
    [InlineData("Pendant son congé parental, merci de rediriger les mails de Léa Bonfils vers accueil@verrier.example.", "mailbox.redirect")]
    [InlineData("Pouvez-vous ajouter un alias à ma boîte mail ?", "mailbox.settings")]
    [InlineData("Notre filtre antispam bloque les mails du fournisseur, à mettre en liste blanche.", "mailbox.settings")]
    [InlineData("Merci de transformer la boîte de Paul Jourdheuil en boîte partagée.", "mailbox.convert-shared")]
    [InlineData("Ajoutez Inès Valbray à la liste de diffusion direction@ svp.", "mailbox.list")]
    [InlineData("Pouvez-vous inviter un externe dans l'équipe Teams « Chantiers » ?", "licence.teams")]
    [InlineData("Inès Valbray a besoin des droits en lecture sur le SharePoint Comptabilité.", "licence.sharepoint")]
    [InlineData("Merci de commander deux licences Business Standard supplémentaires.", "licence.purchase")]
    [InlineData("La licence Visio de Paul Jourdheuil peut être libérée, il ne s'en sert plus.", "licence.release")]
    [InlineData("Merci d'attribuer une licence Power BI à Inès Valbray.", "licence.assign")]
    [InlineData("Pouvez-vous installer Excel et Word sur le PC de l'accueil ?", "licence.install")]
    [InlineData("Nous souhaitons une formation Teams pour cinq personnes.", "licence.training")]
    [InlineData("Le fichier budget.xlsx a été supprimé par erreur du serveur, pouvez-vous le restaurer ?", "restore.file")]
    [InlineData("J'ai supprimé un mail important hier, est-il récupérable ?", "restore.mailbox")]
    [InlineData("Tous mes contacts Outlook ont disparu, merci de les restaurer.", "restore.mailbox")]
    [InlineData("Le site SharePoint Qualité a été supprimé, merci de le restaurer.", "restore.site")]
    [InlineData("Merci d'ajouter le dossier D:\\Paie à la sauvegarde.", "restore.plan")]
    [InlineData("On m'a volé mon téléphone pro dans le train, bloquez-le.", "phone.lost")]
    [InlineData("La vitre de mon téléphone est fissurée, combien coûte la réparation ?", "phone.repair")]
    [InlineData("Un iPhone à préparer pour le nouveau commercial qui commence lundi.", "phone.prepare")]
    [InlineData("Paul Jourdheuil a rendu son téléphone, merci de venir le récupérer.", "phone.return")]
    [InlineData("Comment transférer un appel avec mon téléphone ?", "phone.help")]
    [InlineData("Merci de programmer un renvoi d'appel sur mon mobile.", "phone.settings")]
    [InlineData("J'ai cliqué sur le lien d'un mail qui ressemble à du phishing.", "incident.security")]
    [InlineData("Mon ordinateur portable a été volé cette nuit.", "incident.security")]
    [InlineData("J'ai perdu une clé USB avec des dossiers clients.", "incident.security")]
    [InlineData("J'ai renversé du café sur mon clavier, le PC ne s'allume plus.", "incident.hardware")]
    [InlineData("Le VPN ne se connecte plus depuis la maison.", "incident.network")]
    [InlineData("L'imprimante du premier étage affiche un bourrage papier.", "incident.print")]
    [InlineData("Comment faire une recherche dans Excel ?", "incident.help")]
    [InlineData("Il nous faut des cartouches d'encre, pouvez-vous en commander ?", "other.quote")]
    [InlineData("Pouvez-vous nous faire un devis pour trois écrans ?", "other.quote")]
    [InlineData("Peut-on décaler la visite du technicien à jeudi ?", "other.intervention")]
    [InlineData("Au titre du RGPD, je demande l'effacement de mes données personnelles.", "other.data-rights")]
    [InlineData("La facture de février est erronée, merci de nous envoyer un avoir.", "other.contract")]
    [InlineData("Merci beaucoup, tout fonctionne !", "other.none")]
    public async Task Reads_the_operation(string text, string operation) =>
        Assert.Equal(operation, (await Read.First(text)).Operation.Id);

    [Theory]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil, pas de redirection et pas de message d'absence.", "licence.departure")]
    [InlineData("Mon PC ne s'allume plus, ce n'est pas un virus.", "incident.hardware")]
    [InlineData("Créez une adresse pour Inès Valbray, pas besoin de téléphone.", "mailbox.create")]
    public async Task What_is_denied_is_not_asked(string text, string operation) =>
        Assert.Equal(operation, Assert.Single(await Read.All(text)).Operation.Id);

    [Fact]
    public async Task A_reminder_is_left_to_a_technician_and_is_never_no_request()
    {
        var request = await Read.First("Bonjour, je me permets de vous relancer, toujours pas de nouvelles de ma demande. Merci !");
        Assert.True(request.Abstained);
        Assert.NotEqual("other.none", request.Operation.Id);
    }

    [Fact]
    public async Task An_unclear_question_is_left_to_a_technician() =>
        Assert.True((await Read.First("Bonjour, pouvez-vous regarder le truc bleu s'il vous plaît ?")).Abstained);

    [Fact]
    public async Task An_arrival_with_a_phone_is_two_requests() =>
        Assert.Equal(
            ["licence.arrival", "phone.prepare"],
            (await Read.All("Inès Valbray arrive le 7 avril : merci de créer son compte Microsoft 365. Préparez aussi un smartphone pour elle.")).Select(request => request.Operation.Id));

    [Fact]
    public async Task Two_named_leavers_are_two_requests() =>
        Assert.Equal(
            ["Paul Jourdheuil", "Inès Valbray"],
            (await Read.All("Merci de fermer les comptes de Paul Jourdheuil et Inès Valbray, ils quittent la société vendredi.")).Select(request => request.Person));

    [Fact]
    public async Task A_departure_takes_in_the_account_and_the_licence()
    {
        var request = Assert.Single(await Read.All("Alix Tournemire quitte le cabinet le 18 décembre 2026. Merci de désactiver son compte et de récupérer sa licence."));
        Assert.Equal(("licence.departure", "Alix Tournemire", new DateOnly(2026, 12, 18), false), (request.Operation.Id, request.Person, request.Date!.Value, request.Abstained));
    }

    [Fact]
    public async Task An_arrival_takes_in_the_team_and_leaves_the_phone_a_request_of_its_own()
    {
        var requests = await Read.All("Nora Castelain nous rejoint le 14 décembre 2026 comme comptable. Merci de prévoir :\n- son compte Microsoft 365 avec accès à l’équipe Teams Comptabilité ;\n- la préparation de son téléphone professionnel.");
        Assert.Equal(["licence.arrival", "phone.prepare"], requests.Select(request => request.Operation.Id));
        Assert.All(requests, request => Assert.Equal(("Nora Castelain", false), (request.Person, request.Abstained)));
    }

    [Theory]
    [InlineData("La nouvelle stagiaire Inès Valbray a oublié le mot de passe de son compte 365.", "licence.password")]
    [InlineData("Le PC de la stagiaire ne s'allume plus.", "incident.hardware")]
    [InlineData("Notre nouvelle collègue Inès Valbray a besoin d'accéder au SharePoint Achats, son compte existe déjà.", "licence.sharepoint")]
    [InlineData("Paul Jourdheuil est parti en janvier et son compte est déjà désactivé, merci de rediriger ses mails vers l'accueil.", "mailbox.redirect")]
    public async Task Words_of_coming_and_going_alone_are_no_arrival_or_departure(string text, string operation) =>
        Assert.Equal(operation, Assert.Single(await Read.All(text)).Operation.Id);

    [Fact]
    public async Task A_text_that_names_a_device_without_any_cue_is_left_to_a_technician() =>
        Assert.True((await Read.First("Bonjour, écran de gauche tout rose depuis midi.")).Abstained);
}
