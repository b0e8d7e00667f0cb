using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Execution;

public sealed class DeparturePlanTests
{
    private const string Blocked = "set-sign-in lea@acme.example; revoke-sessions lea@acme.example; ";

    [Fact]
    public void A_full_departure_blocks_saves_takes_out_and_releases_in_order()
    {
        var plan = PlanScene.Asked(LicenceOperations.Departure).Plan(PlanScene.Picture(PlanScene.Lea));
        Assert.Equal(Blocked + "SaveBeforeRelease lea@acme.example; set-membership lea@acme.example / Chantiers; set-licences lea@acme.example", plan.Steps());
        PlanScene.Same([Caution.BackupEnds, Caution.AskSharedOrClosed], plan.Cautions);
        Assert.Equal(("allowed", "blocked"), (plan.Planned<Step.SetSignIn>().Before, plan.Planned<Step.SetSignIn>().After));
        Assert.Equal(("O365_BUSINESS_PREMIUM", "none"), (plan.Planned<Step.SetLicences>().Before, plan.Planned<Step.SetLicences>().After));
        Assert.True(plan.CanRun);
        Assert.False(plan.IsDestructive);
    }

    [Theory]
    [InlineData("2026-12-18", "17:00", "2026-12-18 17:00")]
    [InlineData("2026-12-18", null, "2026-12-18 18:00")]
    [InlineData("2026-07-31", null, null)]
    [InlineData(null, null, null)]
    public void Art13_never_before_its_hour_else_the_end_of_its_day(string? day, string? hour, string? instant)
    {
        var request = PlanScene.Asked(LicenceOperations.Departure).On(day);
        request = request with { Request = request.Request with { Hour = hour is null ? null : TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture) } };
        Assert.Equal(instant is null ? null : Paris.At(instant), request.Plan(PlanScene.Picture(PlanScene.Lea)).NotBefore);
    }

    [Fact]
    public void Art11_absence_and_redirection_only_if_asked_and_then_the_mailbox_lives_on()
    {
        var request = PlanScene.Asked(LicenceOperations.Departure) with
        {
            Together =
            [
                new UnderstoodRequest { Operation = MailboxOperations.Absence, Confidence = 1, Fields = Fields("message", "Partie.\nÉcrivez à bo.") },
                new UnderstoodRequest { Operation = MailboxOperations.Redirect, Confidence = 1, Person = "Léa Bonnot", Fields = Fields("addresses", "lea@acme.example bo@acme.example") },
            ],
        };
        PlanScene.Same(["lea@acme.example", "bo@acme.example"], PlanReading.Of(request)!.Accounts);
        var plan = request.Plan(PlanScene.Picture(PlanScene.Lea, PlanScene.Account("bo@acme.example", 2)));
        Assert.Equal(
            Blocked + "set-absence-message lea@acme.example; set-redirection lea@acme.example; SaveBeforeRelease lea@acme.example; "
            + "ConvertToSharedMailbox lea@acme.example; set-membership lea@acme.example / Chantiers; set-licences lea@acme.example", plan.Steps());
        Assert.Equal("Partie.\nÉcrivez à bo.", plan.Only<Step.SetAbsenceMessage>().Message);
        Assert.Equal("bo@acme.example", plan.Only<Step.SetRedirection>().To!.UserPrincipalName);
        Assert.Empty(plan.Obstacles);
    }

    [Fact]
    public void What_the_message_asks_about_somebody_else_is_not_theirs()
    {
        var request = PlanScene.Asked(LicenceOperations.Departure) with
        {
            Together = [new UnderstoodRequest { Operation = MailboxOperations.Redirect, Confidence = 1, Person = "Bo Autre", Fields = Fields("addresses", "bo@acme.example") }],
        };
        Assert.DoesNotContain(request.Plan(PlanScene.Picture(PlanScene.Lea)).Steps, step => step.Does is Step.SetRedirection);
    }

    [Fact]
    public void Kept_as_shared_it_is_converted_before_its_licence_goes_and_nothing_is_asked()
    {
        var plan = PlanScene.Asked(LicenceOperations.Departure).Saying(Matter.KeepAsShared).Plan(PlanScene.Picture(PlanScene.Lea));
        Assert.True(plan.Steps().IndexOf("Convert", StringComparison.Ordinal) < plan.Steps().IndexOf("set-licences", StringComparison.Ordinal));
        PlanScene.Same([Caution.BackupEnds], plan.Cautions);
    }

    [Fact]
    public void Deleted_only_when_clearly_said()
    {
        var plan = PlanScene.Asked(LicenceOperations.Departure).Saying(Matter.DeleteForGood).Plan(PlanScene.Picture(PlanScene.Lea));
        Assert.Equal(Blocked + "SaveBeforeRelease lea@acme.example; delete-account lea@acme.example", plan.Steps());
        Assert.True(plan.IsDestructive);
        Assert.False(PlanScene.Asked(LicenceOperations.Departure).Saying(Matter.DeleteForGood, Matter.KeepAsShared).Plan(PlanScene.Picture(PlanScene.Lea)).IsDestructive);
    }

    [Fact]
    public void A_licence_by_a_group_goes_with_the_group()
    {
        var held = PlanScene.Lea with { Licences = [new HeldLicence(PlanScene.Premium, ByGroup: true)] };
        var plan = PlanScene.Asked(LicenceOperations.Departure).Plan(PlanScene.Picture(held));
        Assert.DoesNotContain(plan.Steps, step => step.Does is Step.SetLicences);
        Assert.Empty(plan.Obstacles);
        var kept = held with { Groups = [PlanScene.Group("Tous", 7, GroupKind.Dynamic)] };
        PlanScene.Same([Obstacle.LicenceByGroup], PlanScene.Asked(LicenceOperations.Departure).Plan(PlanScene.Picture(kept)).Obstacles);
    }

    [Fact]
    public void Without_a_backup_there_is_nothing_to_save()
    {
        var plan = PlanScene.Asked(LicenceOperations.Departure).With(s => s with { Services = s.Services.Remove(Service.Backup).Remove(Service.Backup365) })
            .Plan(PlanScene.Picture(PlanScene.Lea));
        Assert.DoesNotContain(plan.Steps, step => step.Does is Step.ByHand);
    }

    [Theory]
    [InlineData(null, "set-sign-in lea@acme.example; revoke-sessions lea@acme.example", "AskSharedOrClosed", false)]
    [InlineData(Matter.KeepAsShared, "set-sign-in lea@acme.example; revoke-sessions lea@acme.example; ConvertToSharedMailbox lea@acme.example; SaveBeforeRelease lea@acme.example; set-licences lea@acme.example", "BackupEnds", false)]
    [InlineData(Matter.DeleteForGood, "set-sign-in lea@acme.example; revoke-sessions lea@acme.example; SaveBeforeRelease lea@acme.example; delete-account lea@acme.example", "BackupEnds", true)]
    public void A_closed_mailbox_is_shared_or_deleted_or_asked_about(Matter? said, string steps, string caution, bool destructive)
    {
        var plan = PlanScene.Asked(MailboxOperations.Close).Saying(said is { } matter ? [matter] : []).Plan(PlanScene.Picture(PlanScene.Lea));
        Assert.Equal((steps, caution, destructive), (plan.Steps(), string.Join(' ', plan.Cautions), plan.IsDestructive));
        Assert.True(ApprovalRules.TakesTwo(plan));
    }

    [Fact]
    public void A_conversion_is_by_hand_and_then_the_licence_is_free() => Assert.Equal(
        "ConvertToSharedMailbox lea@acme.example; SaveBeforeRelease lea@acme.example; set-licences lea@acme.example",
        PlanScene.Asked(MailboxOperations.ConvertShared).Plan(PlanScene.Picture(PlanScene.Lea)).Steps());

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Fields(string name, string value) =>
        System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add(name, value);
}
