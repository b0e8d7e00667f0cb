using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class BackupsEndTests
{
    private readonly BackupsEnd _clause = new();

    [Fact]
    public void It_is_said_before_a_licence_goes_and_at_no_other_time()
    {
        Assert.Equal("licence.departure licence.release", _clause.SpeaksOf());
        Assert.Equal("backup-ends/19/-", _clause.Finds(A.Case(LicenceOperations.Release)));
    }

    [Theory]
    [InlineData(Service.Backup)]
    [InlineData(Service.Microsoft365)]
    public void Without_the_backup_of_Microsoft_365_none_ends(Service service) =>
        Assert.Empty(_clause.SpeaksOf(plain => plain.With(s => s with { Services = [service] })));

    [Fact]
    public void A_stranger_learns_nothing_of_backups() => Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger()));
}
