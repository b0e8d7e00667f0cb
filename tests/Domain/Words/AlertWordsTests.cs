using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
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
    [InlineData("breach-clock", "Violation de données possible, à évaluer")]
    [InlineData("something-new", "Alerte something-new")]
    public void A_reason_is_said_in_French(string code, string said) => Assert.Equal(said, Of(code).Say().Reason);

    [Fact]
    public void What_only_technicians_may_know_is_listed_with_its_article()
    {
        var own = Told.Finding("may-be-billed", null, "Peut être facturable.", "8.1") with { Audience = Audience.Technicians };
        var request = Told.Request(
            IncidentOperations.Hardware, Verdict.Accepted, own, own with { Text = new("Notre règle.", "Our rule."), IsReading = true },
            Told.Finding("info", null, "Pour tous."));
        Assert.Equal<string>(["Peut être facturable. Voir l’article 8.1.", "Notre règle."], Assert.Single(Of("due-soon", request).Say().Requests).Notes);
    }

    [Fact]
    public void Thirty_six_hours_by_the_wall_clock_are_proposed_for_a_breach()
    {
        var fact = Told.Plain(Of("breach-clock", Told.Request(IncidentOperations.Security)).Say().Facts[^1]);
        Assert.StartsWith("Proposition (annexe RGPD V, 36 h)", fact, StringComparison.Ordinal);
        Assert.EndsWith("le jeudi 26 novembre 2026 à 2 h 10.", fact, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_that_proposes_it_already_is_enough()
    {
        var finding = Told.Finding("breach-clock", null, "Violation possible.", "RGPD V") with { Audience = Audience.Technicians };
        var alert = Of("breach-clock", Told.Request(IncidentOperations.Security, Verdict.Accepted, finding)).Say();
        Assert.Equal(3, alert.Facts.Length);
        Assert.Equal<string>(["Violation possible. Voir l’annexe RGPD V."], alert.Requests[0].Notes);
    }

    [Fact]
    public void The_date_of_a_draft_is_said_to_be_provisional() => Assert.StartsWith(
        "Échéance provisoire",
        Of("draft-unconfirmed", Told.Request(LicenceOperations.Assign) with { Verdict = Verdict.Draft }).Say().Requests[0].Due,
        StringComparison.Ordinal);

    private static TechnicianAlert Of(string reason, params AnsweredRequest[] requests) =>
        new(reason, "Atelier Rive", [.. requests], new("m.1"), Told.Received);
}
