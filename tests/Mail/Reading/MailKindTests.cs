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
    [InlineData(MessageKind.List, "Lettre de novembre", "List-Id: <lettre.editeur.example>\n")]
    [InlineData(MessageKind.List, "Lettre de novembre", "List-Unsubscribe: <https://editeur.example/u>\n")]
    [InlineData(MessageKind.List, "Lettre de novembre", "Precedence: bulk\n")]
    [InlineData(MessageKind.List, "Lettre de novembre", "Precedence: Junk\n")]
    public void Headers_and_subject_tell(MessageKind kind, string subject, string headers) =>
        Assert.Equal(kind, Eml.Read(Eml.Plain("Bonjour", subject, headers)).Kind);

    [Theory]
    [InlineData("MAILER-DAEMON@mx.example", "Undelivered Mail Returned to Sender")]
    [InlineData("postmaster@client.example", "Non remis : Demande")]
    [InlineData("postmaster@client.example", "Échec de la remise : Demande")]
    [InlineData("Mail Delivery System <x@mx.example>", "Mail delivery failed: returning message to sender")]
    public void A_daemon_s_notice_is_a_bounce(string from, string subject) =>
        Assert.Equal(MessageKind.Bounce, Eml.Read($"From: {from}\nSubject: {subject}\nAuto-Submitted: auto-replied\n\nVotre message n'a pas été remis.").Kind);

    [Theory]
    [InlineData("delivery-status", "message/delivery-status", MessageKind.Bounce)]
    [InlineData("disposition-notification", "message/disposition-notification", MessageKind.AutoReply)]
    [InlineData("feedback-report", "message/feedback-report", MessageKind.AutoReply)]
    public void A_report_is_what_its_type_says(string report, string part, MessageKind kind) => Assert.Equal(kind, Eml.Read(
        $"From: x@mx.example\nSubject: Rapport\nContent-Type: multipart/report; report-type={report}; boundary=b\n\n--b\n\nTexte\n--b\nContent-Type: {part}\n\nReporting-MTA: dns; mx.example\n\nAction: failed\n--b--\n").Kind);

    [Fact]
    public void A_postmaster_who_writes_a_request_is_a_person() =>
        Assert.Equal(MessageKind.New, Eml.Read("From: Paul <postmaster@client.example>\nSubject: Nouvelle imprimante\n\nBonjour").Kind);

    [Fact]
    public void A_mail_of_our_own_is_automatic() => Assert.Equal(
        MessageKind.AutoReply,
        Eml.Read("From: Support <Support@MSP.example>\nSubject: Demande\n\nBonjour", new MailReaderOptions { OwnAddresses = [MailAddress.Parse("support@msp.example")] }).Kind);
}
