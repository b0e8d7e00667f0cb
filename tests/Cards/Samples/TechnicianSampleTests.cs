using SiOne.Bot.Cards.Samples;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Tests.Samples;

/// <summary>A sample shows its own request: what the clauses find of it, and nothing of another one.</summary>
public sealed class TechnicianSampleTests
{
    private static readonly string[] OfTheLicence = ["le nombre de licences dépasse", "licence en stock", "Organigramme atelier.pdf"];

    private static readonly string[] AboutTheLicence = ["technician-request", "technician-details", "technician-quote", "technician-hold", "technician-done"];

    [Fact]
    public void Only_cards_about_the_licence_speak_of_it()
    {
        foreach (var sample in TechnicianSamples.All.Concat(PlanSamples.All))
        {
            var said = string.Join('\n', Texts.Of(sample.In(Language.French)));
            Assert.Equal((sample.Name, AboutTheLicence.Contains(sample.Name)), (sample.Name, OfTheLicence.Any(words => said.Contains(words, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void An_approval_is_asked_for_by_somebody_who_may_not_give_it()
    {
        var judged = SampleRequests.Of(LicenceOperations.Sharepoint, role: Domain.Customers.Role.Employee);
        var said = string.Join('\n', Texts.Of(TechnicianSamples.All.Single(sample => sample.Name == "technician-approval").In(Language.French)));
        Assert.Contains("Demandé par\nJulien Tessier, identité vérifiée", said, StringComparison.Ordinal);
        foreach (var finding in judged.Findings) Assert.Contains(Typography.Set(finding.Text, Language.French), said, StringComparison.Ordinal);
    }
}
