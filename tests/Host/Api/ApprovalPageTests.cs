using System.Net;
using System.Text.Json;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Host.Tests.Teams;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>Art. 11, 14: an approver who reads mail opens the link of their mail, reads what is asked, and decides with a button.</summary>
public sealed class ApprovalPageTests(ApprovalSite site) : IClassFixture<ApprovalSite>
{
    [Fact]
    public async Task The_mails_link_opens_what_is_asked_and_one_click_is_the_yes()
    {
        var request = await site.AskedAsync();
        var mail = site.Bench.MailsTo(ApprovalSite.Admin).Single(text => text.Contains(request.State.Reference.Value, StringComparison.Ordinal));
        var token = mail[(mail.IndexOf("/accord/", StringComparison.Ordinal) + "/accord/".Length)..].Split('\r', '\n')[0];
        using var page = await site.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/accord/{token}"));
        Assert.Equal(("text/html", true), (page.Content.Headers.ContentType!.MediaType, page.Headers.CacheControl!.NoStore));

        var before = await site.Bench.StateAsync();
        var shown = await site.ReadAsync(token);
        Assert.Equal(shown.GetRawText(), (await site.ReadAsync(token)).GetRawText());
        Assert.Equal("Donner mon accord", shown.GetProperty("decide").GetProperty("approve").GetString());
        Assert.Contains("elle attend votre accord", shown.GetProperty("opening").GetString(), StringComparison.Ordinal);
        var steps = CardReading.Plain(string.Join('\n', shown.GetProperty("request").GetProperty("steps").EnumerateArray().Select(step => step.GetString())));
        Assert.Contains("Avec votre accord, la demande est traitée, et son délai de 48 h court de nouveau.", steps, StringComparison.Ordinal);
        Assert.Contains("Le délai est à l’arrêt depuis", steps, StringComparison.Ordinal);
        Assert.Equal(before, await site.Bench.StateAsync());

        foreach (var granted in (bool[])[true, true, false])
            using (var click = await site.PressAsync(token, granted))
                Assert.True(click.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK, click.StatusCode.ToString());
        await site.Bench.RequestAsync(request, state => state is { State: RequestState.Accepted, ApprovedBy: "person-2", ClockRuns: true });
        await site.Bench.SettledAsync();
        var after = await site.ReadAsync(token);
        Assert.Equal(JsonValueKind.Null, after.GetProperty("decide").ValueKind);
        Assert.StartsWith("Accord donné par ", after.GetProperty("decided").GetString(), StringComparison.Ordinal);
        Assert.Single((await site.Bench.NowAsync(request)).Journal, line => line.Event is RequestEvent.Approved);
        Assert.Single(site.Bench.MailsTo(ApprovalSite.Employee), text => text.Contains("Accord donné par", StringComparison.Ordinal) && text.Contains(request.State.Reference.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_no_takes_its_reason_to_who_asked_and_the_page_says_what_was_decided()
    {
        var request = await site.AskedAsync();
        var token = site.TokenOf(request);
        using (var click = await site.PressAsync(token, granted: false, "  Le poste n’est pas encore ouvert.  ")) Assert.Equal(HttpStatusCode.Accepted, click.StatusCode);
        await site.Bench.RequestAsync(request, state => state.State is RequestState.Declined);
        await site.Bench.SettledAsync();
        var after = await site.ReadAsync(token);
        Assert.StartsWith("Refusé par ", after.GetProperty("decided").GetString(), StringComparison.Ordinal);
        Assert.Contains("Le poste n’est pas encore ouvert.", after.GetProperty("said").GetProperty("lines").EnumerateArray().Select(line => line.GetString()));
        Assert.Contains(site.Bench.MailsTo(ApprovalSite.Employee), text => text.Contains("Le poste n’est pas encore ouvert.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_decides_nothing_any_more_says_why_and_nothing_of_the_request()
    {
        var request = await site.AskedAsync();
        foreach (var (token, status, why) in new[]
        {
            (site.TokenOf(request, lives: TimeSpan.FromSeconds(-1)), HttpStatusCode.Gone, "son délai est passé"),
            (site.TokenOf(request, version: -1), HttpStatusCode.Conflict, "a changé depuis ce mail"),
            (site.TokenOf(request, "person-3"), HttpStatusCode.Forbidden, "n’est plus à donner par vous"),
            (site.TokenOf(request, "person-9"), HttpStatusCode.Forbidden, "n’est plus à donner par vous"),
        })
        {
            using var answer = await site.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/approvals/{token}"));
            var said = await answer.Content.ReadAsStringAsync();
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(why, JsonDocument.Parse(said).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Tessier", said, StringComparison.Ordinal);
            Assert.DoesNotContain(request.State.Reference.Value, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Technicians_see_who_was_asked_and_when_and_then_who_decided()
    {
        var request = await site.AskedAsync();
        var asked = await FactAsync(request, "asked");
        Assert.Matches(@"^.+, par mail, \d\d/\d\d/\d{4} \d\d:\d\d ; .+, par mail, \d\d/\d\d/\d{4} \d\d:\d\d$", asked);
        using (await site.PressAsync(site.TokenOf(request), granted: true)) { }
        await site.Bench.RequestAsync(request, state => state.State is RequestState.Accepted);
        await site.Bench.SettledAsync();
        Assert.Null(await FactAsync(request, "asked"));
        var mail = site.Bench.MailsTo("technique@msp.example").Single(text => text.Contains("Accord du client reçu", StringComparison.Ordinal) && text.Contains(request.State.Reference.Value, StringComparison.Ordinal));
        Assert.Contains("Accord donné par : ", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_noted_on_the_phone_is_confirmed_on_the_page_that_the_callers_mail_names()
    {
        var key = await site.Bench.Parts.Door.KeepHandedAsync(
            Domain.Intake.Channel.Phone, "a-call-of-today", JsonSerializer.SerializeToUtf8Bytes(
                new Engine.Intake.ApplicationMessage { From = ApprovalSite.Admin, Text = "Merci de créer la boîte mail pour Manon Guilbert." }, Engine.Intake.ApplicationJson.Default.ApplicationMessage),
            site.Bench.Clock.GetUtcNow(), CancellationToken.None);
        var request = await site.Bench.RequestAsync(document => document.State.Intake == key);
        Assert.Equal(RequestState.Draft, request.State.State);
        await site.Bench.SettledAsync();
        var mail = site.Bench.MailsTo(ApprovalSite.Admin).Single(text => text.Contains("/confirmer/", StringComparison.Ordinal) && text.Contains(request.State.Reference.Value, StringComparison.Ordinal));
        var token = mail[(mail.IndexOf("/confirmer/", StringComparison.Ordinal) + "/confirmer/".Length)..].Split('\r', '\n')[0];
        using var click = await site.SendAsync(ApprovalSite.Press($"/api/confirmations/{token}", ""));
        Assert.Equal(HttpStatusCode.Accepted, click.StatusCode);
        await site.Bench.RequestAsync(request, state => state is { State: RequestState.Accepted, Proven: true });
    }

    private async Task<string?> FactAsync(RequestDocument request, string id)
    {
        await Deadline.UntilAsync(async () => await LifeAsync(request) is not null, what: "the page shows the request");
        return (await LifeAsync(request))!.Value.GetProperty("facts").EnumerateArray().Where(fact => fact.GetProperty("id").GetString() == id)
            .Select(fact => fact.GetProperty("text").GetString()).SingleOrDefault();
    }

    private async Task<JsonElement?> LifeAsync(RequestDocument request) => (await site.Bench.BoardAsync()).GetProperty("messages").EnumerateArray()
        .SelectMany(message => message.GetProperty("requests").EnumerateArray())
        .Where(one => one.GetProperty("reference").GetString() == request.State.Reference.Value && one.GetProperty("life").ValueKind is JsonValueKind.Object)
        .Select(one => (JsonElement?)one.GetProperty("life")).FirstOrDefault();
}
