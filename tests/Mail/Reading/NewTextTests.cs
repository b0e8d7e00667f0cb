namespace SiOne.Bot.Mail.Tests.Reading;

public sealed class NewTextTests
{
    private const string Request = "Bonjour,\n\nMerci de créer un compte pour Paul Durand, arrivée lundi.";

    [Theory]
    [InlineData("De : Support <support@msp.example>\nEnvoyé : lundi 9 mars 2026 10:12\nÀ : Julie Martin\nObjet : RE: compte\n\nAncien texte")]
    [InlineData("De\u00A0: Support [mailto:support@msp.example]\nEnvoyé\u00A0: lundi 9 mars 2026 10:12\nÀ\u00A0: Julie Martin <julie@client.example>; Paul\nCc\u00A0: x@client.example\nObjet\u00A0: RE: compte\n\nAncien texte")]
    [InlineData("________________________________\nDe : Support\nEnvoyé : lundi 9 mars 2026 10:12\nÀ : Julie Martin\nObjet : RE: compte\n\nAncien texte")]
    [InlineData("-----Message d'origine-----\nDe : Support\nEnvoyé : lundi 9 mars 2026 10:12\nÀ : Julie Martin\nObjet : RE: compte\n\nAncien texte")]
    [InlineData("-----Original Message-----\nFrom: Support\nSent: Monday\nTo: Julie\nSubject: RE: account\n\nAncien texte")]
    [InlineData("*De :* Support\n*Envoyé :* lundi\n*À :* Julie\n*Objet :* compte\n\nAncien texte")]
    [InlineData("Le lun. 9 mars 2026 à 10:12, Support <support@msp.example> a écrit :\n\n> Ancien texte\n> encore")]
    [InlineData("Le lun. 9 mars 2026 à 10:12, Support du service informatique\n<support@msp.example> a écrit :\n> Ancien texte")]
    [InlineData("Le 9 mars 2026 à 10:12, Support <support@msp.example> a écrit :\n\nAncien texte sans marque")]
    [InlineData("Le 09/03/2026 à 10:12, Support a écrit :\n> Ancien texte")]
    [InlineData("Le 9 mars 2026 à 10:12, Support <support@msp.example> a écrit\u00A0:\n> Ancien texte")]
    [InlineData("On Mon, Mar 9, 2026 at 10:12 AM Support <support@msp.example>\nwrote:\n\n> Ancien texte")]
    [InlineData("> Ancien texte\n> encore")]
    public void History_goes(string history)
    {
        var message = Eml.Read(Eml.Plain($"{Request}\n\n{history}", "RE: compte"));
        Assert.Equal(Request, message.Text);
        Assert.Contains("Ancien texte", message.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("Envoyé depuis mon mobile Orange")]
    [InlineData("Envoyé à partir de Outlook pour Android")]
    [InlineData("Télécharger Outlook pour iOS")]
    [InlineData("Envoyé depuis Yahoo Mail pour Android")]
    [InlineData("Sent from my iPhone")]
    [InlineData("-- \nService comptable\n02 61 91 00 00")]
    [InlineData("Ce message et ses pièces jointes sont confidentiels et destinés\nà leur seul destinataire. Toute diffusion est interdite.")]
    [InlineData("Pensez à l'environnement avant d'imprimer ce mail.")]
    [InlineData("Si ce message vous a été transmis par erreur, merci de le détruire et d'avertir l'expéditeur.")]
    [InlineData("This message is confidential. If you received it in error, please notify the sender and delete it.")]
    [InlineData("Ce message est confidentiel et ne peut engager la responsabilité de son expéditeur.")]
    [InlineData("🌱 Limitons les impressions : pensons à la planète.")]
    [InlineData("This email and any attachments are confidential and intended solely for the addressee.")]
    [InlineData("Cordialement,")]
    [InlineData("Bien cordialement\nService comptable\nTél. : 02 61 91 00 00")]
    [InlineData("Merci d'avance.\n\nCordialement,\n\nCe courriel est confidentiel.")]
    public void Footers_go(string footer) => Assert.Equal(Request, Eml.Read(Eml.Plain($"{Request}\n\n{footer}")).Text);

    [Theory]
    [InlineData("Cordialement,\nJulie Martin\nAssistante de direction\n02 61 91 00 00\njulie@client.example")]
    [InlineData("Bonne journée\n\nJulie Martin")]
    [InlineData("Merci\nJulie Martin\nComptable")]
    [InlineData("Cdlt\n-- \nJulie Martin\nDirectrice")]
    [InlineData("Bien à vous,\n\nJulie Martin\n\nEnvoyé de mon iPhone")]
    [InlineData("Cordialement\nJulie Martin, DRH")]
    [InlineData("Cordialement\nJulie Martin – poste 214\nwww.client.example")]
    [InlineData("Best regards,\nJulie Martin\nOffice manager")]
    public void The_signer_s_name_stays_for_requests_about_oneself(string signature) =>
        Assert.Equal($"{Request}\n\nJulie Martin", Eml.Read(Eml.Plain($"{Request}\n\n{signature}")).Text);

    [Theory]
    [InlineData("Merci de faire le nécessaire pour vendredi")]
    [InlineData("Merci\nPouvez-vous aussi me rappeler ?")]
    public void What_may_be_a_request_stays(string end) => Assert.Equal($"{Request}\n{end}", Eml.Read(Eml.Plain($"{Request}\n{end}")).Text);

    [Theory]
    [InlineData("PS : et il faudrait aussi une licence Visio pour Paul")]
    [InlineData("P.S. - pensez au badge")]
    public void What_stands_below_a_signature_stays_without_it(string postscript) => Assert.Equal(
        $"{Request}\n\nJulie Martin\n\n{postscript}", Eml.Read(Eml.Plain($"{Request}\n\nCordialement,\nJulie Martin\nAssistante\n02 61 91 00 00\n{postscript}")).Text);

    [Theory]
    [InlineData("Julie Martin\nAssistante de direction\n02 61 91 00 00")]
    [InlineData("MARTIN Julie\nwww.client.example")]
    [InlineData("Julie Martin – Assistante\n[Logo]\n12 rue des Lices")]
    public void The_sender_s_name_begins_a_signature_without_a_farewell(string signature) =>
        Assert.Equal($"{Request}\n\n{signature.Split('\n')[0].Split(" –")[0]}", Eml.Read(Eml.Plain($"{Request}\n\n{signature}")).Text);

    [Theory]
    [InlineData("J'ai écrit par erreur au mauvais destinataire, avec un document confidentiel joint.")]
    [InlineData("Ce message est apparu sur le poste de Paul ce matin.")]
    [InlineData("Ce mail est revenu deux fois, pouvez-vous vérifier l'adresse du destinataire ?")]
    [InlineData("Avertissement : le serveur affiche un voyant rouge.")]
    [InlineData("Les informations contenues dans le fichier clients sont fausses.")]
    [InlineData("Envoyé par mon collègue hier, resté sans réponse.")]
    [InlineData("Mes coordonnées pour le rappel :\nJulie Martin\n02 61 91 00 00")]
    [InlineData("La nouvelle signature :\n\nCordialement,\nJulie Martin\nDirectrice")]
    [InlineData("Ce dossier est confidentiel et relève du secret professionnel.")]
    [InlineData("--\n\nSecond point : merci de changer le mot de passe du Wi-Fi des invités.")]
    [InlineData("> 23/11 02:04 erreur : disque plein")]
    public void What_only_looks_like_a_footer_stays(string end) => Assert.Equal($"{Request}\n\n{end}", Eml.Read(Eml.Plain($"{Request}\n\n{end}")).Text);

    [Theory]
    [InlineData("De : Paul Durand <paul@client.example>\nEnvoyé : lundi 9 mars 2026 10:12\nÀ : Julie Martin\nObjet : mon téléphone", "TR: mon téléphone")]
    [InlineData("---------- Message transféré ---------\nDe : Paul Durand <paul@client.example>\nDate: lun. 9 mars 2026 à 10:12\nSubject: mon téléphone\nTo: Julie <julie@client.example>", "Fwd: mon téléphone")]
    [InlineData("Début du message réexpédié :\n\nDe: Paul Durand <paul@client.example>\nObjet: mon téléphone\nDate: 9 mars 2026 à 10:12\nÀ: julie@client.example", "Tr : mon téléphone")]
    [InlineData("-------- Message transféré --------\nSujet : mon téléphone\nDate : lundi 9 mars\nDe : Paul Durand <paul@client.example>\nPour : julie@client.example", "mon téléphone")]
    [InlineData("---------- Forwarded message ---------\nFrom: Paul Durand <paul@client.example>\nDate: Mon\nSubject: mon téléphone\nTo: Julie", "Fwd: mon téléphone")]
    public void A_forward_keeps_what_it_forwards(string header, string subject)
    {
        var text = Eml.Read(Eml.Plain($"Merci de voir avec Paul.\n\n{header}\n\nMon téléphone ne s'allume plus.\nPaul Durand", subject)).Text;
        Assert.StartsWith("Merci de voir avec Paul.", text, StringComparison.Ordinal);
        Assert.EndsWith("Mon téléphone ne s'allume plus.\nPaul Durand", text, StringComparison.Ordinal);
        Assert.Contains("Paul Durand", text, StringComparison.Ordinal);
        Assert.DoesNotContain("paul@client.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10:12", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forward_drops_the_history_below_the_forwarded_mail()
    {
        var text = Eml.Read(Eml.Plain(
            "Pour vous.\n\nDe : Paul\nEnvoyé : lundi\nÀ : Julie\nObjet : PC\n\nMon PC est lent.\n\nDe : Julie\nEnvoyé : mardi\nÀ : Paul\nObjet : PC\n\nAncien", "TR: PC")).Text;
        Assert.Contains("Mon PC est lent.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ancien", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forward_of_a_forward_keeps_the_innermost_request() => Assert.Contains(
        "Mon PC est lent.",
        Eml.Read(Eml.Plain("Pour vous.\n\nDe : Julie\nEnvoyé : lundi\nÀ : DSI\nObjet : TR: PC\n\nÀ voir.\n\nDe : Paul\nEnvoyé : mardi\nÀ : Julie\nObjet : PC\n\nMon PC est lent.", "TR: TR: PC")).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Answers_below_and_between_quotes_stay() => Assert.Equal(
        "Le mardi.\nUn iPhone 13.",
        Eml.Read(Eml.Plain("Le lun. 9 mars 2026 à 10:12, Support <s@msp.example> a écrit :\n> Quel jour ?\nLe mardi.\n> Quel modèle ?\nUn iPhone 13.", "Re: x")).Text);

    [Fact]
    public void A_mail_of_nothing_but_history_keeps_it() =>
        Assert.Contains("Mon PC est lent", Eml.Read(Eml.Plain("De : Paul\nEnvoyé : lundi\nÀ : Julie\nObjet : PC\n\nMon PC est lent.", "PC")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Cordialement,\nJulie Martin")]
    [InlineData("-- \nJulie")]
    [InlineData("Envoyé de mon iPhone")]
    public void The_only_text_is_never_removed(string text) => Assert.NotEmpty(Eml.Read(Eml.Plain(text)).Text);

    [Theory]
    [InlineData("[EXTERNE]")]
    [InlineData("ATTENTION : ce courriel provient d’un expéditeur externe. Ne cliquez sur aucun lien.")]
    [InlineData("Vous n’obtenez pas souvent d’e-mail à partir de julie@client.example. Pourquoi c’est important<https://aka.ms/x>")]
    [InlineData("[EXTERNE] Ce courriel provient d'un correspondant extérieur. N'ouvrez aucun lien.")]
    [InlineData("CAUTION: This email originated from outside of the organization.\nDo not click links.")]
    public void A_server_s_banner_is_not_what_the_person_wrote(string banner) => Assert.Equal(Request, Eml.Read(Eml.Plain($"{banner}\n\n{Request}")).Text);

    [Theory]
    [InlineData("Attention, un prestataire externe vient lundi.")]
    [InlineData("Externe ou interne, la ligne ne répond plus.")]
    [InlineData("Ce mail vient de l'extérieur, faut-il l'ouvrir ?")]
    [InlineData("Ce message vient d'un prestataire externe et reste bloqué.")]
    public void A_person_s_own_warning_is_no_banner(string words) => Assert.Equal($"{words}\n\n{Request}", Eml.Read(Eml.Plain($"{words}\n\n{Request}")).Text);

    [Theory]
    [InlineData("Cordialement, Julie Martin", "Julie Martin")]
    [InlineData("Merci, bonne journée, Julie", "Julie")]
    [InlineData("Merci d’avance pour votre retour rapide.\n\nBien à vous,\njulie", "julie")]
    [InlineData("Dans l’attente de votre réponse, je vous prie d’agréer mes salutations.\nJulie MARTIN", "Julie MARTIN")]
    [InlineData("Cordialement,\n\nSARL Martin\nJulie Martin\nGérante\n02 41 00 00 00", "Julie Martin")]
    [InlineData("Cordialement,\n\nService comptabilité\n02 41 00 00 00", null)]
    [InlineData("Je vous souhaite une très bonne journée.\n\nJulie", "Julie")]
    [InlineData("En vous remerciant par avance,\nJulie Martin\nMETALOR – 12 rue des Forges – 49000 Angers\nSARL au capital de 10 000 € – RCS Angers 123 456 789 – SIRET 123 456 789 00012 – TVA FR12123456789\nTél. : 02 41 00 00 00\nMobile : 06 00 00 00 00\nFax : 02 41 00 00 01\njulie@client.example\nwww.client.example\nSuivez-nous sur LinkedIn\nOuvert du lundi au vendredi", "Julie Martin")]
    [InlineData("Cordialement,\nJulie Martin\n\nAVERTISSEMENT : ce message est confidentiel.\n\nL’internet ne permettant pas d’assurer l’intégrité de ce message, nous déclinons toute responsabilité.", "Julie Martin")]
    [InlineData("Cordialement,\nJulie Martin\n\nP Pensez à l’environnement avant d’imprimer ce message", "Julie Martin")]
    public void However_people_end_a_mail_their_name_alone_stays(string end, string? name) =>
        Assert.Equal(name is null ? Request : $"{Request}\n\n{name}", Eml.Read(Eml.Plain($"{Request}\n\n{end}")).Text);

    [Theory]
    [InlineData("Envoyé avec Spark")]
    [InlineData("Envoyé par TypeApp")]
    [InlineData("Envoyé depuis Infomaniak")]
    [InlineData("Téléchargez Outlook pour iOS<https://aka.ms/o0ukef>")]
    [InlineData("Télécharger BlueMail pour Android")]
    [InlineData("Envoyé à partir de l’application Courrier de Windows")]
    [InlineData("<https://www.avast.com/sig>\nSans virus.www.avast.com\n<https://www.avast.com/sig>")]
    [InlineData("[avast logo]\nL'absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus Avast.\nwww.avast.com")]
    [InlineData("-- \nEnvoyé de mon appareil Android avec Courriel K-9 Mail. Veuillez excuser ma brièveté.")]
    public void What_programs_add_goes(string footer) => Assert.Equal(Request, Eml.Read(Eml.Plain($"{Request}\n\n{footer}")).Text);

    [Theory]
    [InlineData("Le 23/11/2026 10:02, « Support » <s@msp.example> a écrit :\n\n    Ancien texte")]
    [InlineData("Support <s@msp.example> a écrit sur 23/11/2026 10:02:05 :\n\n> Ancien texte")]
    [InlineData("Le 23 novembre 2026 10:02:33 GMT+01:00, Support <s@msp.example> a écrit :\n> Ancien texte")]
    [InlineData("Le Lundi, Novembre 23, 2026 10:02 CET, Support <s@msp.example> a écrit:\n\nAncien texte")]
    [InlineData("Le 2026-11-23T10:02:33.000+01:00, Support <s@msp.example> a écrit :\n> Ancien texte")]
    [InlineData("De : Support\nEnvoyé le :lundi 23 novembre 2026 10:02\nÀ : Julie\nObjet :RE: x\n\nAncien texte")]
    [InlineData("========================================\n\nMessage du : 23/11/2026 10:02\nDe : \"Support \" <s@msp.example>\nA : j@client.example\nCopie à : \nSujet : compte\n\nAncien texte")]
    [InlineData("> Message du 23/11/26 10:02\n> De : \"Support\" <s@msp.example>\n> A : j@client.example\n> Copie à : \n> Objet : compte\n> \n> Ancien texte")]
    [InlineData("------ Message d'origine ------\nDe \"Support\" <s@msp.example>\nÀ j@client.example\nDate 23/11/2026 10:02:33\nObjet compte\n\n>Ancien texte")]
    [InlineData("--- Message original ---\nExpéditeur : Support\nDate : lundi\nDestinataire : Julie\nSujet : compte\n\nAncien texte")]
    public void History_of_rarer_clients_goes(string history) => Assert.Equal(Request, Eml.Read(Eml.Plain($"{Request}\n\n{history}", "RE: compte")).Text);

    [Fact]
    public void An_html_reply_of_Outlook_loses_its_history()
    {
        var message = Eml.Read(Eml.Html(
            "<p class=\"MsoNormal\">Bonjour,</p><p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p><p class=\"MsoNormal\">Mon PC est lent.</p>"
            + "<div style=\"border-top:solid #E1E1E1 1.0pt\"><p class=\"MsoNormal\"><b>De&nbsp;:</b> Support &lt;s@msp.example&gt;<br><b>Envoyé&nbsp;:</b> lundi<br>"
            + "<b>À&nbsp;:</b> Julie<br><b>Objet&nbsp;:</b> RE: PC</p></div><p class=\"MsoNormal\">Ancien</p>", "RE: PC"));
        Assert.Equal("Bonjour,\n\nMon PC est lent.", message.Text);
    }

    [Fact]
    public void An_html_reply_of_Gmail_loses_its_history()
    {
        var message = Eml.Read(Eml.Html(
            "<div dir=\"ltr\">Mon PC est lent.</div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">Le lun. 9 mars 2026 à 10:12, Support &lt;<a href=\"mailto:s@msp.example\">s@msp.example</a>&gt; a écrit&nbsp;:<br></div>"
            + "<blockquote class=\"gmail_quote\">Ancien<br>texte</blockquote></div>", "Re: PC"));
        Assert.Equal("Mon PC est lent.", message.Text);
        Assert.Contains("> Ancien\n> texte", message.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Très bonne journée et à bientôt,\nJulie", "Julie")]
    [InlineData("Restant à votre disposition,\nJulie Martin", "Julie Martin")]
    [InlineData("Musicalement,\n\nJulie", "Julie")]
    [InlineData("Mille excuses pour le dérangement et merciiii\nJulie", "Julie")]
    [InlineData("Dans cette attente, je vous prie de croire, Monsieur, en l’expression de mes sentiments les meilleurs.\n\nJulie Martin", "Julie Martin")]
    [InlineData("À charge de revanche,\n\nJulie Martin", "Julie Martin")]
    [InlineData("Cordialement,\nJulie Martin\nComptable\n02 41 00 00 00\nMerci de noter notre nouvelle adresse, au fond de la cour, depuis le 2 novembre.", "Julie Martin")]
    public void A_farewell_is_known_by_its_words_or_by_its_place(string end, string name) =>
        Assert.Equal($"{Request}\n\n{name}", Eml.Read(Eml.Plain($"{Request}\n\n{end}")).Text);

    [Theory]
    [InlineData("Merci de rappeler Paul")]
    [InlineData("Toute la journée")]
    [InlineData("Le service recouvrement")]
    [InlineData("Effectivement")]
    [InlineData("Bonne journée pour Paul ?")]
    [InlineData("Merci au 214")]
    public void A_word_of_any_matter_makes_a_sentence_of_a_courtesy(string line) => Assert.Equal($"{Request}\n\n{line}", Eml.Read(Eml.Plain($"{Request}\n\n{line}")).Text);

    [Theory]
    [InlineData("<div id=\"Signature\">")]
    [InlineData("<div class=\"gmail_signature\" data-smartmail=\"gmail_signature\">")]
    [InlineData("<a name=\"_MailAutoSig\"></a><div>")]
    public void What_a_client_marks_as_a_signature_goes(string mark)
    {
        Assert.Equal("Bonjour,\nLe poste 3 ne répond plus.", Eml.Read(Eml.Html($"<div>Bonjour,</div><div>Le poste 3 ne répond plus.</div>{mark}<div>12 quai Sud</div><div>49000 Angers</div></div>")).Text);
        Assert.Contains("Il faut aussi changer le toner.", Eml.Read(Eml.Html($"<div>Bonjour,</div>{mark}<div>Le poste 3 ne répond plus.</div><div>Il faut aussi changer le toner.</div></div>")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=> Oui, lundi.", "=> Oui, lundi.")]
    [InlineData("[JM] Oui, lundi.", "[JM] Oui, lundi.")]
    [InlineData("<span style=\"color:#0070C0\">Oui, lundi.</span>", "Oui, lundi.")]
    public void Answers_inside_an_unmarked_quote_stay(string answer, string kept) => Assert.Equal(
        $"Mes réponses ci-dessous.\n\n{kept}",
        Eml.Read(Eml.Html($"<p class=MsoNormal>Mes réponses ci-dessous.</p><div><p class=MsoNormal>De : Support<br>Envoyé : lundi<br>À : Julie<br>Objet : compte</p></div><p class=MsoNormal>Peut-on couper ?</p><p class=MsoNormal>{answer}</p><p class=MsoNormal>Merci.</p>", "RE: compte")).Text);
}
