using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Customers;

public sealed class SenderTests
{
    [Fact]
    public void A_person_is_found_by_the_id_that_a_journal_holds()
    {
        var customer = A.Customer() with { People = [A.Person() with { Id = "bo" }, A.Person()] };
        Assert.Same(customer.People[1], customer.FindPerson("ada"));
        Assert.Null(customer.FindPerson("gone"));
        Assert.Null(customer.FindPerson(null));
    }

    [Theory]
    [InlineData("paul.durand@acme.example", "Paul Durand", true)]
    [InlineData("durand-paul@acme.example", "Paul DURAND", true)]
    [InlineData("paul@acme.example", "Paul Durand", false)]
    [InlineData("compta@acme.example", "Marie Martin", false)]
    public void An_unlisted_employee_is_called_what_the_address_says(string address, string name, bool expected) =>
        Assert.Equal(expected, new Sender(A.Customer(), Person: null, Proven: true) { Address = MailAddress.Parse(address) }.IsCalled(name));

    [Fact]
    public void A_listed_person_is_called_by_name_whatever_the_address_says()
    {
        var sender = new Sender(A.Customer(), A.Person(), Proven: true) { Address = MailAddress.Parse("marie.martin@acme.example") };
        Assert.True(sender.IsCalled("MODÈLE Ada"));
        Assert.False(sender.IsCalled("Marie Martin"));
    }

    [Fact]
    public void Without_an_address_nobody_is_called_anything() => Assert.False(Sender.Unknown.IsCalled("Ada Modèle"));
}
