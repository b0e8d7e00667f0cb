using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Engine.Tests.Customers;

public sealed class CustomerFilesTests
{
    private const string Full = """
        // A comment before.
        {
          "$schema": "customer.schema.json",
          "name": "Ateliers Modèle", /* and one inside */
          "level": "Serenite",
          "services": ["Maintenance", "ManagedServices"],
          "weekend": { "sunday": false, "holidays": true },
          "domains": ["Ateliers.example", "bücher.example"],
          "tenantId": "7c1d4a52-3b0e-4f6a-9a41-5d2e8f1b6a09",
          "suspended": { "since": "2026-03-01", "reason": "unpaid" },
          "terminatedOn": "2026-12-31",
          "people": [
            { "name": "Ada Modèle", "addresses": ["Ada.M@ateliers.example", "ada@orange.fr"], "role": "administrator",
              "delegatedByDirection": true, "language": "en" },
            { "id": "bo", "name": "Bo Modèle", "addresses": ["b@ateliers.example"] },
          ],
        }
        """;

    [Fact]
    public void Every_key_of_a_file_is_read()
    {
        var loaded = CustomerFolder.LoadOne(Full);

        Assert.Empty(loaded.Mistakes);
        var customer = Assert.Single(loaded.Customers);
        Assert.Equal("acme", customer.Id);
        Assert.Equal("Ateliers Modèle", customer.Name);
        Assert.Equal(["ateliers.example", "xn--bcher-kva.example"], customer.Domains.AsEnumerable());
        Assert.Equal(Guid.Parse("7c1d4a52-3b0e-4f6a-9a41-5d2e8f1b6a09"), customer.TenantId);
        var subscription = customer.Subscription;
        Assert.Equal(Level.Serenite, subscription.Level);
        Assert.True(subscription.Services.SetEquals([Service.Maintenance, Service.ManagedServices]));
        Assert.Equal(new WeekendOption(Saturday: true, Sunday: false, Holidays: true), subscription.Weekend);
        Assert.Equal(new Suspension(new DateOnly(2026, 3, 1), "unpaid"), subscription.Suspended);
        Assert.Equal(new DateOnly(2026, 12, 31), subscription.TerminatedOn);
    }

    [Fact]
    public void Every_key_of_a_person_is_read()
    {
        var people = Assert.Single(CustomerFolder.LoadOne(Full).Customers).People;

        Assert.Equal("ada.m", people[0].Id);
        Assert.Equal("Ada Modèle", people[0].Name);
        Assert.Equal([MailAddress.Parse("ada.m@ateliers.example"), MailAddress.Parse("ada@orange.fr")], people[0].Addresses.AsEnumerable());
        Assert.Equal((Role.Administrator, true, Language.English), (people[0].Role, people[0].DelegatedByDirection, people[0].Language));
        Assert.Equal("bo", people[1].Id);
        Assert.Equal((Role.Employee, false, Language.French), (people[1].Role, people[1].DelegatedByDirection, people[1].Language));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    public void Without_the_option_there_is_no_weekend(string? weekend) =>
        Assert.Null(Assert.Single(CustomerFolder.LoadOne(CustomerJson.With(("weekend", weekend))).Customers).Subscription.Weekend);

    [Fact]
    public void A_folder_gives_its_customers_by_id_and_leaves_schema_and_other_files_out()
    {
        using var folder = new CustomerFolder()
            .With("b.json", CustomerJson.With(("domains", "[]"), ("people", """[{"name":"B B","addresses":["b@b.example"],"role":"direction"}]""")))
            .With("a.JSON", CustomerJson.With())
            .With("customer.schema.json", "{}")
            .With("notes.txt", "not json");

        var loaded = folder.Load();

        Assert.Empty(loaded.Mistakes);
        Assert.Equal(["a", "b"], loaded.Customers.Select(customer => customer.Id));
    }

    [Fact]
    public void One_file_alone_can_be_loaded()
    {
        using var folder = new CustomerFolder().With("a.json", CustomerJson.With()).With("b.json", "broken");

        Assert.Equal("a", Assert.Single(CustomerFiles.Load(Path.Combine(folder.Path, "a.json")).Customers).Id);
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake() => Assert.True(CustomerFolder.LoadOne("\uFEFF" + CustomerJson.With()).Succeeded);

    [Theory]
    [InlineData("demo-standard", Level.Standard)]
    [InlineData("demo-premium", Level.Premium)]
    [InlineData("demo-serenite", Level.Serenite)]
    public void The_demo_has_a_customer_of_each_level(string id, Level level)
    {
        var loaded = CustomerFiles.Load(Repository.PathOf("bot", "Demo", "Customers"));

        Assert.Empty(loaded.Mistakes);
        Assert.Equal(3, loaded.Customers.Length);
        var customer = loaded.Customers.Single(c => c.Id == id);
        Assert.Equal(level, customer.Subscription.Level);
        var all = Enum.GetValues<Service>().Where(s => s is not Service.ManagedServices || level is Level.Serenite);
        Assert.True(customer.Subscription.Services.SetEquals(all));
        Assert.Null(customer.Subscription.Weekend);
        Assert.NotNull(customer.TenantId);
        Assert.Equal([$"{id}.example"], customer.Domains.AsEnumerable());
        Assert.Equal(
            [($"direction@{id}.example", Role.Direction), ($"admin@{id}.example", Role.Administrator), ($"employe@{id}.example", Role.Employee)],
            customer.People.Select(person => (person.Addresses[0].Value, person.Role)));
        Assert.All(customer.People, person => Assert.Equal(Language.French, person.Language));
    }
}
