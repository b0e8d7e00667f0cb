using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract;

/// <summary>A colleague who is named by an address or an account is somebody else, as one who is named by name.</summary>
public sealed class ConcernedTests
{
    private static readonly Guid Own = new("0a000000-0000-4000-8000-000000000001");
    private static readonly Guid Other = new("0a000000-0000-4000-8000-000000000002");

    [Theory]
    [InlineData("licence.password", "bo@acme.example", false)]
    [InlineData("licence.password", "ada@acme.example", true)]
    [InlineData("licence.password", "ADA@ACME.EXAMPLE", true)]
    [InlineData("licence.password", "ada@acme.example bo@acme.example", false)]
    [InlineData("licence.password", "compta2@", false)]
    [InlineData("licence.password", "ada@", true)]
    [InlineData("licence.password", "ada@prive.example", true)]
    [InlineData("restore.mailbox", "bo@acme.example", false)]
    [InlineData("restore.file", "bo@acme.example", false)]
    [InlineData("mailbox.settings", "contact@acme.example", false)]
    [InlineData("mailbox.absence", "contact@acme.example", true)]
    [InlineData("incident.software", "bo@acme.example", true)]
    public void An_address_of_the_company_names_whose_account_or_content_it_is(string operation, string addresses, bool self)
    {
        var examined = Asked(operation, FieldNames.Addresses, addresses);
        Assert.Equal(self, examined.AboutSelf);
        Assert.Equal(self ? Verdict.Accepted : Verdict.AwaitApproval, Judgement.Of(examined).Verdict);
    }

    [Fact]
    public void A_name_of_ones_own_beside_a_colleagues_address_is_not_about_oneself() =>
        Assert.False(Asked("licence.password", FieldNames.Addresses, "bo@acme.example").About("Ada Modèle").AboutSelf);

    [Fact]
    public void An_address_that_the_sender_is_listed_with_is_their_own()
    {
        var examined = Asked("licence.password", FieldNames.Addresses, "ada.modele@acme.example");
        var person = examined.Sender.Person! with { Addresses = [.. examined.Sender.Person!.Addresses, MailAddress.Parse("ada.modele@acme.example")] };
        Assert.True((examined with { Sender = examined.Sender with { Person = person } }).AboutSelf);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public void A_picked_account_is_somebody_elses_unless_it_is_the_senders(bool signedIn, bool own, bool self)
    {
        var examined = Asked("mailbox.absence", FieldNames.Account, (own ? Own : Other).ToString()).About("Ada Modèle");
        var me = examined.Sender.Person! with { EntraId = Own };
        var other = A.Person() with { Id = "bo", Name = "Bo Modèle", Addresses = [MailAddress.Parse("bo@acme.example")], EntraId = Other };
        var sender = examined.Sender with { Person = me, Customer = examined.Customer! with { People = [me, other] }, Account = signedIn ? Own : null };
        Assert.Equal(self, (examined with { Sender = sender }).AboutSelf);
    }

    private static Case Asked(string operation, string field, string value)
    {
        var examined = A.Case(AllOperations.Get(operation), role: Role.Employee);
        return examined with
        {
            Request = examined.Request with { Fields = examined.Request.Fields.Add(field, value) },
            Sender = examined.Sender with { Address = MailAddress.Parse("ada@acme.example") },
        };
    }
}
