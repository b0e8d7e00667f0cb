using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class ForeignEquipmentTests
{
    private const string Work = "incident.hardware incident.software incident.network incident.print incident.help other.intervention";

    private readonly ForeignEquipment _clause = new();

    [Theory]
    [InlineData(Matter.ProviderEquipment, "provider-equipment/8.1/quote")]
    [InlineData(Matter.PrinterSetup, "printer-setup/8.1/quote")]
    [InlineData(Matter.OtherSoftware, "")]
    public void Installing_what_others_supplied_takes_a_quote(Matter matter, string found) =>
        Assert.Equal(found, _clause.Finds(A.Case(OtherOperations.Intervention).Saying(matter)));

    [Theory]
    [InlineData(Matter.ProviderEquipment)]
    [InlineData(Matter.PrinterSetup)]
    public void Only_work_is_quoted_and_no_emergency(Matter matter) => Assert.Equal(Work, _clause.SpeaksOf(plain => plain.Saying(matter)));

    [Fact]
    public void A_computer_that_cannot_print_stays_in() => Assert.Empty(_clause.SpeaksOf());

    [Fact]
    public void Both_are_told_as_one() => Assert.Equal(
        "provider-equipment/8.1/quote",
        _clause.Finds(A.Case(IncidentOperations.Network).Saying(Matter.PrinterSetup, Matter.ProviderEquipment)));

    [Fact]
    public void A_stranger_learns_nothing_of_exclusions() =>
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.PrinterSetup).FromStranger()));
}
