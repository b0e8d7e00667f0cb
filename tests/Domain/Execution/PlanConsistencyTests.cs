using System.Reflection;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Tests.Execution;

public sealed class PlanConsistencyTests
{
    /// <summary>Nothing in Microsoft 365 that Graph serves: a person does it all.</summary>
    private static readonly Operation[] ByAPerson =
    [
        LicenceOperations.Install, LicenceOperations.Training,
        RestoreOperations.Mailbox, RestoreOperations.Site, RestoreOperations.Plan,
        PhoneOperations.Prepare, PhoneOperations.Fault, PhoneOperations.Repair, PhoneOperations.Settings, PhoneOperations.Help,
        IncidentOperations.Hardware, IncidentOperations.Software, IncidentOperations.Network, IncidentOperations.Security, IncidentOperations.Print,
        IncidentOperations.Help,
        OtherOperations.Quote, OtherOperations.Intervention, OtherOperations.DataRights, OtherOperations.Contract, OtherOperations.None,
    ];

    public static TheoryData<string> Planned => [.. PlanWriter.Planned.Select(operation => operation.Id)];

    [Fact]
    public void Every_operation_is_planned_or_a_persons_and_none_twice() =>
        Assert.Equal(AllOperations.List.Select(operation => operation.Id).Order(), PlanWriter.Planned.Concat(ByAPerson).Select(operation => operation.Id).Order());

    [Fact]
    public void A_persons_operation_has_no_plan_and_reads_nothing() => Assert.All(ByAPerson, operation =>
    {
        Assert.Null(PlanWriter.Of(PlanScene.Asked(operation), TenantPicture.Unread));
        Assert.Null(PlanReading.Of(PlanScene.Asked(operation)));
    });

    [Theory]
    [MemberData(nameof(Planned))]
    public void A_strangers_request_is_neither_read_nor_planned(string id)
    {
        var request = PlanScene.Asked(AllOperations.Get(id)).FromStranger();
        Assert.Null(PlanReading.Of(request));
        Assert.Null(PlanWriter.Of(request, TenantPicture.Unread));
    }

    [Theory]
    [MemberData(nameof(Planned))]
    public void Unread_a_plan_has_a_shape_without_ids_and_cannot_run(string id)
    {
        var plan = PlanScene.Asked(
            AllOperations.Get(id), ("teams", "Chantiers"), ("sites", "Chantiers"), ("lists", "compta"), ("licences", "Business Standard"), ("paths", "a.xlsx"),
            ("message", "Absente"), ("addresses", "bo@acme.example")).On("2026-11-20").Plan(TenantPicture.Unread);
        Assert.NotEmpty(plan.Steps);
        Assert.All(plan.Steps, step => Assert.Null(step.Before));
        Assert.DoesNotContain("\"id\":\"9", System.Text.Encoding.UTF8.GetString(PlanJson.Write(plan)), StringComparison.Ordinal);
        var touches = plan.Steps.Any(step => step.Does is not Step.ByHand);
        Assert.Equal(touches, plan.Obstacles.Contains(Obstacle.NotRead));
        if (touches) Assert.False(plan.CanRun);
    }

    [Fact]
    public void The_table_of_steps_has_every_kind_once_under_its_discriminator()
    {
        var written = typeof(Step).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!);
        Assert.Equal(written.Order(StringComparer.Ordinal), StepFacts.All.Select(fact => fact.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_destroys_is_never_called_reversible_and_only_what_is_by_hand_needs_no_permission() => Assert.All(StepFacts.All, fact =>
    {
        Assert.False(fact is { Reversible: true, Destructive: true }, fact.Id);
        Assert.Equal(fact.Id == "by-hand", fact.Permission is null);
        Assert.Equal(fact.Permission is null, fact.Reference is null);
        Assert.True(fact.Reference is null || fact.Reference.AbsoluteUri.StartsWith("https://learn.microsoft.com/graph/api/", StringComparison.Ordinal));
    });

    [Fact]
    public void Permissions_are_compared_in_both_directions()
    {
        Assert.Empty(StepFacts.Compare(StepFacts.Needed, StepFacts.Needed.ToHashSet()).Missing);
        Assert.Empty(StepFacts.Compare(StepFacts.Needed, StepFacts.Needed.ToHashSet()).Surplus);
        var (missing, surplus) = StepFacts.Compare(StepFacts.Needed, StepFacts.Needed.Remove("Files.ReadWrite.All").Append("Mail.ReadWrite").ToHashSet());
        PlanScene.Same(["Files.ReadWrite.All"], missing);
        PlanScene.Same(["Mail.ReadWrite"], surplus);
    }

    [Fact]
    public void The_same_request_and_picture_give_the_same_hash_and_any_change_another()
    {
        var request = PlanScene.Asked(LicenceOperations.Departure);
        var plan = request.Plan(PlanScene.Picture(PlanScene.Lea));
        Assert.Equal(PlanHash.Of(plan), PlanHash.Of(request.Plan(PlanScene.Picture(PlanScene.Lea))));
        Assert.NotEqual(PlanHash.Of(plan), PlanHash.Of(request.Plan(PlanScene.Picture(PlanScene.Lea with { SignInAllowed = false }))));
        Assert.NotEqual(PlanHash.Of(plan), PlanHash.Of(request.Plan(PlanScene.Picture(PlanScene.Lea with { Groups = [] }))));
        Assert.Equal(PlanHash.Of(plan), PlanHash.Of(PlanJson.Read(PlanJson.Write(plan))!));
    }
}
