using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class WhoMayAskTests
{
    private readonly WhoMayAsk _clause = new();

    public static TheoryData<string> AdministratorsMatters =>
    [
        "licence.arrival", "licence.departure", "mailbox.create", "mailbox.close", "mailbox.convert-shared", "mailbox.redirect",
        "licence.assign", "licence.release", "licence.purchase", "licence.sharepoint", "restore.plan", "restore.site", "phone.prepare",
        "phone.return", "phone.repair", "other.quote", "other.intervention", "other.contract",
    ];

    public static TheoryData<string> OnesOwnMatters =>
    [
        "licence.password", "restore.file", "restore.mailbox", "mailbox.absence", "mailbox.settings", "licence.install", "phone.settings",
        "phone.fault", "phone.help", "licence.training", "incident.hardware", "incident.software", "incident.network", "incident.print",
        "incident.help",
    ];

    public static TheoryData<string> DirectionsMatters => ["licence.teams", "mailbox.list"];

    public static TheoryData<string> Everybodys =>
    [
        "phone.lost", "incident.security", "other.data-rights", "other.none",
    ];

    [Fact]
    public void Every_operation_is_in_exactly_one_list()
    {
        string[] all = [.. AdministratorsMatters, .. OnesOwnMatters, .. DirectionsMatters, .. Everybodys];
        Assert.Equal(AllOperations.List.Select(o => o.Id).Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AdministratorsMatters))]
    public void An_administrators_matter_waits_for_one_unless_one_asks(string operation)
    {
        Assert.Equal(Waits("administrator-required", operation), Finds(operation, Role.Employee));
        Assert.Empty(Finds(operation, Role.Administrator));
        Assert.Empty(Finds(operation, Role.Direction));
    }

    [Theory]
    [MemberData(nameof(OnesOwnMatters))]
    public void Ones_own_matter_needs_nobody_else_and_somebody_elses_does(string operation)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.Empty(Finds(operation, role));
            Assert.Empty(Finds(operation, role, "ada modele"));
        }

        Assert.Equal(Waits("administrator-required-for-others", operation), Finds(operation, Role.Employee, "Bo Autre"));
        Assert.Empty(Finds(operation, Role.Administrator, "Bo Autre"));
        Assert.Empty(Finds(operation, Role.Direction, "Bo Autre"));
    }

    [Theory]
    [MemberData(nameof(DirectionsMatters))]
    public void Teams_and_lists_wait_for_direction_or_whom_it_has_delegated(string operation)
    {
        const string Found = "direction-required/14/await-approval";
        Assert.Equal(Found, Finds(operation, Role.Employee));
        Assert.Equal(Found, Finds(operation, Role.Administrator));
        Assert.Empty(Finds(operation, Role.Direction));
        Assert.Empty(_clause.Finds(A.Case(AllOperations.Get(operation)) with
        {
            Sender = new Sender(A.Customer(), A.Person(Role.Administrator, delegated: true), Proven: true),
        }));
    }

    [Theory]
    [MemberData(nameof(Everybodys))]
    public void Anybody_may_ask_for_the_rest_for_anybody(string operation) => Assert.Empty(Finds(operation, Role.Employee, "Bo Autre"));

    [Fact]
    public void Who_is_known_by_the_domain_alone_is_an_employee()
    {
        Assert.NotEmpty(_clause.Finds(A.Case(LicenceOperations.Arrival).FromUnlisted()));
        Assert.Empty(_clause.Finds(A.Case(MailboxOperations.Absence).FromUnlisted()));
        // Named, even by what may be their own name: nobody knows whether it is.
        Assert.NotEmpty(_clause.Finds(A.Case(MailboxOperations.Absence).FromUnlisted().About("Ada Modèle")));
    }

    [Fact]
    public void A_stranger_learns_nothing_of_rights() => Assert.Empty(_clause.Finds(A.Case(LicenceOperations.Arrival).FromStranger()));

    [Fact]
    public void A_reading_is_said_to_be_the_companys_rule()
    {
        var reading = Assert.Single(_clause.Examine(A.Case(LicenceOperations.Arrival, role: Role.Employee)));
        Assert.Contains("règle de votre entreprise", reading.Text.Fr, StringComparison.Ordinal);
        Assert.Contains("your company’s rule", reading.Text.En, StringComparison.Ordinal);
        Assert.True(reading.IsReading);
        Assert.False(Assert.Single(_clause.Examine(A.Case(LicenceOperations.Teams, role: Role.Employee))).IsReading); // Art. 14 says so itself
    }

    [Fact]
    public void Without_the_companys_rule_what_the_articles_say_is_left_and_nobody_opens_anothers_data() => Assert.Equal(
        "mailbox.redirect mailbox.list licence.password licence.teams restore.file restore.mailbox",
        _clause.SpeaksOf(plain => (plain with
        {
            Sender = plain.Sender with { Person = A.Person() },
            Readings = Readings.Default with { CompanyRules = false },
        }).About("Bo Autre")));

    [Theory]
    [InlineData("mailbox.settings")]
    [InlineData("restore.file")]
    [InlineData("restore.mailbox")]
    public void Access_to_another_persons_data_waits_whatever_name_is_given(string operation)
    {
        var asked = A.Case(AllOperations.Get(operation), role: Role.Employee).Saying(Matter.OthersData);
        Assert.Equal(Waits("administrator-required-for-others", operation), _clause.Finds(asked));
        Assert.Empty(_clause.Finds(A.Case(AllOperations.Get(operation)).Saying(Matter.OthersData)));
    }

    [Theory]
    [InlineData(Role.Employee, false)]
    [InlineData(Role.Administrator, true)]
    public void Inside_an_arrival_teams_and_lists_need_no_second_yes(Role role, bool free)
    {
        foreach (var operation in new[] { LicenceOperations.Teams, MailboxOperations.List })
            Assert.Equal(free, _clause.Finds(A.Case(operation, role: role).TogetherWith(LicenceOperations.Arrival)).Length == 0);
        Assert.NotEmpty(_clause.Finds(A.Case(LicenceOperations.Teams, role: Role.Administrator).TogetherWith(LicenceOperations.Departure)));
    }

    [Fact]
    public void A_third_party_is_another_clauses_matter() =>
        Assert.Empty(_clause.SpeaksOf(plain => plain with { Sender = plain.Sender with { Person = A.Person(Role.ThirdParty) } }));

    [Fact]
    public void Who_confirms_anothers_request_does_not_speak_of_themself()
    {
        var confirmed = A.Case(MailboxOperations.Absence, role: Role.Employee) with { AskedByAnother = true };
        Assert.NotEmpty(_clause.Finds(confirmed));
        Assert.Empty(_clause.Finds(confirmed.About("Ada Modèle")));
    }

    private static string Waits(string code, string operation) =>
        $"{code}/{AllOperations.Get(operation).Articles[0]}/await-approval";

    private string Finds(string operation, Role role, string? about = null) =>
        _clause.Finds(A.Case(AllOperations.Get(operation), role: role).About(about));

    [Fact]
    public void That_it_concerns_somebody_else_is_a_reading_too() => Assert.True(
        Assert.Single(_clause.Examine(A.Case(MailboxOperations.Absence, role: Role.Employee).About("Bo Autre"))).IsReading);
}
