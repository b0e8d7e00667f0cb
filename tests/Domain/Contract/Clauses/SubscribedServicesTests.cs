using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class SubscribedServicesTests
{
    private readonly SubscribedServices _clause = new();

    [Theory]
    [InlineData("mailbox.create", "Messaging", true)]
    [InlineData("mailbox.create", "Microsoft365", true)]
    [InlineData("mailbox.create", "Maintenance Phones Backup Backup365", false)]
    [InlineData("mailbox.convert-shared", "Messaging", false)] // only Exchange has shared mailboxes (Art. 14)
    [InlineData("licence.arrival", "Microsoft365", true)]
    [InlineData("licence.arrival", "Messaging Maintenance", false)]
    [InlineData("licence.sharepoint", "Maintenance", true)] // rights on a server's shares
    [InlineData("restore.file", "Backup", true)]
    [InlineData("restore.file", "Backup365", true)]
    [InlineData("restore.file", "Microsoft365 Maintenance", false)]
    [InlineData("restore.site", "Backup", false)]
    [InlineData("phone.fault", "Phones", true)]
    [InlineData("phone.fault", "Maintenance", false)]
    [InlineData("incident.hardware", "Maintenance", true)]
    [InlineData("incident.hardware", "Phones Microsoft365", false)]
    [InlineData("incident.security", "Phones", false)]
    [InlineData("other.intervention", "ManagedServices", true)]
    [InlineData("other.intervention", "Maintenance", true)]
    [InlineData("other.contract", "", true)] // needs no service
    [InlineData("other.quote", "", true)]
    [InlineData("other.data-rights", "", true)]
    [InlineData("other.none", "", true)]
    public void One_of_the_operations_services_must_be_subscribed(string operation, string services, bool inContract)
    {
        var subscribed = services.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Service>);
        var examined = A.Case(AllOperations.Get(operation)).With(s => s with { Services = [.. subscribed] });
        Assert.Equal(inContract ? "" : "out-of-contract/1/quote", _clause.Finds(examined));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void With_all_services_everything_is_in_the_contract(string operation) =>
        Assert.Empty(_clause.Finds(A.Case(AllOperations.Get(operation), Level.Serenite)));

    [Fact]
    public void A_stranger_learns_nothing_of_services() => Assert.Empty(_clause.Finds(A.Case(MailboxOperations.Create).FromStranger()));

    public static TheoryData<string> All => A.Operations(_ => true);
}
