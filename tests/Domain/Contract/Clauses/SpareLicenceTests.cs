using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class SpareLicenceTests
{
    private readonly SpareLicence _clause = new();

    [Theory]
    [InlineData(20, 18, "")]
    [InlineData(20, 19, "spare-licence-used/14/-")]
    [InlineData(20, 20, "no-licence-left/14/-")]
    [InlineData(20, 21, "no-licence-left/14/-")]
    [InlineData(0, 0, "no-licence-left/14/-")]
    public void One_licence_is_kept_in_advance(int owned, int used, string found)
    {
        Assert.Equal(found, _clause.Finds(With(owned, used)(A.Case(LicenceOperations.Arrival))));
        Assert.All(_clause.Examine(With(owned, used)(A.Case(LicenceOperations.Assign))), finding => Assert.Equal(Audience.Administrators, finding.Audience));
    }

    [Fact]
    public void Arrivals_and_assignments_use_licences() => Assert.Equal("licence.arrival licence.assign", _clause.SpeaksOf(With(20, 20)));

    [Fact]
    public void Without_a_count_nothing_is_told() => Assert.Empty(_clause.SpeaksOf());

    private static Func<Case, Case> With(int owned, int used) => plain => plain.With(s => s with { Licences = new LicenceCount(owned, used, owned) });
}
