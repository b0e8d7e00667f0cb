using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Graph.Executors;
using SiOne.Bot.Graph.Settings;

namespace SiOne.Bot.Graph.Tests.Settings;

/// <summary>Holds the table by which people register the three apps to what the product asks for. <c>SIONE_APPROVE=1</c> writes it.</summary>
public sealed class PermissionTableTests
{
    private const string Head = "| app | permission | for |\n|---|---|---|\n";

    [Fact]
    public void The_table_of_permissions_is_that_of_the_steps()
    {
        var path = Path.Combine(Root(), "core", "Graph", "Settings", "README.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var approved = page[..(page.IndexOf(Head, StringComparison.Ordinal) + Head.Length)] + Table();
        if (Environment.GetEnvironmentVariable("SIONE_APPROVE") == "1") File.WriteAllText(path, approved);
        Assert.Equal(approved, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Table() => string.Concat(
        from power in Enum.GetValues<PowerClass>()
        from permission in AppPermissions.NeededBy(power)
        select $"| `{power}` | `{permission}` | {For(power, permission)} |\n");

    private static string For(PowerClass power, string permission)
    {
        if (permission is AppPermissions.ToReadAnnouncements) return "weekly digest";
        if (power is PowerClass.Reading)
        {
            var looking = AllExecutors.List.Count(executor => executor.ReadPermissions.Contains(permission));
            return looking == 0 ? "planning" : $"planning, looking at {looking} kinds of steps";
        }

        var facts = StepFacts.All.Where(fact => fact.Permission == permission).Select(fact => $"[{fact.Id}]({fact.Reference})").ToArray();
        return facts.Length > 0 ? string.Join(", ", facts) : "beside User.EnableDisableAccount.All";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SiOne.Bot.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
