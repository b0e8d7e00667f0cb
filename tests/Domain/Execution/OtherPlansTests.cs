using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Execution;

/// <summary>Licences, passwords, groups, mailboxes.</summary>
public sealed class OtherPlansTests
{
    [Fact]
    public void An_assigned_licence_is_added_to_what_is_held()
    {
        var picture = PlanScene.Picture(PlanScene.Lea) with { Licences = [new FoundLicence(PlanScene.Premium, 5, 2)] };
        var plan = PlanScene.Asked(LicenceOperations.Assign, ("licences", "Microsoft 365 Business Premium")).Plan(picture);
        Assert.Equal(("O365_BUSINESS_PREMIUM", "O365_BUSINESS_PREMIUM, SPB"), (plan.Planned<Step.SetLicences>().Before, plan.Planned<Step.SetLicences>().After));
        Assert.Empty(plan.Only<Step.SetLicences>().Removed);
    }

    [Theory]
    [InlineData("licence.assign")]
    [InlineData("licence.release")]
    public void An_exchange_is_one_call_whichever_half_is_planned(string id)
    {
        var (asked, other) = id == "licence.assign" ? (LicenceOperations.Assign, LicenceOperations.Release) : (LicenceOperations.Release, LicenceOperations.Assign);
        var (mine, its) = id == "licence.assign" ? ("Business Premium", "Business Standard") : ("Business Standard", "Business Premium");
        var request = PlanScene.Asked(asked, ("licences", mine)) with
        {
            Together = [new UnderstoodRequest { Operation = other, Confidence = 1, Fields = ImmutableSortedDictionary<string, string>.Empty.Add("licences", its) }],
        };
        var plan = request.Plan(PlanScene.Picture(PlanScene.Lea) with { Licences = [new FoundLicence(PlanScene.Premium, 5, 2)] });
        var step = Assert.IsType<Step.SetLicences>(Assert.Single(plan.Steps).Does);
        Assert.Equal((PlanScene.Premium, PlanScene.Standard), (Assert.Single(step.Added), Assert.Single(step.Removed)));
    }

    [Theory]
    [InlineData("Visio", false, "DetailMissing")]
    [InlineData("Business Standard", true, "LicenceByGroup")]
    [InlineData("Business Standard", false, "")]
    public void Only_a_licence_that_is_held_by_itself_is_released(string licence, bool byGroup, string obstacle)
    {
        var plan = PlanScene.Asked(LicenceOperations.Release, ("licences", licence))
            .Plan(PlanScene.Picture(PlanScene.Lea with { Licences = [new HeldLicence(PlanScene.Standard, byGroup)] }));
        Assert.Equal(obstacle, string.Join(' ', plan.Obstacles));
        Assert.Contains(Caution.BackupEnds, plan.Cautions);
    }

    [Fact]
    public void Of_two_licences_nobody_guesses_which_goes() => PlanScene.Same([Obstacle.DetailMissing], PlanScene.Asked(LicenceOperations.Release)
        .Plan(PlanScene.Picture(PlanScene.Lea with { Licences = [new(PlanScene.Standard, false), new(PlanScene.Premium, false)] })).Obstacles);

    [Theory]
    [InlineData(null, true, "reset-password lea@acme.example; revoke-sessions lea@acme.example")]
    [InlineData("unlock", true, "UnlockAccount lea@acme.example")]
    [InlineData("access-pass", true, "create-access-pass lea@acme.example")]
    [InlineData("nonsense", true, "reset-password lea@acme.example; revoke-sessions lea@acme.example")]
    [InlineData(null, false, "UnlockAccount lea@acme.example")]
    public void A_password_is_made_anew_and_a_blocked_account_is_a_persons(string? change, bool allowed, string steps) => Assert.Equal(
        steps,
        PlanScene.Asked(LicenceOperations.Password, change is null ? [] : [("change", change)]).Plan(PlanScene.Picture(PlanScene.Lea with { SignInAllowed = allowed })).Steps());

    [Theory]
    [InlineData(GroupKind.Microsoft365, "set-membership bo@acme.example / G", "")]
    [InlineData(GroupKind.Security, "set-membership bo@acme.example / G", "")]
    [InlineData(GroupKind.DistributionList, "ChangeDistributionList G + bo@acme.example", "")]
    [InlineData(GroupKind.Synced, "ChangeOnPremises G + bo@acme.example", "")]
    [InlineData(GroupKind.Dynamic, "FollowProcedure G + bo@acme.example", "")]
    [InlineData(GroupKind.RoleAssignable, "", "PrivilegedAccount")]
    public void A_group_is_changed_as_its_kind_allows(GroupKind kind, string steps, string obstacle)
    {
        var plan = PlanScene.Plain(LicenceOperations.Teams, ("teams", "G"), ("addresses", "bo@acme.example"))
            .Plan(PlanScene.Picture(PlanScene.Account("bo@acme.example", 2)) with { Groups = [PlanScene.Group("G", 9, kind)] });
        Assert.Equal((steps, obstacle), (plan.Steps(), string.Join(' ', plan.Obstacles)));
    }

    [Theory]
    [InlineData("lea@acme.example", null, "DetailMissing", true)]
    [InlineData("lea@acme.example", "remove", "", false)]
    [InlineData("lea@acme.example", "add", "", true)]
    [InlineData("bo@acme.example", null, "", true)]
    public void Of_a_member_it_must_be_said_whether_they_come_or_go(string address, string? change, string obstacle, bool member)
    {
        (string, string)[] fields = [("teams", "Chantiers"), ("addresses", address)];
        var plan = PlanScene.Plain(LicenceOperations.Teams, change is null ? fields : [.. fields, ("change", change)])
            .Plan(PlanScene.Picture(PlanScene.Lea, PlanScene.Account("bo@acme.example", 2)));
        Assert.Equal((obstacle, member), (string.Join(' ', plan.Obstacles), plan.Only<Step.SetMembership>().Member));
    }

    [Fact]
    public void Several_groups_of_one_name_are_nobodys_guess() => PlanScene.Same([Obstacle.GroupNotFound], PlanScene.Asked(LicenceOperations.Teams, ("teams", "G"))
        .Plan(PlanScene.Picture(PlanScene.Lea) with { Groups = [PlanScene.Group("G", 8, GroupKind.Security), PlanScene.Group("G", 9, GroupKind.Security)] }).Obstacles);

    [Fact]
    public void A_guest_from_another_company_is_invited_by_a_person()
    {
        var plan = PlanScene.Plain(LicenceOperations.Teams, ("teams", "Chantiers"), ("addresses", "x@other.example")) with { AskedByAnother = true };
        PlanScene.Same([Obstacle.ForeignDomain], plan.Plan(PlanScene.Picture()).Obstacles);
    }

    [Theory]
    [InlineData("remove", "ChangeDistributionList compta@acme.example \u2212 lea@acme.example")]
    [InlineData("add", "ChangeDistributionList compta@acme.example + lea@acme.example")]
    public void A_list_is_changed_by_hand_and_says_who(string change, string steps)
    {
        var plan = PlanScene.Asked(MailboxOperations.List, ("addresses", "compta@acme.example"), ("change", change)).Plan(PlanScene.Picture(PlanScene.Lea));
        Assert.Equal((steps, 0), (plan.Steps(), plan.Obstacles.Length));
        Assert.True(plan.CanRun);
    }

    [Fact]
    public void A_site_without_a_group_and_a_share_of_a_server_are_by_hand()
    {
        Assert.Equal("GrantSiteRights Archives + lea@acme.example", PlanScene.Asked(LicenceOperations.Sharepoint, ("sites", "Archives")).Plan(PlanScene.Picture(PlanScene.Lea)).Steps());
        var share = PlanScene.Asked(LicenceOperations.Sharepoint, ("paths", @"\\srv\compta"));
        Assert.Null(PlanReading.Of(share));
        Assert.Equal(@"FollowProcedure \\srv\compta", share.Plan(TenantPicture.Unread).Steps());
    }

    [Fact]
    public void An_absence_message_is_the_persons_words_from_their_day()
    {
        var plan = PlanScene.Asked(MailboxOperations.Absence, ("message", "Je suis absente.\r\n\u202EÉcrivez à accueil."), ("addresses", "accueil@acme.example"))
            .On("2026-12-01").Plan(PlanScene.Picture(PlanScene.Lea with { AnswersAbsence = true }));
        var step = plan.Only<Step.SetAbsenceMessage>();
        Assert.Equal(("Je suis absente.\nÉcrivez à accueil.", Paris.At("2026-12-01 00:00")), (step.Message, step.From));
        Assert.Equal(("answers", "answers"), (plan.Steps[0].Before, plan.Steps[0].After));
        PlanScene.Same([Obstacle.DetailMissing], PlanScene.Asked(MailboxOperations.Absence).Plan(PlanScene.Picture(PlanScene.Lea)).Obstacles);
        Assert.Null(PlanScene.Asked(MailboxOperations.Absence, ("change", "remove")).Plan(PlanScene.Picture(PlanScene.Lea)).Only<Step.SetAbsenceMessage>().Message);
    }

    [Fact]
    public void Mail_goes_on_to_a_colleague_from_its_day_and_never_out_of_the_company()
    {
        var picture = PlanScene.Picture(PlanScene.Lea, PlanScene.Account("bo@acme.example", 2));
        var plan = PlanScene.Asked(MailboxOperations.Redirect, ("addresses", "bo@acme.example")).On("2026-12-01").Plan(picture);
        Assert.Equal(("lea@acme.example", "bo@acme.example"), (plan.Only<Step.SetRedirection>().Account.UserPrincipalName, plan.Only<Step.SetRedirection>().To!.UserPrincipalName));
        Assert.Equal((Paris.At("2026-12-01 00:00"), true), (plan.NotBefore, plan.Cautions.Contains(Caution.DataOfAnother)));
        PlanScene.Same([Obstacle.ForeignDomain], PlanScene.Asked(MailboxOperations.Redirect, ("addresses", "lea.bonnot@gmail.com")).Plan(picture).Obstacles);
        var two = PlanScene.Plain(MailboxOperations.Redirect, ("addresses", "bo@acme.example lea@acme.example")).Plan(picture);
        Assert.Equal(("bo@acme.example", "lea@acme.example"), (two.Only<Step.SetRedirection>().Account.UserPrincipalName, two.Only<Step.SetRedirection>().To!.UserPrincipalName));
        Assert.Null(PlanScene.Asked(MailboxOperations.Redirect, ("change", "remove")).Plan(picture).Only<Step.SetRedirection>().To);
    }

    [Fact]
    public void Of_a_mailboxs_settings_Graph_sets_the_language_alone()
    {
        Assert.Equal("fr-FR", PlanScene.Asked(MailboxOperations.Settings, ("language", "fr")).Plan(PlanScene.Picture(PlanScene.Lea)).Only<Step.SetMailboxLanguage>().Locale);
        var plan = PlanScene.Asked(MailboxOperations.Settings).Saying(Matter.OthersData).Plan(TenantPicture.Unread);
        Assert.Equal(("FollowProcedure lea@acme.example", Caution.DataOfAnother), (plan.Steps(), Assert.Single(plan.Cautions)));
    }

    [Theory]
    [InlineData("mailbox.create")]
    [InlineData("mailbox.close")]
    [InlineData("mailbox.redirect")]
    [InlineData("mailbox.absence")]
    [InlineData("mailbox.settings")]
    public void Art11_a_classic_mailbox_is_by_hand_and_reads_nothing(string id)
    {
        var request = PlanScene.Asked(AllOperations.Get(id)).With(s => s with { Services = [Service.Messaging] });
        Assert.Null(PlanReading.Of(request));
        Assert.Equal("ChangeClassicMailbox lea@acme.example", request.Plan(TenantPicture.Unread).Steps());
        Assert.Empty(request.Plan(TenantPicture.Unread).Obstacles);
    }

    [Fact]
    public void A_purchase_is_a_persons_with_its_price()
    {
        var terms = new TenantTerms { LicencePrices = TenantTerms.Default.LicencePrices.Add("SPB", new Cost(20.6m, 12)) };
        var plan = PlanScene.Plain(LicenceOperations.Purchase, ("licences", "Business Premium | Truc")).WithTerms(terms).Plan(TenantPicture.Unread);
        Assert.Equal("BuyLicences SPB; BuyLicences Truc", plan.Steps());
        Assert.Equal((247.2m, null), (plan.Steps[0].Cost!.TotalEuros, plan.Steps[1].Cost));
    }
}
