using System.Reflection;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class AlertWordsTests
{
    [Theory]
    [InlineData("due-soon", "Échéance proche")]
    [InlineData("draft-unconfirmed", "Brouillon toujours à confirmer")]
    [InlineData("untaken", "Demande que personne n’a encore prise")]
    [InlineData("approval-given", "Accord du client reçu")]
    [InlineData("withdrawn", "Demande annulée par le client")]
    [InlineData("reopened", "Demande rouverte")]
    [InlineData("no-approver", "Personne ne peut donner l’accord chez ce client")]
    [InlineData("terminated", "Demande d’un client dont le contrat a pris fin")]
    [InlineData("quote", "Devis à préparer")]
    [InlineData("held", "Un envoi retenu bloque la suite")]
    [InlineData("answer-cap", "Trop d’envois en une heure, les suivants attendent un technicien")]
    [InlineData("unknown-flood", "Très nombreux expéditeurs inconnus, les suivants sont seulement sur la page")]
    [InlineData("something-new", "Alerte something-new")]
    public void A_reason_is_said_in_French(string code, string said) => Assert.Equal(said, Of(code).Say(Language.French).Reason);

    [Fact]
    public void An_alarm_names_its_mailbox_and_since_when_and_no_customer()
    {
        var alarm = Of("mailbox-lost") with { IsAlarm = true, About = "contact", Customer = null };
        Assert.All(Texts(alarm.Say(Language.English)), text => Bilingual.English(text, "contact"));
        Assert.Equal(2, alarm.Say(Language.French).Facts.Length);
        Assert.Single((alarm with { About = null }).Say(Language.French).Facts);
        Assert.DoesNotContain(alarm.Say(Language.French).Facts, fact => fact.Contains("Client", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_is_said_in_both_languages()
    {
        Assert.All(AlertWords.Reasons.Values, Bilingual.Check);
        Assert.Distinct(AlertWords.Reasons.Values.Select(reason => reason.En), StringComparer.Ordinal);
        var given = typeof(Reactions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.All(given.Append(Emergencies.Code), code => Assert.True(AlertWords.Reasons.ContainsKey(code), code));
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void A_whole_alert_is_said_in_English(Verdict verdict)
    {
        var own = Told.Finding("may-be-billed", null, "Peut être facturable.", "XIV 4.2") with { Audience = Audience.Technicians, Text = new("Peut être facturable.", "May be billed.") };
        var request = Told.Request(LicenceOperations.Assign, verdict, own) with { Due = new(Told.In48Hours, Told.In48Hours, Told.In48Hours.AddHours(-5)), About = "Julien Tessier" };
        foreach (var alert in new[] { Of("untaken", request), Of("untaken", request with { Paused = false }), Of("untaken", request, request with { Abstained = true }), Of("untaken") with { Customer = null } })
        {
            var (words, french) = (alert.Say(Language.English), alert.Say(Language.French));
            Assert.Equal((Language.English, Language.French), (words.Language, french.Language));
            Assert.All(Texts(words), text => Bilingual.English(text, "Atelier Rive"));
            Assert.All(Texts(french), Bilingual.French);
        }

        var told = Of("untaken", request).Say(Language.English);
        Assert.Equal("[SI-7K3M-9QXA] Request that nobody has taken yet: assignment of a licence (Atelier Rive)", told.Subject);
        Assert.Equal<string>(["May be billed. See annex XIV 4.2."], told.Requests[0].Notes);
    }

    public static TheoryData<Verdict> Verdicts => [.. Enum.GetValues<Verdict>()];

    private static IEnumerable<string> Texts(WordedAlert alert) =>
        [alert.Subject, alert.Reason, .. alert.Facts.SkipLast(1), .. alert.Requests.SelectMany(request => (string[])[request.Title, request.Status, request.Due, request.About!, .. request.Notes])];

    [Fact]
    public void A_stranger_under_a_look_alike_domain_is_pointed_out_first()
    {
        var alert = Of("unknown-sender") with { Customer = null, Resembles = "Atelier\nRive" };
        Assert.Equal("Attention, domaine ressemblant à celui de : Atelier Rive", alert.Say(Language.French).Facts[0].Replace('\u00A0', ' '));
        Assert.Equal("Beware, the domain resembles that of: Atelier Rive", alert.Say(Language.English).Facts[0]);
        Assert.Equal(alert.Say(Language.French).Facts.Length - 1, (alert with { Resembles = null }).Say(Language.French).Facts.Length);
    }

    [Fact]
    public void What_only_technicians_may_know_is_listed_with_its_article()
    {
        var own = Told.Finding("may-be-billed", null, "Peut être facturable.", "8.1") with { Audience = Audience.Technicians };
        var request = Told.Request(
            IncidentOperations.Hardware, Verdict.Accepted, own, own with { Text = new("Notre règle.", "Our rule."), IsReading = true },
            Told.Finding("info", null, "Pour tous."));
        Assert.Equal<string>(["Peut être facturable. Voir l’article 8.1.", "Notre règle."], Assert.Single(Of("due-soon", request).Say(Language.French).Requests).Notes);
    }

    [Theory]
    [InlineData(Verdict.AwaitApproval)]
    [InlineData(Verdict.AwaitDetails)]
    [InlineData(Verdict.ProveIdentity)]
    public void A_date_that_does_not_run_yet_is_said_to_be_provisional(Verdict verdict) => Assert.Equal(
        "Échéance provisoire, le délai ne court pas pour l’instant : le jeudi 26 novembre 2026 à 14 h 10",
        Told.Plain(Of("untaken", Told.Request(LicenceOperations.Assign) with { Verdict = verdict }).Say(Language.French).Requests[0].Due));

    [Fact]
    public void Technicians_always_read_whom_a_request_is_about()
    {
        var request = Told.Request(LicenceOperations.Assign) with { About = "Julien Tessier", Abstained = true, DetailsWithheld = true };
        Assert.Equal("Pour : Julien Tessier", Told.Plain(Of("abstained", request).Say(Language.French).Requests[0].About!));
        Assert.Null(Of("abstained", request with { About = "\u202E \r\n" }).Say(Language.French).Requests[0].About);
    }

    [Fact]
    public void The_date_of_a_draft_is_said_to_be_provisional() => Assert.StartsWith(
        "Échéance provisoire",
        Of("draft-unconfirmed", Told.Request(LicenceOperations.Assign) with { Verdict = Verdict.Draft }).Say(Language.French).Requests[0].Due,
        StringComparison.Ordinal);

    [Fact]
    public void The_customer_stands_in_the_subject_and_among_the_facts()
    {
        var alert = Of("due-soon", Told.Request(LicenceOperations.Assign));
        Assert.Equal($"[SI-7K3M-9QXA] Échéance proche : {LicenceOperations.Assign.Name.Fr} (Atelier Rive)".Replace('\'', '’'), Told.Plain(alert.Say(Language.French).Subject));
        Assert.Equal("Client : Atelier Rive", Told.Plain(alert.Say(Language.French).Facts[0]));
        var unknown = alert with { Customer = null };
        Assert.Equal($"[SI-7K3M-9QXA] Échéance proche : {LicenceOperations.Assign.Name.Fr}".Replace('\'', '’'), Told.Plain(unknown.Say(Language.French).Subject));
        Assert.Equal("Client : inconnu", Told.Plain(unknown.Say(Language.French).Facts[0]));
    }

    [Fact]
    public void A_guess_is_marked_as_one()
    {
        var request = Told.Request(LicenceOperations.Assign);
        Assert.EndsWith(" (hypothèse)", Of("abstained", request with { Abstained = true }).Say(Language.French).Requests[0].Title, StringComparison.Ordinal);
        Assert.DoesNotContain("hypothèse", Of("due-soon", request).Say(Language.French).Requests[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Technicians_work_against_the_earlier_date_and_read_the_one_that_was_told()
    {
        Assert.Equal("À traiter avant le jeudi 26 novembre 2026 à 14 h 10", Due(Told.Request(LicenceOperations.Assign)));
        Assert.Equal(
            "À traiter avant le jeudi 26 novembre 2026 à 14 h 10 ; annoncé : le samedi 28 novembre 2026 à 14 h 10",
            Due(Told.Request(LicenceOperations.Assign) with { Due = new(Told.In48Hours.AddDays(2), Told.In48Hours.AddDays(2), Told.In48Hours) }));
        Assert.Equal("Aucune échéance en cours", Due(Told.Request(LicenceOperations.Assign) with { Due = null }));

        static string Due(AnsweredRequest request) => Told.Plain(Of("due-soon", request).Say(Language.French).Requests[0].Due);
    }

    private static TechnicianAlert Of(string reason, params AnsweredRequest[] requests) =>
        new(reason, "Atelier Rive", [.. requests], new("m.1"), Told.Received);
}
