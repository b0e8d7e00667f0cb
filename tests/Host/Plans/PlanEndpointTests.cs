using System.Net;
using System.Text.Json;

namespace SiOne.Bot.Host.Tests.Plans;

/// <summary>What technicians do with plans over HTTP: each act, and everything that must not be taken for one.</summary>
public sealed class PlanEndpointTests
{
    [Fact]
    public async Task An_arrival_is_drawn_approved_once_done_read_once_and_undone()
    {
        await using var site = await PlanSite.StartAsync();
        var reference = await site.AskForArrivalAsync();
        var hash = await site.DrawAsync(reference);
        var foreign = await site.ActAsync(reference, "approve", new { technician = "Page", hash = new string('0', 64) });
        Assert.Equal((false, "Le plan a changé depuis son affichage : relisez-le."), Answer(foreign));
        Assert.Equal("drawn", foreign.GetProperty("plan").GetProperty("state").GetString());
        Assert.Empty(site.Graph.Log.Effects);

        Assert.True(Answer(await site.ActAsync(reference, "approve", new { technician = "Page", hash })).Taken);
        await site.PlanAsync(reference, "done", "reveal");
        var made = Assert.Single(site.Graph.Log.Effects, effect => effect.Method == "POST" && effect.Path.EndsWith("/users", StringComparison.Ordinal));
        Assert.NotNull(made);
        Assert.False(Answer(await site.ActAsync(reference, "approve", new { technician = "Page", hash })).Taken); // Once more, the same click.

        var read = await site.ActAsync(reference, "reveal");
        var secret = read.GetProperty("secret").GetString()!;
        Assert.True(site.Tenant.IsPassword("manon.guilbert@demo-premium.example", secret));
        var again = await site.ActAsync(reference, "reveal");
        Assert.Equal((false, JsonValueKind.Null), (Answer(again).Taken, Kind(again, "secret")));
        Assert.DoesNotContain(secret, (await site.Browser.JsonAsync("/api/board")).GetRawText(), StringComparison.Ordinal);

        Assert.True(Answer(await site.ActAsync(reference, "undo")).Taken);
        await site.PlanAsync(reference, plan => plan.GetProperty("says").GetString()! == "Changements annulés");
        Assert.False(Answer(await site.ActAsync(reference, "undo")).Taken);
    }

    [Fact]
    public async Task A_departure_waits_for_the_step_by_hand_and_for_that_one_alone()
    {
        await using var site = await PlanSite.StartAsync();
        var reference = await site.AskAsync("Bonjour,\n\nMarc Oullier a quitté l'entreprise hier. Merci de fermer son compte Microsoft 365.");
        await site.ApproveAsync(reference);
        var waiting = await site.PlanAsync(reference, "approved", "tick");
        var step = waiting.GetProperty("steps").EnumerateArray().ToList().FindIndex(one => one.GetProperty("tone").GetString() != "good");
        Assert.False(Answer(await site.ActAsync(reference, "tick", new { technician = "Page", step = step + 1 })).Taken);
        Assert.False(Answer(await site.ActAsync(reference, "tick", new { technician = "Page", step = -1 })).Taken);
        Assert.True(Answer(await site.ActAsync(reference, "tick", new { technician = "Page", step })).Taken);
        await site.PlanAsync(reference, "done");
        Assert.False(site.Tenant.Find("user", PlanSite.Leaver)!.Values["accountEnabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_plan_that_stood_still_is_resumed()
    {
        await using var site = await PlanSite.StartAsync();
        var reference = await site.AskForArrivalAsync();
        var hash = await site.DrawAsync(reference);
        // The look before the call: what was called and refused is looked for in vain first, for a quarter of an hour.
        site.Graph.Faults.On("GET", "users/**", site.Tenant).Refuse(HttpStatusCode.BadRequest, "Request_BadRequest", "");
        Assert.True(Answer(await site.ActAsync(reference, "approve", new { technician = "Page", hash })).Taken);
        await site.PlanAsync(reference, "halted", "resume");
        Assert.True(Answer(await site.ActAsync(reference, "resume")).Taken);
        await site.PlanAsync(reference, "done");
        Assert.False(Answer(await site.ActAsync(reference, "resume")).Taken);
    }

    [Fact]
    public async Task A_plan_that_was_refused_is_approved_by_no_click()
    {
        await using var site = await PlanSite.StartAsync();
        var reference = await site.AskForArrivalAsync();
        var hash = await site.DrawAsync(reference);
        Assert.True(Answer(await site.ActAsync(reference, "refuse")).Taken);
        Assert.False(Answer(await site.ActAsync(reference, "approve", new { technician = "Page", hash })).Taken);
        Assert.Empty(site.Graph.Log.Effects);
    }

    [Fact]
    public async Task A_technician_who_is_no_approver_neither_approves_nor_undoes()
    {
        await using var site = await PlanSite.StartAsync();
        var reference = await site.AskForArrivalAsync();
        site.Entra.Claims = claims => claims["oid"] = PlanSite.Helper;
        await site.Browser.SignInAsync();
        var hash = await site.DrawAsync(reference);
        Assert.False(Answer(await site.ActAsync(reference, "approve", new { technician = "Inès Inventée", hash })).Taken);
        Assert.False(Answer(await site.ActAsync(reference, "undo")).Taken);
        Assert.Empty(site.Graph.Log.Effects);
    }

    [Fact]
    public async Task A_typed_name_approves_undoes_and_reads_nothing()
    {
        await using var site = await PlanSite.StartAsync(asksForSignIn: false);
        var reference = await site.AskForArrivalAsync();
        var hash = await site.DrawAsync(reference);
        foreach (var act in (string[])["approve", "undo", "reveal"])
            Assert.Equal((false, "Seul un technicien de SI-ONE peut approuver."), Answer(await site.ActAsync(reference, act, new { technician = "Inès Inventée", hash })));
        Assert.Empty(site.Graph.Log.Effects);
        Assert.Equal("drawn", (await site.PlanAsync(reference, "drawn")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_is_no_act_on_a_plan_is_refused_in_a_word()
    {
        await using var site = await PlanSite.StartAsync();
        var reference = await site.AskForArrivalAsync();
        var hash = await site.DrawAsync(reference);
        (string Reference, string Act, object Body, HttpStatusCode Status)[] table =
        [
            ("SI-0000-0000", "draw", new { technician = "Page" }, HttpStatusCode.NotFound),
            ("SI-0000-0000", "approve", new { technician = "Page", hash }, HttpStatusCode.NotFound),
            ($"{reference}0", "draw", new { technician = "Page" }, HttpStatusCode.NotFound),
            ("1", "draw", new { technician = "Page" }, HttpStatusCode.NotFound),
            (reference, "run", new { technician = "Page" }, HttpStatusCode.BadRequest),
            (reference, "approve", new { technician = "Page" }, HttpStatusCode.BadRequest),
            (reference, "approve", new { technician = "Page", hash = hash[1..] }, HttpStatusCode.BadRequest),
            (reference, "tick", new { technician = "Page" }, HttpStatusCode.BadRequest),
            (reference, "approve", new { technician = "Page", hash = 7 }, HttpStatusCode.BadRequest),
            (reference, "draw", "draw", HttpStatusCode.BadRequest),
        ];
        foreach (var row in table)
        {
            using var answer = await site.PostAsync(row.Reference, row.Act, row.Body);
            Assert.Equal((row.Reference, row.Act, row.Status), (row.Reference, row.Act, answer.StatusCode));
            Assert.Contains("expected", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        site.Browser.Cookies.Clear();
        using var nobody = await site.PostAsync(reference, "approve", new { technician = "Page", hash });
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Empty(site.Graph.Log.Effects);
    }

    private static (bool Taken, string? Text) Answer(JsonElement answer) =>
        (answer.GetProperty("taken").GetBoolean(), Kind(answer, "text") is JsonValueKind.String ? answer.GetProperty("text").GetString()!.Replace('\u00A0', ' ').Replace('\u202F', ' ') : null);

    private static JsonValueKind Kind(JsonElement answer, string name) => answer.TryGetProperty(name, out var value) ? value.ValueKind : JsonValueKind.Null;
}
