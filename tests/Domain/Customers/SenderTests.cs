using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Customers;

public sealed class SenderTests
{
    [Theory]
    [InlineData(Role.Employee, false, false, false)]
    [InlineData(Role.Employee, true, false, false)]
    [InlineData(Role.Administrator, false, true, false)]
    [InlineData(Role.Administrator, true, true, true)]
    [InlineData(Role.Direction, false, true, true)]
    public void A_listed_person_has_the_authority_of_the_role(Role role, bool delegated, bool administrator, bool direction)
    {
        var sender = new Sender(A.Customer(), A.Person(role, delegated), Proven: true);
        Assert.Equal((administrator, direction), (sender.IsAdministrator, sender.SpeaksForDirection));
    }

    [Fact]
    public void Who_is_not_listed_has_no_authority()
    {
        foreach (var sender in new[] { Sender.Unknown, new Sender(A.Customer(), Person: null, Proven: true) })
            Assert.Equal((Role.Employee, false, false), (sender.Role, sender.IsAdministrator, sender.SpeaksForDirection));
    }
}
