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
          "services": ["Maintenance", "ManagedServices", "Microsoft365", "Backup"],
          "weekend": { "sunday": false, "holidays": true, "from": "09:00", "to": "12:30" },
          "term": { "start": "2024-02-01", "months": 36 },
          "overdueSince": "2026-02-10",
          "overdueEuros": 1240.80,
          "agreedPrice": { "monthlyEuros": 980.5, "index": 118.4 },
          "domains": ["Ateliers.example", "bücher.example"],
          "tenantId": "7c1d4a52-3b0e-4f6a-9a41-5d2e8f1b6a09",
          "suspended": { "since": "2026-03-01", "reason": "unpaid", "decidedBy": "M. Gérant" },
          "terminatedOn": "2026-12-31",
          "dataAtEnd": "handedOver",
          "urgentHours": 4,
          "backups": { "historyDays": 30, "mail": true, "servers": { "days": ["monday", "friday"], "at": "23:15" } },
          "licences": { "owned": 12, "used": 11, "baseline": 10 },
          "officeSoftware": ["Word", "Excel"],
          "equipment": ["PC-014", "TEL-003"],
          "dataProtectionContact": "dpo@cabinet.example",
          "languageModel": { "provider": "Mistral AI", "noticeOn": "2026-02-01", "agreedOn": "2026-02-10" },
          "trainingAgreedOn": "2026-05-04",
          "people": [
            { "name": "Ada Modèle", "addresses": ["Ada.M@ateliers.example", "ada@orange.fr"], "role": "administrator",
              "delegatedByDirection": true, "language": "en", "phones": [{ "number": "+33 2 61 91 00 01", "since": "2026-01-15" }],
              "absence": { "from": "2026-08-01", "to": "2026-08-21", "substitute": "cy" } },
            { "id": "bo", "name": "Bo Modèle", "addresses": ["b@ateliers.example"], "digest": true },
            { "id": "cy", "name": "Cy Modèle", "addresses": ["c@ateliers.example"], "role": "direction" },
            { "id": "editor", "name": "Di Tierce", "addresses": ["di@editor.example"], "role": "thirdParty" },
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
        Assert.Equal(new ProviderAgreement("Mistral AI", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 10)), customer.LanguageModel);
        var subscription = customer.Subscription;
        Assert.Equal(Level.Serenite, subscription.Level);
        Assert.True(subscription.Services.SetEquals([Service.Maintenance, Service.ManagedServices, Service.Microsoft365, Service.Backup]));
        Assert.Equal(new WeekendOption(Saturday: true, Sunday: false, Holidays: true, new TimeOnly(9, 0), new TimeOnly(12, 30)), subscription.Weekend);
        Assert.Equal(new Suspension(new DateOnly(2026, 3, 1), "unpaid", "M. Gérant"), subscription.Suspended);
        Assert.Equal(new DateOnly(2026, 12, 31), subscription.TerminatedOn);
        Assert.Equal(1240.80m, subscription.OverdueEuros);
        Assert.Equal(new AgreedPrice(980.5m, 118.4m), subscription.Price);
        Assert.Equal([null, true, null, null], customer.People.Select(person => person.Digest));
        Assert.Equal(new ContractTerm(new DateOnly(2024, 2, 1), 36), subscription.Term);
        Assert.Equal(new DateOnly(2026, 2, 10), subscription.OverdueSince);
        Assert.Equal((DataAtEnd.HandedOver, 4), (subscription.DataAtEnd, subscription.UrgentHours));
        Assert.Equal((30, true), (subscription.Backups.HistoryDays, subscription.Backups.Mail));
        Assert.True(subscription.Backups.Servers!.Days.SetEquals([DayOfWeek.Monday, DayOfWeek.Friday]));
        Assert.Equal(new TimeOnly(23, 15), subscription.Backups.Servers.At);
        Assert.Equal(new LicenceCount(Owned: 12, Used: 11, Baseline: 10), subscription.Licences);
        Assert.Equal(["Word", "Excel"], subscription.OfficeSoftware.AsEnumerable());
        Assert.Equal(["PC-014", "TEL-003"], subscription.Equipment.AsEnumerable());
        Assert.Equal(MailAddress.Parse("dpo@cabinet.example"), customer.DataProtectionContact);
        Assert.Equal(new DateOnly(2026, 5, 4), customer.TrainingAgreedOn);
        Assert.Null(customer.ValidFrom);
    }

    [Fact]
    public void What_a_file_does_not_say_stays_unsaid()
    {
        var customer = Assert.Single(CustomerFolder.LoadOne(CustomerJson.With()).Customers);

        var subscription = customer.Subscription;
        Assert.Equal(
            (null, null, null, null, null, null),
            (subscription.Term, subscription.OverdueSince, subscription.Licences, subscription.DataAtEnd, subscription.UrgentHours, subscription.Suspended));
        Assert.Equal(new BackupFacts(), subscription.Backups);
        Assert.Empty(subscription.OfficeSoftware);
        Assert.Empty(subscription.Equipment);
        Assert.Null(customer.DataProtectionContact);
        Assert.Null(customer.TrainingAgreedOn);
        Assert.False(customer.AgreesToTraining(DateOnly.MaxValue));
        Assert.Equal((0, null), (customer.People[0].Phones.Length, customer.People[0].Absence));
    }

    [Fact]
    public void Every_key_of_a_person_is_read()
    {
        var people = Assert.Single(CustomerFolder.LoadOne(Full).Customers).People;

        Assert.Matches("^p-[0-9a-f]{8}$", people[0].Id); // made of the address, without saying it
        Assert.Equal(new PhoneOnRecord("+33 2 61 91 00 01", new DateOnly(2026, 1, 15)), Assert.Single(people[0].Phones));
        Assert.Equal(new Absence(new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 21), "cy"), people[0].Absence);
        Assert.Equal("Ada Modèle", people[0].Name);
        Assert.Equal([MailAddress.Parse("ada.m@ateliers.example"), MailAddress.Parse("ada@orange.fr")], people[0].Addresses.AsEnumerable());
        Assert.Equal((Role.Administrator, true, Language.English), (people[0].Role, people[0].DelegatedByDirection, people[0].Language));
        Assert.Equal("bo", people[1].Id);
        Assert.Equal((Role.Employee, false, Language.French), (people[1].Role, people[1].DelegatedByDirection, people[1].Language));
    }

    [Fact]
    public void An_id_that_is_not_given_depends_on_customer_and_first_address_alone()
    {
        static string IdOf(string file, string person) => new Func<string>(() =>
        {
            using var folder = new CustomerFolder().With(file, CustomerJson.WithPerson(person));
            return folder.Load().Customers[0].People[1].Id;
        })();

        var id = IdOf("acme.json", """{"name":"B B","addresses":["b@acme.example"]}""");
        Assert.Equal(id, IdOf("acme@2026-03-01.json", """{"name":"B C","addresses":["B@Acme.example","x@acme.example"],"role":"administrator"}"""));
        Assert.NotEqual(id, IdOf("other.json", """{"name":"B B","addresses":["b@acme.example"]}"""));
        Assert.NotEqual(id, IdOf("acme.json", """{"name":"B B","addresses":["bb@acme.example"]}"""));
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
