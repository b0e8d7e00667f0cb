using System.Net;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>The page on which somebody ends their weekly digest, and a mail provider's one click (RFC 8058).</summary>
public sealed class SubscriptionTests
{
    private const string Site = "demandes.msp.example";
    private static readonly string[] OneClick = ["List-Unsubscribe", "One-Click"];
    private static readonly string[] Back = ["List-Unsubscribe", "Receive"];

    [Fact]
    public async Task A_mail_providers_click_ends_it_and_the_page_brings_it_back()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var path = PathOf(host, "lea");

        // Looking changes nothing, however often a mail program looks.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var page = await AskAsync(host, HttpMethod.Get, path);
            Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
            Assert.Contains("Ne plus le recevoir", await TextAsync(page), StringComparison.Ordinal);
        }

        Assert.True(await host.WantsDigestAsync("lea"));
        foreach (var _ in Enumerable.Range(0, 2)) // A provider may repeat it.
        {
            using var click = await AskAsync(host, HttpMethod.Post, path, OneClick);
            Assert.Equal(HttpStatusCode.OK, click.StatusCode);
            Assert.Contains("vous ne recevez plus", await TextAsync(click), StringComparison.Ordinal);
        }

        Assert.False(await host.WantsDigestAsync("lea"));
        using var back = await AskAsync(host, HttpMethod.Post, path, Back, $"https://{Site}");
        Assert.Contains("Atelier Fabulet", await TextAsync(back), StringComparison.Ordinal);
        Assert.True(await host.WantsDigestAsync("lea"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://hostile.example")]
    [InlineData("null")]
    public async Task Only_a_person_at_our_page_has_it_again(string? origin)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var path = PathOf(host, "lea");
        (await AskAsync(host, HttpMethod.Post, path, OneClick)).Dispose();
        using var answer = await AskAsync(host, HttpMethod.Post, path, Back, origin);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(await host.WantsDigestAsync("lea"));
    }

    [Fact]
    public async Task A_form_of_another_page_or_without_the_field_changes_nothing()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var path = PathOf(host, "lea");
        using (var foreign = await AskAsync(host, HttpMethod.Post, path, OneClick, "https://hostile.example")) Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        foreach (var field in (string[][])[["List-Unsubscribe", ""], ["List-Unsubscribe", "one-click"], ["Other", "One-Click"]])
        {
            using var wrong = await AskAsync(host, HttpMethod.Post, path, field);
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using (var empty = await AskAsync(host, HttpMethod.Post, path)) Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.True(await host.WantsDigestAsync("lea"));
    }

    [Fact]
    public async Task A_link_that_was_never_written_opens_and_changes_nothing()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var path = PathOf(host, "lea");
        var token = path[SubscriptionLinks.Path.Length..];
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        var gone = PathOf(host, "somebody-who-left");
        string[] forged =
        [
            token[..dot], token[..^1], token[..^1] + (token[^1] == '0' ? '1' : '0'), token + "0", "." + token[(dot + 1)..], $"{token[..dot]}.{new string('0', 32)}",
            $"A{token[1..]}", "..", new string('a', 500), gone[SubscriptionLinks.Path.Length..],
        ];
        foreach (var wrong in forged)
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
            {
                using var answer = await AskAsync(host, method, $"{SubscriptionLinks.Path}{wrong}", method == HttpMethod.Post ? OneClick : null);
                Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
                Assert.DoesNotContain("Fabulet", await TextAsync(answer), StringComparison.Ordinal);
            }

        Assert.True(await host.WantsDigestAsync("lea"));
    }

    [Fact]
    public async Task The_files_no_is_said_without_a_button()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        using var page = await AskAsync(host, HttpMethod.Get, PathOf(host, "max"));
        var text = await TextAsync(page);
        Assert.Contains("Il est noté chez SI-ONE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", text, StringComparison.Ordinal);
    }

    private static async Task<TestHost> StartAsync(TempFolder folder)
    {
        Directory.CreateDirectory(folder.File("customers"));
        await File.WriteAllTextAsync(folder.File("customers", "atelier.json"), """
            { "name": "Atelier Fabulet & <Fils>", "level": "Premium", "services": ["Maintenance"], "domains": ["atelier.example"],
              "people": [{ "id": "lea", "name": "Léa Inventée", "addresses": ["lea@atelier.example"], "role": "administrator" },
                         { "id": "max", "name": "Max Inventé", "addresses": ["max@atelier.example"], "role": "administrator", "digest": false }] }
            """);
        return await TestHost.StartAsync(folder, ("SiOne__ConfirmationUrl", $"https://{Site}"));
    }

    private static string PathOf(TestHost host, string person) => host.SubscriptionOf("atelier", person).AbsolutePath;

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ').Replace('\u2019', '\'');

    private static async Task<HttpResponseMessage> AskAsync(TestHost host, HttpMethod method, string path, string[]? field = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = Site;
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (field is not null) request.Content = new FormUrlEncodedContent([KeyValuePair.Create(field[0], field[1])]);
        return await host.Client.SendAsync(request);
    }
}
