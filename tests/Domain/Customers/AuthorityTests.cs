using FsCheck.Xunit;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Customers;

public sealed class AuthorityTests
{
    private static readonly DateOnly Day = new(2026, 8, 3);

    [Theory]
    [InlineData(Role.Employee, false, false, false)]
    [InlineData(Role.Administrator, false, true, false)]
    [InlineData(Role.Administrator, true, true, true)]
    [InlineData(Role.Direction, false, true, true)]
    [InlineData(Role.ThirdParty, false, false, false)]
    [InlineData(Role.ThirdParty, true, false, false)] // no delegation makes a third party decide
    public void A_role_decides_by_itself(Role role, bool delegated, bool administrator, bool direction)
    {
        var authority = Authority.Of(A.Customer(), A.Person(role, delegated), Day);
        Assert.Equal((role, administrator, direction), (authority.Role, authority.IsAdministrator, authority.SpeaksForDirection));
    }

    [Theory]
    [InlineData("admin", Role.Direction, false, Role.Direction, true)]
    [InlineData("admin", Role.Administrator, true, Role.Administrator, true)] // the delegation is lent, too
    [InlineData("admin", Role.Administrator, false, Role.Administrator, false)]
    [InlineData("employee", Role.Direction, false, Role.Employee, false)] // who decides nothing is lent nothing
    [InlineData("third", Role.Direction, false, Role.ThirdParty, false)]
    public void A_substitute_has_the_authority_of_the_absent_one(string substitute, Role absent, bool delegated, Role role, bool direction)
    {
        var customer = Company(Person("absent", absent, delegated) with { Absence = new(Day, Day, substitute) });
        var authority = Authority.Of(customer, customer.People.Single(person => person.Id == substitute), Day);
        Assert.Equal((role, direction), (authority.Role, authority.SpeaksForDirection));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void For_the_days_of_absence_only(int offset, bool expected)
    {
        var customer = Company(Person("absent", Role.Direction) with { Absence = new(Day, Day.AddDays(2), "admin") });
        Assert.Equal(expected, Authority.Of(customer, customer.People[0], Day.AddDays(offset)).SpeaksForDirection);
        Assert.False(Authority.Of(customer, customer.People[0], day: null).SpeaksForDirection);
    }

    [Fact]
    public void A_substitutes_substitute_is_lent_nothing()
    {
        var customer = Company(
            Person("boss", Role.Direction) with { Absence = new(Day, Day, "second") },
            Person("second", Role.Administrator) with { Absence = new(Day, Day, "admin") });
        Assert.False(Authority.Of(customer, customer.People[0], Day).SpeaksForDirection);
    }

    [Fact]
    public void An_absence_takes_nothing_from_the_absent_one_and_an_absent_employee_lends_nothing()
    {
        var absent = Person("boss", Role.Direction) with { Absence = new(Day, Day, "admin") };
        Assert.True(Authority.Of(Company(absent), absent, Day).SpeaksForDirection);
        var customer = Company(Person("clerk", Role.Employee) with { Absence = new(Day, Day, "admin") });
        Assert.Equal(new Authority(Role.Administrator, false), Authority.Of(customer, customer.People[0], Day));
    }

    [Fact]
    public void Nobody_listed_decides_nothing() => Assert.Equal(new Authority(Role.Employee, false), Authority.Of(A.Customer(), person: null, Day));

    [Fact]
    public void A_sender_has_the_authority_of_the_day()
    {
        var customer = Company(Person("absent", Role.Direction) with { Absence = new(Day, Day, "admin") });
        var sender = new Sender(customer, customer.People[0], Proven: true) { Day = Day };
        Assert.Equal((Role.Direction, true, true), (sender.Role, sender.IsAdministrator, sender.SpeaksForDirection));
        var later = sender with { Day = Day.AddDays(1) };
        Assert.Equal((Role.Administrator, true, false), (later.Role, later.IsAdministrator, later.SpeaksForDirection));
        Assert.Equal(Role.Employee, (sender with { Person = null }).Role);
    }

    [Theory]
    [InlineData(Asker.Anyone, "")]
    [InlineData(Asker.Administrator, "admin delegated boss")]
    [InlineData(Asker.SelfOrAdministrator, "admin delegated boss")]
    [InlineData(Asker.Direction, "boss delegated")]
    public void Those_who_may_say_yes_are_asked_in_order(Asker asker, string expected) =>
        Assert.Equal(expected, Asked(Company(Person("boss", Role.Direction), Person("delegated", Role.Administrator, delegated: true)), asker));

    [Theory]
    [InlineData(Asker.Administrator, "admin")]
    [InlineData(Asker.Direction, "admin")]
    public void In_an_absence_the_substitute_is_asked(Asker asker, string expected) =>
        Assert.Equal(expected, Asked(Company(Person("boss", Role.Direction) with { Absence = new(Day, Day, "admin") }), asker));

    [Fact]
    public void A_substitute_comes_after_those_who_decide_by_themselves() => Assert.Equal(
        "second delegated admin",
        Asked(
            Company(
                Person("boss", Role.Direction) with { Absence = new(Day, Day, "admin") }, Person("delegated", Role.Administrator, delegated: true),
                Person("second", Role.Direction)),
            Asker.Direction));

    [Fact]
    public void Where_everybody_is_absent_the_absent_are_asked() => Assert.Equal(
        "boss",
        Asked(A.Customer() with { People = [Person("boss", Role.Direction) with { Absence = new(Day, Day, "nobody") }] }, Asker.Direction));

    [Fact]
    public void Where_nobody_decides_nobody_is_asked() =>
        Assert.Equal("", Asked(A.Customer() with { People = [Person("third", Role.ThirdParty)] }, Asker.Administrator));

    [Property(MaxTest = 500)]
    public bool Whoever_is_asked_may_say_yes_and_somebody_is_asked_where_anybody_may(byte[] seeds, Asker asker)
    {
        var people = (seeds ?? []).Take(6).Select((seed, n) => Person($"p{n}", (Role)(seed % 4), (seed & 4) > 0) with
        {
            Absence = (seed & 8) > 0 ? new(Day.AddDays((seed & 16) > 0 ? 1 : 0), Day.AddDays(2), $"p{seed / 32}") : null,
        }).ToArray();
        var customer = A.Customer() with { People = [.. people] };
        var asked = Approvers.Of(customer, asker, Day);
        var able = people.Count(person => asker is Asker.Direction
            ? Authority.Of(customer, person, Day).SpeaksForDirection
            : person.Role is Role.Administrator or Role.Direction);
        return asker is Asker.Anyone
            ? asked.IsEmpty
            : asked.IsEmpty == (able == 0) && asked.Distinct().Count() == asked.Length && asked.All(person =>
                person.Role is Role.Administrator or Role.Direction
                && (asker is not Asker.Direction || Authority.Of(customer, person, Day).SpeaksForDirection));
    }

    private static string Asked(Customer customer, Asker asker) => string.Join(' ', Approvers.Of(customer, asker, Day).Select(person => person.Id));

    private static Customer Company(params Person[] others) => A.Customer() with
    {
        People = [Person("admin", Role.Administrator), Person("employee", Role.Employee), Person("third", Role.ThirdParty), .. others],
    };

    private static Person Person(string id, Role role, bool delegated = false) => new()
    {
        Id = id,
        Name = id,
        Addresses = [MailAddress.Parse($"{id}@acme.example")],
        Role = role,
        DelegatedByDirection = delegated,
    };
}
