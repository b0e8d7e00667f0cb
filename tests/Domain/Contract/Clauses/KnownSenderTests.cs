using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class KnownSenderTests
{
    private readonly KnownSender _clause = new();

    [Fact]
    public void Who_cannot_be_tied_to_a_customer_is_a_stranger() =>
        Assert.Equal("unknown-sender/20/unknown-sender", _clause.Finds(A.Case(MailboxOperations.Create).FromStranger()));

    [Fact]
    public void Listed_people_and_other_employees_are_known()
    {
        Assert.Empty(_clause.Finds(A.Case(MailboxOperations.Create)));
        Assert.Empty(_clause.Finds(A.Case(MailboxOperations.Create).FromUnlisted()));
    }
}
