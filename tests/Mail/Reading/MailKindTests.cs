using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Mail.Tests.Reading;

public sealed class MailKindTests
{
    [Theory]
    [InlineData(MessageKind.New, "Demande", "")]
    [InlineData(MessageKind.New, "Demande", "Auto-Submitted: no\n")]
    [InlineData(MessageKind.New, "Demande", "X-Auto-Response-Suppress: All\n")]
    [InlineData(MessageKind.New, "Absence de Paul du 3 au 9, message à mettre", "")]
    [InlineData(MessageKind.New, "Mettre une réponse automatique pour Paul", "")]
    [InlineData(MessageKind.New, "Absence du bureau de Paul : merci de rediriger ses mails", "")]
    [InlineData(MessageKind.New, "Message d'absence", "")]
    [InlineData(MessageKind.New, "Message d'absence pour Paul", "")]
    [InlineData(MessageKind.New, "Réponse automatique de Paul à changer", "")]
    [InlineData(MessageKind.New, "Out of office message for Peter", "")]
    [InlineData(MessageKind.New, "TR: demande", "In-Reply-To: <a@b.example>\n")]
    [InlineData(MessageKind.Reply, "Demande", "In-Reply-To: <a@b.example>\n")]
    [InlineData(MessageKind.Reply, "Demande", "References: <a@b.example>\n")]
    [InlineData(MessageKind.Reply, "RE: Demande", "")]
    [InlineData(MessageKind.Reply, "Re : Demande", "")]
    [InlineData(MessageKind.Reply, "RE: Réponse automatique : Demande", "")]
    [InlineData(MessageKind.AutoReply, "Demande", "Auto-Submitted: auto-replied\n")]
    [InlineData(MessageKind.AutoReply, "Demande", "Auto-Submitted: Auto-Generated (rule); owner=x\n")]
    [InlineData(MessageKind.AutoReply, "Demande", "X-Autoreply: yes\n")]
    [InlineData(MessageKind.AutoReply, "Demande", "Return-Path: <>\nX-Auto-Response-Suppress: All\n")]
    [InlineData(MessageKind.AutoReply, "Réponse automatique : Demande", "")]
    [InlineData(MessageKind.AutoReply, "Absence du bureau : RE: Demande", "")]
    [InlineData(MessageKind.AutoReply, "Automatic reply: Demande", "")]
    [InlineData(MessageKind.AutoReply, "Out of office", "")]
    [InlineData(MessageKind.AutoReply, "Absence du bureau", "")]
    [InlineData(MessageKind.AutoReply, "Réponse automatique\u00A0: Demande", "")]
    [InlineData(MessageKind.AutoReply, "Absence : Re: Demande", "")]
    [InlineData(MessageKind.AutoReply, "Demande", "Precedence: auto_reply\n")]
    [InlineData(MessageKind.AutoReply, "Demande", "Auto-Submitted: auto-notified; owner-email=\"a@b.example\"\n")]
    [InlineData(MessageKind.List, "Lettre de novembre", "List-Id: <lettre.editeur.example>\n")]
    [InlineData(MessageKind.List, "Lettre de novembre", "List-Unsubscribe: <https://editeur.example/u>\n")]
    [InlineData(MessageKind.List, "Lettre de novembre", "List-Post: <mailto:lettre@editeur.example>\n")]
    [InlineData(MessageKind.List, "Lettre de novembre", "Precedence: bulk\n")]
    [InlineData(MessageKind.List, "Lettre de novembre", "Precedence: Junk\n")]
    public void Headers_and_subject_tell(MessageKind kind, string subject, string headers) =>
        Assert.Equal(kind, Eml.Read(Eml.Plain("Bonjour", subject, headers)).Kind);

    [Theory]
    [InlineData("MAILER-DAEMON@mx.example", "Undelivered Mail Returned to Sender")]
    [InlineData("postmaster@client.example", "Non remis : Demande")]
    [InlineData("postmaster@client.example", "Échec de la remise : Demande")]
    [InlineData("Mail Delivery Subsystem <x@mx.example>", "Message non délivré")]
    [InlineData("Mail Delivery System <x@mx.example>", "Mail delivery failed: returning message to sender")]
    public void A_daemon_s_notice_is_a_bounce(string from, string subject) =>
        Assert.Equal(MessageKind.Bounce, Eml.Read($"From: {from}\nSubject: {subject}\nAuto-Submitted: auto-replied\n\nVotre message n'a pas été remis.").Kind);

    [Theory]
    [InlineData("delivery-status", "message/delivery-status", MessageKind.Bounce)]
    [InlineData("disposition-notification", "message/disposition-notification", MessageKind.AutoReply)]
    [InlineData("feedback-report", "message/feedback-report", MessageKind.AutoReply)]
    public void A_report_is_what_its_type_says(string report, string part, MessageKind kind) => Assert.Equal(kind, Eml.Read(
        $"From: x@mx.example\nSubject: Rapport\nContent-Type: multipart/report; report-type={report}; boundary=b\n\n--b\n\nTexte\n--b\nContent-Type: {part}\n\nReporting-MTA: dns; mx.example\n\nAction: failed\n--b--\n").Kind);

    [Theory]
    [InlineData("message/rfc822", "Message-ID: <sione.c.e.m@msp.example>\nTo: Julie <julie@client.example>\nSubject: x\n\nBonjour")]
    [InlineData("text/rfc822-headers", "Message-ID: <sione.c.e.m@msp.example>\nTo: Julie <julie@client.example>")]
    public void A_bounce_says_which_mail_came_back(string part, string original)
    {
        var returned = Eml.Read(
            "From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nNon remis\n"
            + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nOriginal-Recipient: rfc822;julie@client.example\nFinal-Recipient: rfc822; jl@interne.example\nAction: failed\nStatus: 5.1.1\n\n"
            + $"--b\nContent-Type: {part}\n\n{original}\n--b--\n").Returned;
        Assert.Equal("sione.c.e.m@msp.example", returned?.MessageId);
        Assert.Equal(["julie@client.example", "jl@interne.example"], returned!.Recipients.Select(r => r.Value));
    }

    [Fact]
    public void Only_a_bounce_returns_a_mail() => Assert.Null(Eml.Read(
        "From: a@client.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nVoir\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <a@b.example>\n\nx\n--b--\n").Returned);

    [Fact]
    public void A_postmaster_who_writes_a_request_is_a_person() =>
        Assert.Equal(MessageKind.New, Eml.Read("From: Paul <postmaster@client.example>\nSubject: Nouvelle imprimante\n\nBonjour").Kind);

    [Fact]
    public void A_mail_of_our_own_is_automatic() => Assert.Equal(
        MessageKind.AutoReply,
        Eml.Read("From: Support <Support@MSP.example>\nSubject: Demande\n\nBonjour", new MailReaderOptions { OwnAddresses = [MailAddress.Parse("support@msp.example")] }).Kind);
}
