using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Engine.Tests.Customers;

public sealed class CustomerDirectoryTests
{
    private static readonly CustomerDirectory Directory = new(
    [
        Customer("beta", ["beta.example", "shared.example", "gmail.com"], Person("b", "bo@beta.example"), Person("both", "both@accounts.example")),
        Customer("alpha", ["alpha.example", "bücher.example", "shared.example"],
            Person("a", "ada@alpha.example", "ada@orange.fr", "ada@bücher.example"), Person("both", "both@accounts.example"),
            Person("x", "desk@alpha.example"), Person("y", "desk@alpha.example")),
    ]);

    [Theory]
    [InlineData("ada@alpha.example", "alpha", "a")]
    [InlineData("ADA@Alpha.Example", "alpha", "a")]
    [InlineData("ada@orange.fr", "alpha", "a")] // a listed person on a shared domain
    [InlineData("ada@xn--bcher-kva.example", "alpha", "a")]
    [InlineData("ada@BÜCHER.example", "alpha", "a")]
    [InlineData("bo@beta.example", "beta", "b")]
    [InlineData("someone@alpha.example", "alpha", null)]
    [InlineData("someone@xn--bcher-kva.example", "alpha", null)]
    [InlineData("someone@bücher.example", "alpha", null)]
    [InlineData("ada+tag@alpha.example", "alpha", null)] // another address, of an employee
    [InlineData("ada+tag@orange.fr", null, null)]
    [InlineData("someone@orange.fr", null, null)]
    [InlineData("someone@gmail.com", null, null)] // shared, whatever a customer claims
    [InlineData("someone@sub.alpha.example", null, null)]
    [InlineData("someone@notalpha.example", null, null)]
    [InlineData("someone@shared.example", null, null)] // claimed by two
    [InlineData("both@accounts.example", null, null)]
    [InlineData("desk@alpha.example", "alpha", null)] // claimed by two people of one customer
    [InlineData("a@alpha.example@evil.example", null, null)]
    [InlineData("a@alpha.example.", "alpha", null)]
    [InlineData("a@-", null, null)]
    [InlineData("a@xn--\u0000", null, null)]
    public void An_address_ties_to_its_person_then_to_its_domain_then_to_nobody(string address, string? customer, string? person)
    {
        if (!MailAddress.TryParse(address, out var parsed)) Assert.Null(customer);
        foreach (var proven in new[] { true, false })
        {
            var sender = Directory.Identify(parsed, proven);
            Assert.Equal((customer, person, proven), (sender.Customer?.Id, sender.Person?.Id, sender.Proven));
        }
    }

    [Fact]
    public void Customers_are_listed_and_found_by_id()
    {
        Assert.Equal(["alpha", "beta"], Directory.All.Select(customer => customer.Id));
        Assert.Equal("beta", Directory.Find("beta")?.Id);
        Assert.Null(Directory.Find("BETA"));
        Assert.Null(Directory.Find("gamma"));
    }

    [Fact]
    public void An_empty_directory_knows_nobody() =>
        Assert.Null(new CustomerDirectory([]).Identify(MailAddress.Parse("a@alpha.example"), proven: true).Customer);

    [Fact]
    public void Two_customers_of_one_id_are_refused() =>
        Assert.Throws<ArgumentException>(() => new CustomerDirectory([Customer("a", []), Customer("a", [])]));

    private static Customer Customer(string id, ImmutableArray<string> domains, params ImmutableArray<Person> people) => new()
    {
        Id = id,
        Name = id,
        Subscription = new Subscription { Level = Level.Standard, Services = [] },
        Domains = domains,
        People = people,
    };

    private static Person Person(string id, params string[] addresses) =>
        new() { Id = id, Name = id, Addresses = [.. addresses.Select(MailAddress.Parse)] };
}
