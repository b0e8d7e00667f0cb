using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.TestGraph;
using SiOne.Bot.TestGraph.State;
using FakeKind = SiOne.Bot.TestGraph.State.GroupKind;

namespace SiOne.Bot.Graph.Tests.Executors;

/// <summary>The tenant is no longer as the plan was told (RELIABILITY E61, E63, E66, E67, E72): nothing is done, and the reason is said.</summary>
public sealed class DriftTests
{
    /// <summary>What is done with an account, by the names of <see cref="Acts"/>.</summary>
    private static readonly string[] OnAccounts =
        ["set-manager", "give-licence", "join-group", "block-sign-in", "revoke-sessions", "reset-password", "access-pass", "absence", "redirect", "language", "delete-account"];

    private static readonly string[] OnDevices = ["locate", "lock", "wipe", "retire"];

    public static TheoryData<string> Accounts => [.. OnAccounts];

    public static TheoryData<string> Devices => [.. OnDevices];

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task E67_A_renamed_account_is_left_alone(string name) =>
        await AssertDriftAsync(name, "renamed", tenant => tenant.Change("user", Acts.Address, user => user["userPrincipalName"] = "lea.martin@atelier.example"));

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task E66_A_guest_is_left_alone(string name) =>
        await AssertDriftAsync(name, "guest", tenant => tenant.Change("user", Acts.Address, user => user["userType"] = "Guest"));

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task E66_An_account_with_a_role_is_left_alone(string name) =>
        await AssertDriftAsync(name, "privileged", tenant => tenant.AssignRole(tenant.Find("user", Acts.Address)!, Roles.HelpdeskAdministrator));

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task E66_An_account_with_a_role_by_a_group_is_left_alone(string name) => await AssertDriftAsync(name, "privileged", tenant =>
    {
        var admins = tenant.AddGroup("Admins", more: values => values["isAssignableToRole"] = true);
        tenant.AddMember(admins, tenant.Find("user", Acts.Address)!);
        tenant.AssignRole(admins, Roles.UserAdministrator);
    });

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task E66_An_account_that_may_take_up_a_role_is_left_alone(string name) =>
        await AssertDriftAsync(name, "privileged", tenant => tenant.MakeEligible(tenant.Find("user", Acts.Address)!, Roles.GlobalAdministrator));

    [Theory]
    [InlineData("set-manager")]
    [InlineData("block-sign-in")]
    [InlineData("reset-password")]
    [InlineData("delete-account")]
    public async Task A_synced_account_is_changed_where_it_comes_from(string name) =>
        await AssertDriftAsync(name, "synced", tenant => tenant.Change("user", Acts.Address, user => user["onPremisesSyncEnabled"] = true));

    [Theory]
    [InlineData("reset-password")]
    [InlineData("access-pass")]
    public async Task E67_Nobody_gets_into_an_account_that_was_blocked_meanwhile(string name) =>
        await AssertDriftAsync(name, "disabled", tenant => tenant.Change("user", Acts.Address, user => user["accountEnabled"] = false));

    [Fact]
    public async Task E67_An_address_that_is_used_again_is_somebody_else()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var left = new AccountRef(Acts.Address, Guid.NewGuid());
        tenant.AddUser(Acts.Address, "Léa Morin");
        customers.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(new StepSight.Drifted("gone"), await customers.LookAsync(tenant, new Step.SetSignIn(left, false)));
    }

    [Fact]
    public async Task An_account_in_the_bin_is_gone_at_once_and_one_just_made_is_waited_for()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var deleted = Acts.User(tenant);
        await customers.DoAsync(tenant, new Step.DeleteAccount(deleted));
        Assert.Equal(new StepSight.Drifted("gone"), await customers.LookAsync(tenant, new Step.SetSignIn(deleted, false)));
        var create = (Step.CreateAccount)Acts.Make("create-account", tenant);
        customers.Server.Faults.On("POST", "users", tenant).LateFor(TimeSpan.FromMinutes(2));
        var made = (StepAnswer.Taken)await customers.DoAsync(tenant, create);
        var licence = new Step.SetLicences(create.Account with { Id = made.CreatedId }, [Acts.Sku(tenant.AddSku("SPB", 1))], []);
        var later = new StepSight.Failed(new StepAnswer.Later(Customers.Start.AddSeconds(30)));
        Assert.Equal(later, await customers.LookAsync(tenant, licence));
        Assert.Equal(later, await customers.LookAsync(tenant, licence with { Account = create.Account }));
        customers.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, licence));
    }

    [Fact]
    public async Task E61_An_address_that_is_taken_is_not_ours()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = (Step.CreateAccount)Acts.Make("create-account", tenant);
        tenant.AddUser(step.Account.UserPrincipalName, "Hugo Petit", user => user["onPremisesExtensionAttributes"] = new JsonObject { ["extensionAttribute15"] = "another" });
        Assert.IsType<StepAnswer.Unknown>(await customers.DoAsync(tenant, step));
        Assert.Equal(new StepSight.Drifted("not-ours"), await customers.LookAsync(tenant, step));
        Assert.Equal(0, customers.EffectsOn(tenant));
    }

    [Fact]
    public async Task E61_An_account_made_twice_is_one_account()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("create-account", tenant);
        var made = Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
        Assert.IsType<StepAnswer.Unknown>(await customers.DoAsync(tenant, step));
        Assert.Equal(new StepSight.Holds(made.CreatedId), await customers.LookAsync(tenant, step));
        Assert.Equal(1, customers.EffectsOn(tenant));
        var user = tenant.Find("user", "hugo.petit@atelier.example")!;
        Assert.Equal(("FR", true, true), (user.Text("usageLocation"), user.Is("_mustChangePassword"), tenant.IsPassword(user.Id, Passwords.Canary)));
    }

    [Fact]
    public async Task E72_No_licence_is_left()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var full = tenant.AddSku("O365_BUSINESS_PREMIUM", 3, consumedElsewhere: 3);
        var step = new Step.SetLicences(Acts.User(tenant), [Acts.Sku(full)], []);
        Assert.Equal(new StepSight.Drifted("no-licence-left"), await customers.LookAsync(tenant, step));
        Assert.IsType<StepAnswer.Refused>(await customers.DoAsync(tenant, step));
        Assert.Equal(0, customers.EffectsOn(tenant));
    }

    [Fact]
    public async Task E72_A_licence_by_a_group_goes_only_with_the_group()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var sku = tenant.AddSku("O365_BUSINESS_PREMIUM", 3);
        var user = Acts.User(tenant);
        tenant.AddMember(tenant.AddGroup("Licences", licences: [sku]), tenant.Find("user", Acts.Address)!);
        Assert.IsType<StepSight.Holds>(await customers.LookAsync(tenant, new Step.SetLicences(user, [Acts.Sku(sku)], [])));
        Assert.Equal(new StepSight.Drifted("licence-by-group"), await customers.LookAsync(tenant, new Step.SetLicences(user, [], [Acts.Sku(sku)])));
    }

    [Fact]
    public async Task A_licence_needs_a_country()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = new Step.SetLicences(Acts.User(tenant, user => user["usageLocation"] = null), [Acts.Sku(tenant.AddSku("SPB", 3))], []);
        Assert.Equal(new StepSight.Drifted("no-usage-location"), await customers.LookAsync(tenant, step));
    }

    [Fact]
    public async Task A_licence_that_is_held_already_is_not_given_again_when_another_goes()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var (old, wanted) = (tenant.AddSku("O365_BUSINESS_ESSENTIALS", 2), tenant.AddSku("O365_BUSINESS_PREMIUM", 1));
        var user = Acts.User(tenant);
        tenant.Assign(old, tenant.Find("user", Acts.Address)!);
        tenant.Assign(wanted, tenant.Find("user", Acts.Address)!);
        var step = new Step.SetLicences(user, [Acts.Sku(wanted)], [Acts.Sku(old)]);
        var before = (Step.SetLicences)Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, step)).Before!;
        Assert.Equal((Acts.Sku(old), 0), (Assert.Single(before.Added), before.Removed.Length));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
        Assert.IsType<StepSight.Holds>(await customers.LookAsync(tenant, step));
    }

    [Theory]
    [InlineData(FakeKind.DistributionList, "distribution-list")]
    [InlineData(FakeKind.MailEnabledSecurity, "distribution-list")]
    [InlineData(FakeKind.Dynamic, "dynamic-group")]
    public async Task Graph_changes_no_members_of_such_a_group(FakeKind kind, string reason)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = new Step.SetMembership(Acts.Group(tenant.AddGroup("Tous", kind)), Acts.User(tenant), true);
        Assert.Equal(new StepSight.Drifted(reason), await customers.LookAsync(tenant, step));
    }

    [Theory]
    [InlineData("isAssignableToRole", "privileged")]
    [InlineData("onPremisesSyncEnabled", "synced")]
    public async Task Nobody_is_put_into_such_a_group(string property, string reason)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = new Step.SetMembership(Acts.Group(tenant.AddGroup("Admins", more: values => values[property] = true)), Acts.User(tenant), true);
        Assert.Equal(new StepSight.Drifted(reason), await customers.LookAsync(tenant, step));
    }

    [Fact]
    public async Task Whoever_is_a_member_already_is_put_in_without_an_effect()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var group = tenant.AddGroup("Compta");
        var step = new Step.SetMembership(Acts.Group(group), Acts.User(tenant), true);
        tenant.AddMember(group, tenant.Find("user", Acts.Address)!);
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step with { Member = false }));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step with { Member = false }));
        Assert.Equal(1, customers.EffectsOn(tenant));
    }

    [Fact]
    public async Task A_rule_that_somebody_changed_is_left_alone()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = (Step.SetRedirection)Acts.Make("redirect", tenant);
        await customers.DoAsync(tenant, step);
        Assert.Equal(new StepSight.Drifted("rule-changed"), await customers.LookAsync(tenant, step with { To = new AccountRef("autre@atelier.example", null) }));
    }

    [Fact]
    public async Task A_file_that_somebody_works_on_is_left_alone()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var owner = tenant.AddUser(Acts.Address, "Léa Morin");
        tenant.AddFile(owner, "Devis.docx", (Customers.Start.AddDays(-3), "bon"), (Customers.Start.AddMinutes(5), "tout neuf"));
        var step = new Step.RestoreFileVersion(Acts.Version(tenant, owner, "Devis.docx", 0));
        Assert.Equal(new StepSight.Drifted("changed-meanwhile"), await customers.LookAsync(tenant, step));
        Assert.Equal(new StepSight.Drifted("renamed"), await customers.LookAsync(tenant, new Step.RestoreFileVersion(step.Version with { Path = "/Autre.docx" })));
        Assert.Equal(new StepSight.Drifted("gone"), await customers.LookAsync(tenant, new Step.RestoreFileVersion(step.Version with { ItemId = "01NOTHERE" })));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task E63_A_device_that_changed_hands_is_left_alone(string name)
    {
        await AssertDriftAsync(name, "holder-changed", tenant => tenant.Change("managedDevice", tenant.All("managedDevice")[0].Id, device => device["userId"] = Guid.NewGuid().ToString()));
        await AssertDriftAsync(name, "device-changed", tenant => tenant.Change("managedDevice", tenant.All("managedDevice")[0].Id, device => device["serialNumber"] = "ANOTHER"));
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("canceled")]
    [InlineData("notSupported")]
    public async Task A_device_that_refused_is_for_a_person(string state)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("lock", tenant);
        await customers.DoAsync(tenant, step);
        tenant.EndAction(tenant.All("managedDevice")[0], "remoteLock", state);
        Assert.Equal(new StepSight.Failed(new StepAnswer.Refused("device-refused")), await customers.LookAsync(tenant, step));
    }

    [Fact]
    public async Task What_a_device_did_is_read_back_and_an_earlier_wipe_is_not_ours()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var device = Acts.Device(tenant);
        var held = tenant.All("managedDevice")[0];
        await customers.DoAsync(tenant, new Step.LockDevice(device));
        tenant.EndAction(held, "remoteLock");
        Assert.IsType<StepSight.Holds>(await customers.LookAsync(tenant, new Step.LockDevice(device)));
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, new Step.LockDevice(device), Customers.Start.AddHours(1)));
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, new Step.WipeDevice(device)));
        await customers.DoAsync(tenant, new Step.WipeDevice(device));
        Assert.IsType<StepSight.Pending>(await customers.LookAsync(tenant, new Step.WipeDevice(device)));
        tenant.EndAction(held, "wipe");
        Assert.IsType<StepSight.Untold>(await customers.LookAsync(tenant, new Step.WipeDevice(device)));
        Assert.IsType<StepSight.Holds>(await customers.LookAsync(tenant, new Step.RetireDevice(device)));
        Assert.Equal(new StepSight.Drifted("gone"), await customers.LookAsync(tenant, new Step.LockDevice(device)));
    }

    [Fact]
    public async Task What_was_there_before_the_step_was_intended_is_not_ours()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var user = Acts.User(tenant);
        Step[] steps = [new Step.RevokeSessions(user), new Step.ResetPassword(user), new Step.CreateAccessPass(user, 60)];
        foreach (var step in steps)
        {
            Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
            Assert.IsType<StepSight.Holds>(await customers.LookAsync(tenant, step));
            Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, step, Customers.Start.AddSeconds(10)));
        }
    }

    [Fact]
    public async Task E62_A_password_set_twice_is_the_last_one_and_must_change()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("reset-password", tenant);
        await customers.DoAsync(tenant, step);
        var again = new StepCall("req-1|plan|1", "Autre-Mot9dePasse");
        Assert.IsType<StepAnswer.Taken>(await customers.Sut.DoAsync(Guid.Parse(tenant.Id), step, again, CancellationToken.None));
        Assert.True(tenant.IsPassword(Acts.Address, again.Password!));
        Assert.Equal(new StepAnswer.Refused("no-password"), await customers.Sut.DoAsync(Guid.Parse(tenant.Id), step, new StepCall("k"), CancellationToken.None));
    }

    [Fact]
    public async Task An_access_pass_is_shown_once_to_whoever_made_it()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var taken = Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, Acts.Make("access-pass", tenant)));
        Assert.NotEmpty(taken.Secret!);
        Assert.DoesNotContain(customers.Logged, line => line.Contains(taken.Secret!, StringComparison.Ordinal));
    }

    private static async Task AssertDriftAsync(string name, string reason, Action<GraphTenant> change)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make(name, tenant);
        change(tenant);
        Assert.Equal(new StepSight.Drifted(reason), await customers.LookAsync(tenant, step));
        Assert.Equal(0, customers.EffectsOn(tenant));
    }
}
