using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class ReasonWordsTests
{
    [Theory]
    [InlineData(Audience.Everyone, false, true)]
    [InlineData(Audience.Everyone, true, true)]
    [InlineData(Audience.Administrators, false, false)]
    [InlineData(Audience.Administrators, true, true)]
    [InlineData(Audience.Technicians, false, false)]
    [InlineData(Audience.Technicians, true, false)]
    public void A_finding_is_read_by_its_audience_alone(Audience audience, bool administrator, bool read) => Assert.All(
        new Verdict?[] { null, Verdict.AwaitApproval },
        leadsTo =>
        {
            var finding = Told.Finding("some-code", leadsTo, "Une phrase rare.") with { Audience = audience };
            var request = Told.Request(LicenceOperations.Assign, leadsTo ?? Verdict.Accepted, finding);
            var answer = new Answer { Requests = [request], ReaderIsAdministrator = administrator }.Say();
            Assert.Equal(read, Told.Sentences(answer).Contains("Une phrase rare."));
        });

    [Fact]
    public void A_Reading_cites_no_article()
    {
        var cited = Told.Finding("some-code", null, "Du contrat.", "8");
        var request = Told.Say(Told.Request(IncidentOperations.Hardware, Verdict.Accepted, cited, cited with { Text = new("De nous.", "Ours."), IsReading = true }));
        Assert.Equal(["Voir l’article 8.", null], request.Notes.Select(note => note.Citation));
    }

    [Fact]
    public void What_decided_is_told_apart_from_what_informs()
    {
        var request = Told.Say(Told.Request(
            LicenceOperations.Assign, Verdict.Quote, Told.Finding("info", null, "Une information."), Told.Finding("out", Verdict.Quote, "Hors contrat."),
            Told.Finding("channel", Verdict.Draft, "Mauvais canal.")));
        Assert.Equal(["Hors contrat."], request.Reasons.Select(reason => reason.Text));
        Assert.Equal(["Une information."], request.Notes.Select(reason => reason.Text));
    }

    [Fact]
    public void The_same_sentence_is_not_read_twice() =>
        Assert.Single(Told.Say(Told.Request(
            IncidentOperations.Network, Verdict.Accepted, Told.Finding("one", null, "Une phrase."), Told.Finding("two", null, "Une phrase."))).Notes);

    [Fact]
    public void An_emergency_is_said_once() =>
        Assert.Empty(Told.Say(Told.Request(
            IncidentOperations.Security, Verdict.Accepted, Told.Finding("emergency", null, "Un technicien est alerté immédiatement."))).Notes);

    [Fact]
    public void An_administrator_reads_why_the_service_is_suspended_and_an_employee_does_not()
    {
        var request = Told.Request(IncidentOperations.Hardware, Verdict.Suspended, Told.Finding("contract-suspended", Verdict.Suspended, "La raison.", "4"));
        Assert.Single(Told.Say(request, administrator: true).Reasons);
        Assert.Empty(Told.Say(request).Reasons);
        Assert.Contains("administrateur", Assert.Single(Told.Say(request).Steps), StringComparison.Ordinal);
        Assert.DoesNotContain("administrateur", Assert.Single(Told.Say(request, administrator: true).Steps), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out-of-hours", "reprise du service")]
    [InlineData("mailbox-fate", "ce que devient la boîte")]
    [InlineData("no-recovery-point", "ce qui peut être retrouvé")]
    [InlineData("some-code", "Vous n’avez rien à faire : un technicien s’en occupe.")]
    public void The_step_agrees_with_what_was_found(string code, string step)
    {
        var steps = Told.Say(Told.Request(RestoreOperations.File, Verdict.Accepted, Told.Finding(code, null, "Une phrase."))).Steps;
        Assert.Contains(step, Told.Plain(Assert.Single(steps)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short-notice-account", "Notre objectif")]
    [InlineData("some-code", "Notre engagement")]
    public void A_date_at_short_notice_is_no_commitment(string code, string label)
    {
        var day = new DateOnly(2026, 12, 1);
        var start = Domain.Commitments.ParisTime.StartOf(day);
        var request = Told.Request(LicenceOperations.Arrival, Verdict.Accepted, Told.Finding(code, null, "Une phrase.", "16")) with
        {
            EffectiveOn = day,
            Due = new(start, Told.In48Hours, Told.In48Hours),
        };
        Assert.Equal(label, Told.Say(request).Promise!.Label);
    }

    [Fact]
    public void The_hours_themselves_stay_a_commitment_at_short_notice() =>
        Assert.Equal("Notre engagement", Told.Say(Told.Request(
            MailboxOperations.Absence, Verdict.Accepted, Told.Finding("short-notice-mailbox", null, "Une phrase.", "13")) with
        { EffectiveOn = new(2026, 11, 25) }).Promise!.Label);
}
