using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class ThirdPartiesTests
{
    private readonly ThirdParties _clause = new();

    [Theory]
    [InlineData(Role.ThirdParty, "third-party/7/await-approval")]
    [InlineData(Role.Employee, "")]
    [InlineData(Role.Administrator, "")]
    [InlineData(Role.Direction, "")]
    public void The_administrator_confirms_what_a_third_party_asks(Role role, string found) =>
        Assert.Equal(found, _clause.Finds(A.Case(IncidentOperations.Software, role: role)));

    [Fact]
    public void Whatever_is_asked_waits_and_thanks_do_not() => Assert.All(AllOperations.List, operation => Assert.Equal(
        operation.IsRequest, _clause.Finds(A.Case(operation, role: Role.ThirdParty)).Length > 0));

    [Fact]
    public void Nothing_of_the_contract_is_revealed_to_them() => Assert.All(Cases(), examined => Assert.All(
        Terms.Examine(examined).Where(finding => finding.Audience is Audience.Everyone),
        finding => Assert.Equal("third-party", finding.Code)));

    /// <summary>Neither level, nor services, nor the state of the contract, nor backups.</summary>
    private static IEnumerable<Case> Cases() =>
        from operation in AllOperations.List
        from level in Enum.GetValues<Level>()
        from channel in Enum.GetValues<Channel>()
        from change in new Func<Subscription, Subscription>[]
        {
            s => s,
            s => s with { Services = [] },
            s => s with { Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid") },
            s => s with { TerminatedOn = new DateOnly(2026, 11, 20) },
        }
        select A.Case(operation, level, Role.ThirdParty, channel, proven: false).On("2026-11-25").Saying(Enum.GetValues<Matter>()).With(change);

    [Fact]
    public void That_an_administrator_confirms_is_a_reading() => Assert.True(
        Assert.Single(_clause.Examine(A.Case(OtherOperations.Quote, role: Role.ThirdParty))).IsReading);
}
