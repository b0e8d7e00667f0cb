using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Execution;

/// <summary>Who may be a target, and who never is (RELIABILITY E65, E66).</summary>
public sealed class TargetTests
{
    public static TheoryData<string, Obstacle> Refused => new()
    {
        { "privileged", Obstacle.PrivilegedAccount },
        { "guest", Obstacle.GuestAccount },
        { "synced", Obstacle.SyncedAccount },
        { "break-glass", Obstacle.ProtectedAccount },
        { "service", Obstacle.ProtectedAccount },
        { "provider-address", Obstacle.ProtectedAccount },
        { "provider-id", Obstacle.ProtectedAccount },
        { "provider-domain", Obstacle.ProtectedAccount },
        { "foreign", Obstacle.ForeignDomain },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void E66_what_is_never_a_target_is_an_obstacle_for_every_operation(string what, Obstacle obstacle)
    {
        var lea = PlanScene.Lea with
        {
            IsPrivileged = what == "privileged",
            IsGuest = what == "guest",
            IsSynced = what == "synced",
            Account = what == "foreign" ? new AccountRef("lea@other.example", PlanScene.Id(1)) : PlanScene.Lea.Account,
        };
        var address = MailAddress.Parse("LEA@acme.example");
        var terms = new TenantTerms { BreakGlass = what == "break-glass" ? [address] : [], ServiceAccounts = what == "service" ? [address] : [] };
        var provider = new ProtectedAccounts
        {
            Addresses = what == "provider-address" ? [address] : [],
            Ids = what == "provider-id" ? [PlanScene.Id(1)] : [],
            Domains = what == "provider-domain" ? ["acme.example"] : [],
        };
        Operation[] touching =
        [
            LicenceOperations.Departure, LicenceOperations.Password, LicenceOperations.Release, LicenceOperations.Teams, MailboxOperations.Absence,
            MailboxOperations.Close, MailboxOperations.ConvertShared, PhoneOperations.Lost, RestoreOperations.File,
        ];
        Assert.All(touching, operation =>
        {
            var plan = PlanScene.Asked(operation, ("teams", "Chantiers"), ("message", "Absente"), ("paths", "a.xlsx")).WithTerms(terms)
                .Plan(PlanScene.Picture(lea), provider);
            Assert.Contains(obstacle, plan.Obstacles);
            Assert.False(plan.CanRun);
        });
    }

    [Theory]
    [InlineData(true, false, "")]
    [InlineData(false, true, "GuestAccount")]
    public void Whom_a_plan_only_names_may_be_an_administrator_but_of_no_other_company(bool privileged, bool guest, string obstacle)
    {
        var other = PlanScene.Account("bo@acme.example", 2) with { IsPrivileged = privileged, IsSynced = privileged, IsGuest = guest };
        var redirected = PlanScene.Asked(MailboxOperations.Redirect, ("addresses", "bo@acme.example")).Plan(PlanScene.Picture(PlanScene.Lea, other));
        Assert.Equal(obstacle, string.Join(' ', redirected.Obstacles));
        var arrival = PlanScene.Plain(LicenceOperations.Arrival, ("licences", "Business Standard"), ("manager", "bo@acme.example")).About("Ines Caron");
        Assert.Equal(obstacle, string.Join(' ', arrival.Plan(PlanScene.Picture(other)).Obstacles));
    }

    [Fact]
    public void A_plain_account_is_a_target()
    {
        var plan = PlanScene.Asked(LicenceOperations.Password).Plan(PlanScene.Picture(PlanScene.Lea));
        Assert.Empty(plan.Obstacles);
        Assert.True(plan.CanRun);
        Assert.Equal(PlanScene.Lea.Account, plan.Only<Step.ResetPassword>().Account);
    }

    [Fact]
    public void Two_accounts_of_one_name_are_nobodys_guess()
    {
        var request = PlanScene.Plain(LicenceOperations.Password).About("Ines Caron");
        PlanScene.Same(["Ines Caron"], PlanReading.Of(request)!.Accounts);
        var plan = request.Plan(PlanScene.Picture(PlanScene.Account("ines@acme.example", 1, "Ines Caron"), PlanScene.Account("ines.caron@acme.example", 2, "Ines Caron")));
        PlanScene.Same([Obstacle.AccountAmbiguous], plan.Obstacles);
        Assert.All(plan.Steps, step => Assert.DoesNotContain(PlanScene.Id(1).ToString(), step.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_found_is_said() =>
        PlanScene.Same([Obstacle.AccountNotFound], PlanScene.Asked(LicenceOperations.Password).Plan(PlanScene.Picture()).Obstacles);

    [Theory]
    [InlineData("lea@other.example")]
    [InlineData("lea@acme.example.evil.example")]
    [InlineData("lea@sub.acme.example")]
    [InlineData("lea'--@acme.example")]
    [InlineData("lea/../bo@acme.example")]
    public void E65_an_address_of_the_text_outside_the_customers_domains_is_never_sought(string address)
    {
        var request = PlanScene.Plain(LicenceOperations.Departure, (FieldNames.Addresses, address)) with { AskedByAnother = true };
        Assert.Empty(PlanReading.Of(request)!.Accounts);
        Assert.Contains(Obstacle.ForeignDomain, request.Plan(PlanScene.Picture()).Obstacles);
        Assert.Empty(request.Plan(PlanScene.Picture()).Steps);
    }

    [Fact]
    public void The_account_that_was_picked_is_sought_by_its_id_and_hostile_text_is_not()
    {
        var picked = PlanScene.Plain(LicenceOperations.Password, (FieldNames.Account, PlanScene.Id(1).ToString("N")));
        PlanScene.Same([PlanScene.Id(1).ToString("D")], PlanReading.Of(picked)!.Accounts);
        var hostile = PlanScene.Plain(LicenceOperations.Password, (FieldNames.Account, "x' or 1 eq 1"));
        PlanScene.Same(["ada@acme.example"], PlanReading.Of(hostile)!.Accounts);
    }

    [Fact]
    public void A_failed_reading_is_no_unread_one()
    {
        var plan = PlanScene.Asked(LicenceOperations.Password).Plan(TenantPicture.Unread with { Failed = true });
        PlanScene.Same([Obstacle.Unreadable], plan.Obstacles);
    }

    [Fact]
    public void A_customer_without_a_tenant_has_a_plan_that_cannot_run()
    {
        var request = PlanScene.Asked(LicenceOperations.Password);
        request = request with { Sender = request.Sender with { Customer = request.Customer! with { TenantId = null } } };
        PlanScene.Same([Obstacle.NoTenant], request.Plan(TenantPicture.Unread).Obstacles);
    }

    [Theory]
    [InlineData("{first}.{last}", "Marie-Claire de La Tour", "marie-claire.delatour")]
    [InlineData("{f}{last}", "Éloïse Lœuvre", "eloeuvre")]
    [InlineData("{last}_{f}", "Noé Ça-va", "ca-va_n")]
    [InlineData("{l}{first}", "Zoé Ortega", "ozoe")]
    public void Addresses_are_made_without_accents(string rule, string name, string local)
    {
        var request = PlanScene.Plain(LicenceOperations.Arrival).About(name).WithTerms(new TenantTerms { AddressRule = AddressRule.Parse(rule)! });
        Assert.Equal($"{local}@acme.example", request.Plan(TenantPicture.Unread).Only<Step.CreateAccount>().Account.UserPrincipalName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("contact")]
    [InlineData("{first}@x")]
    [InlineData("{First}")]
    [InlineData("{first}..{last}")]
    [InlineData(".{last}")]
    [InlineData("{first} {last}")]
    public void A_rule_that_makes_no_address_is_refused(string rule) => Assert.Null(AddressRule.Parse(rule));
}
