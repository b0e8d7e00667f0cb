using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class LicenceGrowthTests
{
    private const string Found = "licence-growth/17/-";

    private readonly LicenceGrowth _clause = new();

    [Theory]
    [InlineData("licence.purchase", 21, 21, 20, "")] // 22: 10 % exactly
    [InlineData("licence.purchase", 22, 22, 20, Found)]
    [InlineData("licence.purchase", 22, 1, 20, Found)] // bought though many are free
    [InlineData("licence.purchase", 5, 5, 5, Found)]
    [InlineData("licence.purchase", 10, 10, 10, "")]
    [InlineData("licence.purchase", 0, 0, 0, Found)]
    [InlineData("licence.arrival", 22, 22, 20, Found)]
    [InlineData("licence.arrival", 22, 21, 20, "")] // a free one serves
    [InlineData("licence.assign", 22, 23, 20, Found)]
    [InlineData("licence.release", 30, 30, 20, "")]
    [InlineData("licence.departure", 30, 30, 20, "")]
    public void Over_ten_percent_more_than_the_price_was_agreed_on_is_told(string operation, int owned, int used, int baseline, string found) =>
        Assert.Equal(found, _clause.Finds(With(operation, new LicenceCount(owned, used, baseline))));

    [Fact]
    public void Without_a_count_nothing_is_told() => Assert.Empty(_clause.SpeaksOf());

    [Fact]
    public void Administrators_read_it() => Assert.Equal(
        Audience.Administrators, Assert.Single(_clause.Examine(With("licence.purchase", new LicenceCount(22, 22, 20)))).Audience);

    private static Case With(string operation, LicenceCount count) =>
        A.Case(AllOperations.Get(operation)).With(s => s with { Licences = count });
}
