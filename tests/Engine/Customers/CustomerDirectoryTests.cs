using System.Collections.Immutable;
using System.Globalization;
using FsCheck.Xunit;
using SiOne.Bot.Domain.Commitments;
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
    [InlineData("someone@orange.fr", null, null)]
    [InlineData("someone@gmail.com", null, null)] // shared, whatever a customer claims
    [InlineData("someone@notalpha.example", null, null)]
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
            var sender = Directory.Identify(parsed, proven, Now);
            Assert.Equal((customer, person, proven), (sender.Customer?.Id, sender.Person?.Id, sender.Proven));
            Assert.False(sender.Ambiguous);
        }
    }

    [Theory]
    [InlineData("someone@shared.example")] // a domain that two list
    [InlineData("both@accounts.example")] // an address that two list
    [InlineData("someone@sub.alpha.example")]
    [InlineData("someone@deep.sub.beta.example")]
    [InlineData("someone@sub.shared.example")]
    [InlineData("ada+tag@orange.fr")] // an alias, perhaps, of a listed address
    [InlineData("both+tag@accounts.example")]
    public void What_might_be_a_customers_is_asked_and_never_guessed(string address)
    {
        var sender = Directory.Identify(MailAddress.Parse(address), proven: true, Now);
        Assert.Equal((null, null, true), (sender.Customer, sender.Person, sender.Ambiguous));
    }

    [Fact]
    public void Customers_are_listed_and_found_by_id()
    {
        Assert.Equal(["alpha", "beta"], Directory.All(Now).Select(customer => customer.Id));
        Assert.Equal("beta", Directory.Find("beta", Now)?.Id);
        Assert.Null(Directory.Find("BETA", Now));
        Assert.Null(Directory.Find("gamma", Now));
        Assert.Same(Directory, Directory.Snapshot);
    }

    [Theory]
    [InlineData("2020-01-01T12:00:00Z", "v1")]
    [InlineData("2026-02-28T22:59:59Z", "v1")] // 23:59:59 in Paris
    [InlineData("2026-02-28T23:00:00Z", "v2")] // midnight in Paris
    [InlineData("2026-06-30T21:59:59Z", "v2")]
    [InlineData("2026-06-30T22:00:00Z", "v3")] // in summer
    [InlineData("2030-01-01T00:00:00Z", "v3")]
    public void The_version_of_the_day_in_Paris_decides(string at, string version)
    {
        var ada = Person("a", "ada@acme.example");
        var directory = new CustomerDirectory(
        [
            Version("v3", new DateOnly(2026, 7, 1), ada), Version("v1", null, ada), Version("v2", new DateOnly(2026, 3, 1), ada),
        ]);
        var instant = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);

        Assert.Equal(version, directory.Find("acme", instant)?.Version);
        Assert.Equal(version, Assert.Single(directory.All(instant)).Version);
        var sender = directory.Identify(MailAddress.Parse("ada@acme.example"), proven: true, instant);
        Assert.Equal((version, "a", false), (sender.Customer?.Version, sender.Person?.Id, sender.Ambiguous));
        Assert.Equal("v1", directory.FindVersion("acme", "v1")?.Version);
        Assert.Null(directory.FindVersion("acme", "v4"));
        Assert.Null(directory.FindVersion("other", "v1"));
    }

    [Property]
    public bool The_last_version_that_has_begun_holds(byte[] starts, byte day)
    {
        var epoch = new DateOnly(2026, 1, 1);
        var days = (starts ?? []).Distinct().Select(start => epoch.AddDays(start)).ToArray();
        var directory = new CustomerDirectory([.. days.Select(from => Version($"{from:yyyyMMdd}", from))]);
        var today = epoch.AddDays(day);
        var expected = days.Where(from => from <= today).Select(from => (DateOnly?)from).Max();
        return directory.Find("acme", ParisTime.StartOf(today))?.ValidFrom == expected
            && directory.Find("acme", ParisTime.StartOf(today.AddDays(1)).AddTicks(-1))?.ValidFrom == expected;
    }

    [Fact]
    public void A_person_who_leaves_with_a_version_is_known_until_that_day()
    {
        var directory = new CustomerDirectory([Version("v1", null, Person("a", "ada@orange.fr")), Version("v2", new DateOnly(2026, 3, 1))]);
        var ada = MailAddress.Parse("ada@orange.fr");

        Assert.Equal("a", directory.Identify(ada, proven: true, Now.AddYears(-1)).Person?.Id);
        Assert.Null(directory.Identify(ada, proven: true, Now).Customer);
    }

    [Fact]
    public void A_customer_who_begins_later_is_nobody_before()
    {
        var directory = new CustomerDirectory([Version("v1", new DateOnly(2026, 3, 1), Person("a", "ada@acme.example"))]);
        var before = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Null(directory.Find("acme", before));
        Assert.Empty(directory.All(before));
        Assert.Null(directory.Identify(MailAddress.Parse("ada@acme.example"), proven: true, before).Customer);
    }

    [Fact]
    public void A_substitute_has_the_authority_of_the_absent_one_on_the_days_of_absence()
    {
        var absent = Person("boss", "boss@acme.example") with { Role = Role.Direction, Absence = new(new(2026, 8, 1), new(2026, 8, 2), "admin") };
        var directory = new CustomerDirectory([Version("v1", null, absent, Person("admin", "admin@acme.example") with { Role = Role.Administrator })]);

        bool Speaks(string at) => directory
            .Identify(MailAddress.Parse("admin@acme.example"), proven: true, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).SpeaksForDirection;

        Assert.False(Speaks("2026-07-31T21:59:59Z"));
        Assert.True(Speaks("2026-07-31T22:00:00Z")); // 1 August in Paris
        Assert.True(Speaks("2026-08-02T21:59:59Z"));
        Assert.False(Speaks("2026-08-02T22:00:00Z"));
    }

    [Fact]
    public void An_empty_directory_knows_nobody() =>
        Assert.Null(new CustomerDirectory([]).Identify(MailAddress.Parse("a@alpha.example"), proven: true, Now).Customer);

    [Fact]
    public void Two_customers_of_one_id_and_day_are_refused() =>
        Assert.Throws<ArgumentException>(() => new CustomerDirectory([Customer("a", []), Customer("a", [])]));

    private static DateTimeOffset Now { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static Customer Version(string version, DateOnly? from, params ImmutableArray<Person> people) =>
        Customer("acme", ["acme.example"], people) with { Version = version, ValidFrom = from };

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
