using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Graph.Executors;
using SiOne.Bot.Graph.Settings;

namespace SiOne.Bot.Graph.Tests.Executors;

/// <summary>The table of steps says of each kind what its executor does.</summary>
public sealed class StepFactsTests
{
    [Fact]
    public void Every_kind_that_is_not_by_hand_has_an_executor_with_its_permission_and_page() => Assert.Equal(
        StepFacts.All.Where(fact => fact.Permission is not null).Select(fact => (fact.Permission!, fact.Reference!.AbsoluteUri)).Order(),
        AllExecutors.List.Select(executor => (executor.Permission, executor.Page.AbsoluteUri)).Order());

    [Fact]
    public void Whatever_looking_needs_is_among_what_is_asked_for() => Assert.All(
        AllExecutors.List.SelectMany(executor => executor.ReadPermissions), permission => Assert.Contains(permission, StepFacts.ToRead));

    [Fact]
    public void The_three_apps_together_need_what_the_table_says_and_none_has_anothers_power()
    {
        var all = Enum.GetValues<PowerClass>().SelectMany(power => AppPermissions.NeededBy(power)).ToArray();
        Assert.Equal(StepFacts.Needed.Add(AppPermissions.ToReadAnnouncements).Order(StringComparer.Ordinal), all.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["User.Read.All"], all.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.DoesNotContain(AppPermissions.NeededBy(PowerClass.Reading), name => name.Contains("Write", StringComparison.Ordinal));
    }
}
