using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class NeededDetailsTests
{
    private readonly NeededDetails _clause = new();

    [Theory]
    [InlineData("mailbox.create", "missing-mailbox/13/await-details")]
    [InlineData("mailbox.close", "missing-mailbox/13/await-details")]
    [InlineData("mailbox.convert-shared", "missing-mailbox/13/await-details")]
    [InlineData("mailbox.redirect", "missing-mailbox/13/await-details")]
    [InlineData("licence.arrival", "missing-person/RGPD I/await-details")]
    [InlineData("licence.departure", "missing-person/RGPD I/await-details")]
    public void What_is_missing_is_asked_for_and_a_name_or_an_address_gives_it(string operation, string found)
    {
        var plain = A.Case(AllOperations.Get(operation));
        Assert.Equal(found, _clause.Finds(plain));
        Assert.Empty(_clause.Finds(plain.About("Bo Autre")));
        Assert.Empty(_clause.Finds(Addressed(plain)));
    }

    [Fact]
    public void Whatever_an_operation_needs_is_asked_for() => Assert.Equal(
        string.Join(' ', AllOperations.List.Where(operation => !operation.Needs.IsEmpty)), _clause.SpeaksOf());

    [Fact]
    public void Every_detail_is_needed_somewhere() => Assert.Equal(
        Enum.GetValues<Detail>(), AllOperations.List.SelectMany(operation => operation.Needs).Distinct().Order());

    [Fact]
    public void A_stranger_is_asked_nothing() => Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger()));

    [Theory]
    [InlineData("licence.departure", "Autre Bo")]
    [InlineData("licence.password", "Bo Autre")]
    [InlineData("mailbox.redirect", "BO AUTRE")]
    [InlineData("restore.mailbox", "Bo Autre")]
    [InlineData("phone.return", "Bo Autre")]
    public void Which_of_two_who_bear_the_name_is_asked(string operation, string name) =>
        Assert.Equal("which-person/RGPD I/await-details", _clause.Finds(Listing(A.Case(AllOperations.Get(operation)).About(name))));

    [Fact]
    public void An_address_of_one_of_them_or_an_account_says_which()
    {
        var asked = Listing(A.Case(LicenceOperations.Departure).About("Bo Autre"));
        Assert.Empty(_clause.Finds(With(asked, FieldNames.Addresses, "accueil@acme.example bo2@acme.example")));
        Assert.Empty(_clause.Finds(With(asked, FieldNames.Account, "00000000-0000-0000-0000-000000000001")));
        Assert.NotEmpty(_clause.Finds(With(asked, FieldNames.Addresses, "accueil@acme.example")));
        Assert.NotEmpty(_clause.Finds(With(asked, FieldNames.Addresses, "bo1@acme.example bo2@acme.example")));
    }

    [Theory]
    [InlineData("licence.arrival")]
    [InlineData("incident.hardware")]
    public void Of_newcomers_and_faults_it_is_not_asked(string operation) => Assert.Empty(_clause.Finds(Listing(A.Case(AllOperations.Get(operation)).About("Bo Autre"))));

    [Fact]
    public void Who_asks_for_themselves_is_known_and_one_listed_person_is_plain()
    {
        Assert.Empty(_clause.Finds(Listing(A.Case(LicenceOperations.Password).About("Ada Modèle"))));
        Assert.Empty(_clause.Finds(Listing(A.Case(LicenceOperations.Password).About("Cy Seul"))));
    }

    private static Case Listing(Case plain) => plain with
    {
        Sender = plain.Sender with { Customer = plain.Customer! with { People = [A.Person(), Named("bo1", "Bo Autre"), Named("bo2", "Bo Autre"), Named("cy", "Cy Seul"), Named("ada2", "Ada Modèle")] } },
    };

    private static Person Named(string id, string name) => A.Person() with { Id = id, Name = name, Addresses = [MailAddress.Parse(id + "@acme.example")] };

    private static Case With(Case asked, string field, string value) => asked with { Request = asked.Request with { Fields = asked.Request.Fields.SetItem(field, value) } };

    private static Case Addressed(Case plain) => plain with
    {
        Request = plain.Request with { Fields = plain.Request.Fields.SetItem(FieldNames.Addresses, "bo.autre@acme.example") },
    };
}
