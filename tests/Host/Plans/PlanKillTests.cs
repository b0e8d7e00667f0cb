using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Plans;

/// <summary>
/// RELIABILITY E60 on the built program: SIGKILL at the commit points of a plan's steps, while Microsoft's side lives on in this process. The next program
/// has the data folder alone.
/// </summary>
public sealed class PlanKillTests
{
    private const string Departure = "Bonjour,\n\nMarc Oullier a quitté l'entreprise hier. Merci de fermer son compte Microsoft 365.";

    [Fact]
    public async Task E60_A_program_killed_after_a_call_after_its_answer_and_after_its_end_brings_every_effect_about_once()
    {
        await using var site = await PlanSite.FakesAsync();
        string reference;
        await using (var first = await site.RunAsync("P15:1"))
        {
            var ends = first.RestAsync();
            reference = await site.AskAsync(Departure);
            await site.ApproveAsync(reference);
            await ends.WithinAsync(what: "killed after a call");
        }

        Assert.Single(site.Graph.Log.Effects);
        // Each of the next goes on by itself until it dies: of the second step after its answer, then after its end.
        foreach (var (point, effects) in new[] { ("P16:1", 2), ("P17:1", 2) })
        {
            await using var next = site.Launch(point);
            await next.RestAsync().WithinAsync(what: $"killed at {point}");
            Assert.Equal(effects, site.Graph.Log.Effects.Count);
        }

        await using var last = await site.RunAsync();
        var rest = last.RestAsync();
        var waiting = await site.PlanAsync(reference, "approved", "tick");
        var step = waiting.GetProperty("steps").EnumerateArray().ToList().FindIndex(one => one.GetProperty("tone").GetString() != "good");
        await site.ActAsync(reference, "tick", new { technician = "Page", step });
        await site.PlanAsync(reference, "done");

        Assert.Equal(
            ["PATCH users/{user}", "POST users/{user}/revokeSignInSessions", "DELETE groups/{group}/members/{member}/$ref", "POST users/{user}/assignLicense"],
            site.Graph.Log.Effects.Select(effect => $"{effect.Method} {effect.Route}"));
        Assert.Equal(0, await last.StopAsync());
        await rest.WithinAsync();
    }

    [Fact]
    public async Task E60_A_program_killed_between_intent_and_call_looks_and_calls_nothing_blind()
    {
        await using var site = await PlanSite.FakesAsync();
        string reference;
        await using (var first = await site.RunAsync("P14:1"))
        {
            var ends = first.RestAsync();
            reference = await site.AskAsync(Departure);
            await site.ApproveAsync(reference);
            await ends.WithinAsync(what: "killed before a call");
        }

        Assert.Empty(site.Graph.Log.Effects);
        await using var next = await site.RunAsync();
        var rest = next.RestAsync();
        // Nobody knows whether the call had left: for a quarter of an hour its effect is looked for.
        var plan = await site.PlanAsync(reference, shown => shown.GetProperty("steps")[0].GetProperty("state").GetString()!.Contains("appel lancé", StringComparison.Ordinal));
        var looks = site.Graph.Log.Calls.Count;
        await Deadline.UntilAsync(() => site.Graph.Log.Calls.Count > looks, what: "looked at once more");
        Assert.Equal("approved", plan.GetProperty("state").GetString());
        Assert.Empty(site.Graph.Log.Effects);
        Assert.Equal(0, await next.StopAsync());
        await rest.WithinAsync();
    }
}
