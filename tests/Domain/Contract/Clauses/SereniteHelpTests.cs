using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class SereniteHelpTests
{
    private readonly SereniteHelp _clause = new();

    [Theory]
    [InlineData(Level.Serenite, Matter.OtherSoftware, "serenite-help/XIV/-")]
    [InlineData(Level.Serenite, Matter.ProviderEquipment, "serenite-help/XIV/-")]
    [InlineData(Level.Serenite, Matter.PrinterSetup, "serenite-help/XIV/-")]
    [InlineData(Level.Serenite, Matter.Accident, "")]
    [InlineData(Level.Standard, Matter.OtherSoftware, "")]
    [InlineData(Level.Premium, Matter.OtherSoftware, "")]
    public void With_Serenite_the_maker_may_be_called(Level level, Matter matter, string found) =>
        Assert.Equal(found, _clause.Finds(A.Case(IncidentOperations.Software, level).Saying(matter)));

    [Fact]
    public void It_lifts_no_exclusion_and_never_says_included()
    {
        var examined = A.Case(IncidentOperations.Software, Level.Serenite).Saying(Matter.OtherSoftware);
        Assert.Equal("quote", Judgement.Of(examined).Verdict.Id());
        var text = Assert.Single(_clause.Examine(examined)).Text;
        Assert.Contains("facturables", text.Fr, StringComparison.Ordinal);
        Assert.DoesNotContain("compris", text.Fr, StringComparison.Ordinal);
        Assert.DoesNotContain("inclu", text.Fr + text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stranger_learns_nothing_of_plans() =>
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.OtherSoftware).FromStranger(), Level.Serenite));
}
