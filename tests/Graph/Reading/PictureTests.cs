using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Graph.Tests.Executors;
using SiOne.Bot.TestGraph;
using SiOne.Bot.TestGraph.State;
using FakeKind = SiOne.Bot.TestGraph.State.GroupKind;
using GroupKind = SiOne.Bot.Domain.Execution.GroupKind;

namespace SiOne.Bot.Graph.Tests.Reading;

/// <summary>What is read before a request is planned.</summary>
public sealed class PictureTests
{
    [Fact]
    public async Task An_account_is_found_by_its_address_with_all_that_a_plan_compares()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add("atelier.example", "atelier.fr");
        var lea = tenant.AddUser(Acts.Address, "Léa Morin");
        var (own, byGroup) = (tenant.AddSku("O365_BUSINESS_PREMIUM", 10, consumedElsewhere: 7), tenant.AddSku("SPB", 4));
        tenant.Assign(own, lea);
        tenant.AddMember(tenant.AddGroup("Licences", licences: [byGroup]), lea);
        tenant.SetManager(lea, tenant.AddUser("chef@atelier.example", "Anne Roux"));
        var picture = await ReadAsync(customers, tenant, accounts: [Acts.Address.ToUpperInvariant()]);
        var found = Assert.Single(picture.Accounts);
        Assert.Equal((Acts.Ref(lea), "Léa Morin", true, false, false, false, "FR"), (found.Account, found.DisplayName, found.SignInAllowed, found.IsGuest, found.IsSynced, found.IsPrivileged, found.UsageLocation));
        Assert.Equal([new HeldLicence(Acts.Sku(own), false), new HeldLicence(Acts.Sku(byGroup), true)], found.Licences.OrderBy(held => held.ByGroup));
        Assert.Equal(("Licences", GroupKind.Security), (found.Groups.Single().Group.Name, found.Groups.Single().Kind));
        Assert.Equal("chef@atelier.example", found.Manager!.UserPrincipalName);
        Assert.False(found.AnswersAbsence);
        Assert.Equal(["atelier.example", "atelier.fr"], picture.VerifiedDomains.Order(StringComparer.Ordinal));
        Assert.Equal((10, 8, 2), (picture.Licences.Single(sku => sku.Licence == Acts.Sku(own)).Bought, picture.Licences.Single(sku => sku.Licence == Acts.Sku(own)).Used, picture.Licences.Single(sku => sku.Licence == Acts.Sku(own)).Spare));
        Assert.Equal((Customers.Start, false), (picture.ReadAt, picture.Failed));
    }

    [Fact]
    public async Task An_account_is_found_by_an_alias_and_nobody_by_what_ends_a_quotation()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddUser(Acts.Address, "Léa Morin", user => user["proxyAddresses"] = new JsonArray("SMTP:lea.morin@atelier.example", "smtp:l.o'brien@atelier.example"));
        Assert.Single((await ReadAsync(customers, tenant, accounts: ["l.o'brien@atelier.example"])).Accounts);
        var none = await ReadAsync(customers, tenant, accounts: ["x@y' or startswith(userPrincipalName,'l') or mail eq 'z"]);
        Assert.Equal((false, 0), (none.Failed, none.Accounts.Length));
    }

    [Fact]
    public async Task An_account_is_found_by_its_object_id_and_none_by_one_that_nobody_has()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var lea = tenant.AddUser(Acts.Address, "Léa Morin");
        tenant.AddUser("p.durand@atelier.example", "Paul Durand");
        var id = Acts.Ref(lea).Id!.Value.ToString("D");
        var found = Assert.Single((await ReadAsync(customers, tenant, accounts: [id])).Accounts);
        Assert.Equal((id, Acts.Ref(lea)), (found.SoughtAs, found.Account));
        var none = await ReadAsync(customers, tenant, accounts: [Guid.NewGuid().ToString("D")]);
        Assert.Equal((false, 0), (none.Failed, none.Accounts.Length));
    }

    [Fact]
    public async Task Two_people_of_one_name_are_two_and_the_words_may_be_turned()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddUser("p.durand@atelier.example", "Paul Durand");
        tenant.AddUser("paul.durand@atelier.example", "Paul Durand");
        tenant.AddUser("marie.durand@atelier.example", "Marie Durand");
        Assert.Equal(2, (await ReadAsync(customers, tenant, accounts: ["Durand Paul"], devices: true)).Accounts.Length);
        Assert.Single((await ReadAsync(customers, tenant, accounts: ["Marie \"Durand\""])).Accounts);
    }

    [Fact]
    public async Task Pages_are_read_to_their_end()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        for (var at = 0; at < 230; at++) tenant.AddGroup("Compta");
        Assert.Equal(230, (await ReadAsync(customers, tenant, groups: ["Compta"])).Groups.Length);
    }

    [Fact]
    public async Task What_must_not_be_touched_is_shown_as_such()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AssignRole(tenant.AddUser("admin@atelier.example", "Admin"), Roles.GlobalAdministrator);
        tenant.AddUser("invite@atelier.example", "Invité", user => user["userType"] = "Guest");
        tenant.AddUser("ad@atelier.example", "Synchro", isSynchronized: true);
        tenant.MakeEligible(tenant.AddUser("pim@atelier.example", "Pim"), Roles.UserAdministrator);
        var picture = await ReadAsync(customers, tenant, accounts: ["admin@atelier.example", "invite@atelier.example", "ad@atelier.example", "pim@atelier.example"]);
        Assert.Equal(
            [("Admin", true, false, false), ("Invité", false, true, false), ("Synchro", false, false, true), ("Pim", true, false, false)],
            picture.Accounts.Select(account => (account.DisplayName, account.IsPrivileged, account.IsGuest, account.IsSynced)));
    }

    [Fact]
    public async Task Groups_bear_their_kind()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddGroup("Projet Loire", FakeKind.Team, "loire@atelier.example");
        tenant.AddGroup("Tous", FakeKind.DistributionList, "tous@atelier.example");
        tenant.AddGroup("Auto", FakeKind.Dynamic);
        tenant.AddGroup("Rôles", more: group => group["isAssignableToRole"] = true);
        var picture = await ReadAsync(customers, tenant, groups: ["loire@atelier.example", "Tous", "Auto", "Rôles", "Absent"]);
        Assert.Equal(
            [("loire@atelier.example", GroupKind.Microsoft365), ("Tous", GroupKind.DistributionList), ("Auto", GroupKind.Dynamic), ("Rôles", GroupKind.RoleAssignable)],
            picture.Groups.Select(group => (group.SoughtAs, group.Kind)));
    }

    [Fact]
    public async Task Devices_and_files_are_the_first_accounts_and_of_nobody_when_that_is_not_clear()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var lea = tenant.AddUser(Acts.Address, "Léa Morin");
        tenant.AddDevice(lea, "iPhone de Léa", "F2LXK0AB1234", device => device["model"] = "iPhone 15");
        tenant.AddDevice(lea, "PC de Léa", "PC1", device => (device["operatingSystem"], device["managedDeviceOwnerType"]) = ("Windows", "personal"));
        tenant.AddDevice(tenant.AddUser("autre@atelier.example", "Autre"), "iPhone", "X");
        tenant.AddFile(lea, "Documents/Devis.docx", (Customers.Start.AddDays(-3), "a"), (Customers.Start.AddDays(-1), "b"), (Customers.Start.AddHours(-1), "c"));
        var picture = await ReadAsync(customers, tenant, accounts: [Acts.Address, "autre@atelier.example"], paths: ["Documents/Devis.docx", "/Documents/Absent.docx"], devices: true);
        Assert.Equal(
            [("iPhone de Léa", "Apple iPhone 15", "F2LXK0AB1234", true, false), ("PC de Léa", "Apple", "PC1", false, true)],
            picture.Devices.Select(found => (found.Device.Name, found.Device.Model, found.Device.SerialNumber, found.IsPhone, found.IsPersonal)));
        Assert.All(picture.Devices, found => Assert.Equal(Guid.Parse(lea.Id), found.Device.HolderId));
        var file = Assert.Single(picture.Files);
        Assert.Equal([Customers.Start.AddHours(-1), Customers.Start.AddDays(-1), Customers.Start.AddDays(-3)], file.Versions.Select(version => version.WrittenAt));
        Assert.Equal("/Documents/Devis.docx", file.Versions[0].Path);
        tenant.AddUser("lea2@atelier.example", "Léa Morin");
        var unclear = await ReadAsync(customers, tenant, accounts: ["Léa Morin"], paths: ["Documents/Devis.docx"], devices: true);
        Assert.Equal((2, 0, 0), (unclear.Accounts.Length, unclear.Devices.Length, unclear.Files.Length));
    }

    [Theory]
    [InlineData("../../users")]
    [InlineData("Documents/Devis.docx:/permissions")]
    [InlineData("Documents//Devis.docx")]
    [InlineData("Devis.docx?$select=id")]
    [InlineData("")]
    public async Task A_path_that_means_another_thing_in_an_address_is_no_file(string path)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddFile(tenant.AddUser(Acts.Address, "Léa Morin"), "Documents/Devis.docx", (Customers.Start, "a"));
        var picture = await ReadAsync(customers, tenant, accounts: [Acts.Address, " ", "\""], paths: [path]);
        Assert.Equal((false, 1, 0), (picture.Failed, picture.Accounts.Length, picture.Files.Length));
        Assert.DoesNotContain(customers.Server.Log.Calls, call => call.Path.Contains("drive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tenant_that_cannot_be_read_gives_a_picture_that_says_so()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.Throttled = TimeSpan.FromMinutes(1);
        Assert.True((await ReadAsync(customers, tenant, accounts: [Acts.Address])).Failed);
    }

    [Fact]
    public async Task Logs_bear_no_name_no_address_no_token_and_no_password()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        foreach (var name in (string[])["reset-password", "block-sign-in"])
        {
            var step = name == "reset-password" ? Acts.Make(name, tenant) : new Step.SetSignIn(Acts.Ref(tenant.Find("user", Acts.Address)!), false);
            customers.Server.Faults.On("PATCH", "users/**", tenant).Refuse(System.Net.HttpStatusCode.BadRequest, "Request_BadRequest", $"{Acts.Address} Léa Morin {Passwords.Canary}");
            await customers.DoAsync(tenant, step);
            await customers.DoAsync(tenant, step);
            await customers.LookAsync(tenant, step);
        }
        await ReadAsync(customers, tenant, accounts: [Acts.Address, "Léa Morin"]);
        Assert.NotEmpty(customers.Logged);
        foreach (var secret in (string[])["lea.morin", "Morin", Passwords.Canary, "eyJ", "canary", "atelier"])
            Assert.DoesNotContain(customers.Logged, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(customers.Logged, line => line.Contains(tenant.Id, StringComparison.Ordinal) && line.Contains("req-1|plan|1", StringComparison.Ordinal) && line.Contains("Request_BadRequest", StringComparison.Ordinal));
    }

    private static Task<TenantPicture> ReadAsync(
        Customers customers, GraphTenant tenant, ImmutableArray<string>? accounts = null, ImmutableArray<string>? groups = null, ImmutableArray<string>? paths = null, bool devices = false) =>
        customers.Sut.ReadAsync(Guid.Parse(tenant.Id), new PictureWanted(accounts ?? [], groups ?? [], paths ?? [], devices), CancellationToken.None);
}
