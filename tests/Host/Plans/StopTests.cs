using System.Net;
using System.Text.Json;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Plans;

/// <summary>The stop switch on the local page (RELIABILITY E69).</summary>
public sealed class StopTests
{
    [Fact]
    public async Task Stopped_by_a_click_nothing_is_approved_until_a_technician_ends_it()
    {
        await using var site = await PlanSite.StartAsync();
        var reference = await site.AskForArrivalAsync();
        var hash = await site.DrawAsync(reference);
        Assert.Equal(("off", "Arrêt d’urgence"), await StandsAsync(site));
        await SetAsync(site, "on", HttpStatusCode.NoContent);
        Assert.Equal(("on", "Lever l’arrêt"), await StandsAsync(site));
        Assert.False((await site.ActAsync(reference, "approve", new { technician = "Page", hash })).GetProperty("taken").GetBoolean());
        Assert.Empty(site.Graph.Log.Effects);

        await SetAsync(site, "off", HttpStatusCode.NoContent);
        Assert.True((await site.ActAsync(reference, "approve", new { technician = "Page", hash })).GetProperty("taken").GetBoolean());
        await site.PlanAsync(reference, "done");
        var journal = await File.ReadAllLinesAsync(Path.Combine(site.Folder, "data", "operators.log"));
        Assert.Equal(["stop-changes", "allow-changes"], journal.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("act").GetString()));
        Assert.All(journal, line => Assert.Equal("Inès Inventée", JsonDocument.Parse(line).RootElement.GetProperty("who").GetString()));
    }

    [Fact]
    public async Task Whoever_reaches_the_page_may_stop_and_only_who_signed_in_may_end_it()
    {
        await using var site = await PlanSite.StartAsync(asksForSignIn: false);
        await SetAsync(site, "on", HttpStatusCode.NoContent);
        await SetAsync(site, "off", HttpStatusCode.Forbidden);
        await SetAsync(site, "maybe", HttpStatusCode.NotFound);
        Assert.Equal(("on", null), await StandsAsync(site));
        Assert.True(File.Exists(Path.Combine(site.Folder, "data", "stopped")));
    }

    [Fact]
    public async Task Whoever_follows_the_board_learns_of_it_at_once()
    {
        await using var site = await PlanSite.StartAsync();
        var revision = (await site.Browser.JsonAsync("/api/board")).GetProperty("revision").GetInt64();
        var next = site.Browser.JsonAsync($"/api/board?after={revision}");
        using var other = new SignIn.PageBrowser(site.Browser.Address);
        await other.SignInAsync();
        using (var stopped = await other.PostAsync("/api/stop/on", new { })) Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        Assert.Equal("on", (await next.WithinAsync(TimeSpan.FromSeconds(15))).GetProperty("stop").GetProperty("state").GetString());
    }

    private static async Task SetAsync(PlanSite site, string set, HttpStatusCode expected)
    {
        using var answer = await site.Browser.PostAsync($"/api/stop/{set}", new { technician = "Page" });
        Assert.Equal(expected, answer.StatusCode);
    }

    private static async Task<(string State, string? Act)> StandsAsync(PlanSite site)
    {
        var stop = (await site.Browser.JsonAsync("/api/board")).GetProperty("stop");
        return (stop.GetProperty("state").GetString()!, stop.TryGetProperty("act", out var act) ? act.GetString() : null);
    }
}
