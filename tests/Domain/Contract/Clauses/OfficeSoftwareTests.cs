using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class OfficeSoftwareTests
{
    private readonly OfficeSoftware _clause = new();

    [Theory]
    [InlineData("incident.software", "", "")]
    [InlineData("incident.software", "OtherSoftware", "other-software/8.1/quote")]
    [InlineData("incident.software", "OtherSoftware AfterVirus", "repair-after-virus/8.1/quote")]
    [InlineData("incident.hardware", "OtherSoftware AfterVirus", "repair-after-virus/8.1/quote")]
    [InlineData("incident.software", "AfterVirus", "")] // office software is put right again
    [InlineData("incident.hardware", "AfterVirus", "")]
    [InlineData("incident.network", "OtherSoftware", "")]
    [InlineData("incident.security", "OtherSoftware AfterVirus", "")] // the virus itself
    [InlineData("licence.install", "OtherSoftware", "")]
    [InlineData("other.quote", "OtherSoftware", "")]
    public void Business_software_is_outside(string operation, string matters, string found) => Assert.Equal(
        found,
        _clause.Finds(A.Case(AllOperations.Get(operation)).Saying(
            [.. matters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Matter>)])));

    [Theory]
    [InlineData("sage 100", "Sage", "")]
    [InlineData("sage 100", "EBP", "other-software/8.1/quote")]
    [InlineData("notre erp", "", "other-software/8.1/quote")]
    [InlineData("teams", "", "")]
    public void The_order_forms_own_list_counts_and_else_that_of_the_readings(string named, string listed, string found)
    {
        var asked = A.Case(IncidentOperations.Software).Saying(Matter.OtherSoftware)
            .With(s => s with { OfficeSoftware = [.. listed.Split(' ', StringSplitOptions.RemoveEmptyEntries)] });
        Assert.Equal(found, _clause.Finds(asked with { Request = asked.Request with { Fields = asked.Request.Fields.Add(FieldNames.Software, named) } }));
    }

    [Fact]
    public void A_stranger_learns_nothing_of_exclusions() =>
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.OtherSoftware, Matter.AfterVirus).FromStranger()));
}
