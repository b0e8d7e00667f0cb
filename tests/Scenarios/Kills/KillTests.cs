using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Engine;
using SiOne.Bot.Scenarios.Hosting;
using Xunit.Abstractions;

namespace SiOne.Bot.Scenarios.Kills;

/// <summary>
/// Kills the host at every commit point, twice side by side. <c>SIONE_KILLS=100 dotnet test tests/Scenarios --filter KillTests</c> makes at least
/// so many, chance instants among them; add <c>--logger "console;verbosity=detailed"</c> to see the table.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_host_killed_anywhere_loses_no_mail_makes_no_request_twice_and_sends_no_second_answer()
    {
        var kills = Environment.GetEnvironmentVariable("SIONE_KILLS") is { Length: > 0 } wanted
            ? KillPlan.Of(int.Parse(wanted, CultureInfo.InvariantCulture))
            : KillPlan.EachPoint;

        var halves = kills.Index().GroupBy(item => item.Index % 2, item => item.Item);
        var made = (await Task.WhenAll(halves.Select(half => RunAsync([.. half])))).SelectMany(rounds => rounds).ToList();

        Print(made);
        Assert.Equal(kills.Count, made.Count);
        Assert.Superset(CommitPoints.Names.ToHashSet(StringComparer.Ordinal)!, made.Select(round => round.Kill.Point ?? "").ToHashSet(StringComparer.Ordinal));
    }

    private static async Task<ImmutableArray<(Kill Kill, int Repeats)>> RunAsync(IReadOnlyList<Kill> kills)
    {
        await using var site = await Site.CreateAsync();
        return await new KillSeries(site, kills).RunAsync();
    }

    private void Print(IEnumerable<(Kill Kill, int Repeats)> made)
    {
        output.WriteLine($"{"point",-8} {"kills",6} {"mails repeated",15}");
        foreach (var point in made.GroupBy(round => round.Kill.Point ?? "chance").OrderBy(point => point.Key.Length).ThenBy(point => point.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{point.Key,-8} {point.Count(),6} {point.Sum(round => round.Repeats),15}"));
    }
}
