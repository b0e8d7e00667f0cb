using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Tests.Execution;

public sealed class ArrivalPlanTests
{
    private static readonly TenantTerms Terms = new()
    {
        ArrivalLicence = "O365_BUSINESS_PREMIUM",
        ArrivalGroups = ["Chantiers"],
        LicencePrices = TenantTerms.Default.LicencePrices.Add("O365_BUSINESS_PREMIUM", new Cost(22m, 12)),
    };

    [Fact]
    public void A_full_arrival_has_account_licence_groups_lists_sites_and_manager_in_order()
    {
        var request = Arrival(("teams", "Devis | Chantiers"), ("lists", "compta@acme.example"), ("sites", "Archives"), ("manager", "Lea Bonnot"));
        var wanted = PlanReading.Of(request)!;
        PlanScene.Same(["ines.caron@acme.example", "lea@acme.example"], wanted.Accounts);
        PlanScene.Same(["Chantiers", "Devis", "compta@acme.example", "Archives"], wanted.Groups);
        var picture = PlanScene.Picture(PlanScene.Lea);
        var plan = request.Plan(picture with { Groups = [.. picture.Groups, PlanScene.Group("Devis", 6, GroupKind.Security)] });
        Assert.Empty(plan.Obstacles);
        Assert.Equal(
            "create-account ines.caron@acme.example; set-licences ines.caron@acme.example; set-membership ines.caron@acme.example / Chantiers; "
            + "set-membership ines.caron@acme.example / Devis; "
            + "ChangeDistributionList compta@acme.example + ines.caron@acme.example; GrantSiteRights Archives + ines.caron@acme.example; "
            + "set-manager ines.caron@acme.example",
            plan.Steps());
        var created = plan.Only<Step.CreateAccount>();
        Assert.Equal(("Ines", "Caron", "Ines Caron", "FR"), (created.GivenName, created.Surname, created.DisplayName, created.UsageLocation));
        Assert.Null(created.Account.Id);
        Assert.Matches("^sione-[0-9a-f]{32}$", created.Marker);
        Assert.Equal(new Cost(22m, 12), plan.Planned<Step.SetLicences>().Cost);
        Assert.Equal(264m, plan.Planned<Step.SetLicences>().Cost!.TotalEuros);
        Assert.Null(plan.NotBefore);
    }

    [Theory]
    [InlineData("Mme Bonnot", "lea@acme.example")]
    [InlineData("M. Inconnu", "M. Inconnu")]
    public void A_manager_called_by_title_and_last_name_is_whoever_alone_is_called_so(string written, string sought) =>
        Assert.Contains(sought, PlanReading.Of(Arrival(("manager", written)))!.Accounts);

    [Theory]
    [InlineData(10, 7, "")]
    [InlineData(10, 8, "")]
    [InlineData(10, 9, "LastSpareLicence")]
    public void Art14_one_licence_is_kept_in_advance(int bought, int used, string caution)
    {
        var plan = Arrival().Plan(With(bought, used));
        Assert.Empty(plan.Obstacles);
        Assert.Equal(caution, string.Join(' ', plan.Cautions));
    }

    [Fact]
    public void Without_a_licence_left_one_has_to_be_bought_and_growth_is_said()
    {
        var plan = Arrival().With(subscription => subscription with { Licences = new LicenceCount(10, 10, 10) }).Plan(With(10, 10));
        PlanScene.Same([Obstacle.NoLicenceLeft], plan.Obstacles);
        Assert.Equal(new Cost(22m, 12), plan.Planned<Step.ByHand>().Cost);
        Assert.Empty(plan.Cautions);
        var grown = Arrival().With(subscription => subscription with { Licences = new LicenceCount(11, 11, 10) }).Plan(With(11, 11));
        PlanScene.Same([Caution.LicenceGrowth], grown.Cautions);
    }

    [Fact]
    public void A_taken_address_and_an_unverified_domain_are_obstacles()
    {
        PlanScene.Same([Obstacle.AddressTaken], Arrival().Plan(PlanScene.Picture(PlanScene.Account("Ines.Caron@acme.example", 3))).Obstacles);
        PlanScene.Same([Obstacle.ForeignDomain], Arrival().Plan(PlanScene.Picture() with { VerifiedDomains = ["other.example"] }).Obstacles);
    }

    [Fact]
    public void The_address_asked_for_is_taken_unless_it_is_a_colleagues()
    {
        Assert.Equal("i.caron@acme.example", Arrival(("addresses", "lea@acme.example i.caron@acme.example")).Plan(TenantPicture.Unread).Only<Step.CreateAccount>().Account.UserPrincipalName);
        Assert.Equal("ines.caron@acme.example", Arrival(("addresses", "lea@acme.example ines@gmail.com")).Plan(TenantPicture.Unread).Only<Step.CreateAccount>().Account.UserPrincipalName);
    }

    [Fact]
    public void A_hostile_name_makes_one_harmless_line()
    {
        var created = PlanScene.Plain(LicenceOperations.Arrival).About("Ines\r\n\u202EX-Admin: true Caron").WithTerms(Terms).Plan(TenantPicture.Unread).Only<Step.CreateAccount>();
        Assert.Equal("Ines X-Admin: true Caron", created.DisplayName);
        Assert.Equal("ines.x-admintruecaron@acme.example", created.Account.UserPrincipalName);
    }

    [Fact]
    public void Of_an_ambiguous_name_of_a_licence_the_tenant_tells_which_or_nobody_guesses()
    {
        var e3 = new LicenceRef(PlanScene.Id(8), "SPE_E3");
        var office = new LicenceRef(PlanScene.Id(9), "ENTERPRISEPACK");
        var one = PlanScene.Picture() with { Licences = [new FoundLicence(e3, 5, 1)] };
        PlanScene.Same([e3], Arrival(("licences", "licence E3")).Plan(one).Only<Step.SetLicences>().Added);
        var both = one with { Licences = [new FoundLicence(e3, 5, 1), new FoundLicence(office, 5, 1)] };
        Assert.Contains(Obstacle.DetailMissing, Arrival(("licences", "licence E3")).Plan(both).Obstacles);
        PlanScene.Same([office], Arrival(("licences", "Office 365 E3")).Plan(both).Only<Step.SetLicences>().Added);
    }

    [Fact]
    public void A_mailbox_for_nobody_is_made_in_Exchange_by_hand()
    {
        var plan = PlanScene.Plain(MailboxOperations.Create, ("addresses", "compta2@")).Plan(TenantPicture.Unread);
        Assert.Equal("FollowProcedure compta2@acme.example", plan.Steps());
        Assert.Empty(plan.Obstacles);
        Assert.Null(PlanReading.Of(PlanScene.Plain(MailboxOperations.Create, ("addresses", "compta2@"))));
    }

    [Fact]
    public void Art16_short_notice_is_said()
    {
        Assert.Contains(Caution.ShortNotice, Arrival().On("2026-11-30").Plan(PlanScene.Picture()).Cautions);
        Assert.DoesNotContain(Caution.ShortNotice, Arrival().On("2026-12-02").Plan(PlanScene.Picture()).Cautions);
    }

    private static Case Arrival(params (string, string)[] fields) => PlanScene.Plain(LicenceOperations.Arrival, fields).About("Ines Caron").WithTerms(Terms);

    private static TenantPicture With(int bought, int used) =>
        PlanScene.Picture() with { Licences = [new FoundLicence(PlanScene.Standard, bought, used)] };
}
