using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class MailboxFateTests
{
    private readonly MailboxFate _clause = new();

    [Fact]
    public void What_becomes_of_the_mailbox_is_asked_if_not_said()
    {
        Assert.Equal("mailbox.close licence.departure", _clause.SpeaksOf());
        Assert.Equal("mailbox-fate/14/-", _clause.Finds(A.Case(LicenceOperations.Departure)));
        Assert.Equal("mailbox-fate/14/-", _clause.Finds(A.Case(LicenceOperations.Departure).Saying(Matter.LocalFolder)));
        // Who asks to close a mailbox has said it; that nothing is deleted is told all the same.
        Assert.Equal("mailbox-kept/14/-", _clause.Finds(A.Case(MailboxOperations.Close)));
    }

    [Theory]
    [InlineData(Matter.KeepAsShared)]
    [InlineData(Matter.DeleteForGood)]
    public void Who_has_said_it_is_not_asked(Matter said) => Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(said)));

    [Fact]
    public void Who_asks_for_the_conversion_too_has_said_it()
    {
        Assert.Empty(_clause.SpeaksOf(plain => plain.TogetherWith(MailboxOperations.ConvertShared)));
        Assert.NotEmpty(_clause.SpeaksOf(plain => plain.TogetherWith(MailboxOperations.Redirect)));
    }

    [Fact]
    public void Classic_mail_has_no_shared_mailboxes_to_offer() =>
        Assert.Empty(_clause.SpeaksOf(plain => plain.With(s => s with { Services = [Service.Messaging] })));

    [Fact]
    public void A_stranger_is_asked_nothing() => Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger()));
}
