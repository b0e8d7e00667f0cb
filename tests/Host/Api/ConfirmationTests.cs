using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>A Premium customer's request made by mail is confirmed by one click on a page, where there is no Teams (Art. 9).</summary>
public sealed partial class ConfirmationTests
{
    private const string Site = "demandes.msp.example";

    [Fact]
    public async Task One_click_makes_a_draft_valid_and_the_promise_comes_by_mail()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var link = await WrittenAsync(host, folder);

        using var page = await AskAsync(host, HttpMethod.Get, link.AbsolutePath);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        var draft = await ReadAsync(host, link);
        Assert.Equal("Confirmer ma demande", draft.GetProperty("confirm").GetString());
        Assert.Equal("fr", draft.GetProperty("language").GetString());
        var again = await ReadAsync(host, link);
        Assert.Equal(draft.GetRawText(), again.GetRawText()); // Looking changes nothing, however often a mail program looks.
        Assert.Equal(1, host.Counts.Seen);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var click = await AskAsync(host, HttpMethod.Post, DataOf(link), $"https://{Site}");
            Assert.True(click.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK);
        }

        await Deadline.UntilAsync(async () => (await ReadAsync(host, link)).GetProperty("confirm").ValueKind is JsonValueKind.Null);
        var confirmed = await ReadAsync(host, link);
        Assert.Contains("au plus tard", confirmed.GetProperty("request").GetProperty("promise").GetProperty("line").GetString(), StringComparison.OrdinalIgnoreCase);
        var told = await SentAsync(folder, 2);
        Assert.Contains("engagement", told[^1].TextBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/confirmer/", told[^1].TextBody, StringComparison.Ordinal);
        Assert.Equal(2, host.Counts.Seen); // The mail and one confirmation.
    }

    [Fact]
    public async Task A_link_that_was_never_written_opens_nothing()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var link = await WrittenAsync(host, folder);
        var token = link.Segments[^1];
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        string[] forged =
        [
            token[..dot], token[..^1], token[..^1] + (token[^1] == '0' ? '1' : '0'), token.ToUpperInvariant(), token + "0", "." + token[(dot + 1)..],
            $"{new string('0', dot)}{token[dot..]}", $"{token[..dot]}.{new string('0', 32)}", "..", new string('a', 300), "%00", token + ".",
        ];
        foreach (var wrong in forged)
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
            {
                using var answer = await AskAsync(host, method, $"/api/confirmations/{wrong}", $"https://{Site}");
                Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest]);
            }

        Assert.Equal(1, host.Counts.Seen);
        Assert.NotEqual(JsonValueKind.Null, (await ReadAsync(host, link)).GetProperty("confirm").ValueKind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://hostile.example")]
    [InlineData("http://demandes.msp.example")]
    [InlineData("null")]
    public async Task Only_a_person_at_our_page_confirms(string? origin)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var link = await WrittenAsync(host, folder);
        using var answer = await AskAsync(host, HttpMethod.Post, DataOf(link), origin);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(1, host.Counts.Seen);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/board")]
    [InlineData("/api/queue")]
    [InlineData("/page.js")]
    [InlineData("/health/ready")]
    [InlineData("/confirmerai")]
    public async Task Nothing_else_is_shown_there(string path)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        using var answer = await AskAsync(host, HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_not_proven_and_who_left_get_no_page()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        await host.DropAsync(Mail.Replace("dmarc=pass", "dmarc=none", StringComparison.Ordinal));
        Assert.DoesNotContain("/confirmer/", (await SentAsync(folder, 1))[0].TextBody, StringComparison.Ordinal);
    }

    private const string Mail = """
        Authentication-Results: mx.msp.example; dmarc=pass header.from=client.example
        From: =?utf-8?Q?L=C3=A9a_Invent=C3=A9e?= <lea@client.example>
        To: support@msp.example
        Subject: Nouvelle boite
        Message-ID: <one@client.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Bonjour, merci de créer la boîte mail zoe.fabulet@client.example pour Zoé Fabulet.
        """;

    private static Task<TestHost> StartAsync(TempFolder folder) =>
        TestHost.StartAsync(folder, ("SiOne__ConfirmationUrl", $"https://{Site}"), ("SiOne__TrustedAuthservId", "mx.msp.example"));

    private static async Task<Uri> WrittenAsync(TestHost host, TempFolder folder)
    {
        await host.DropAsync(Mail);
        var answer = (await SentAsync(folder, 1))[0];
        Assert.Contains("/confirmer/", answer.HtmlBody, StringComparison.Ordinal);
        return new Uri(Link().Match(answer.TextBody!).Value);
    }

    private static async Task<MimeMessage[]> SentAsync(TempFolder folder, int count)
    {
        await Deadline.UntilAsync(() => Sent(folder).Length >= count);
        return [.. Sent(folder).Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file)).Where(mail => mail.To.ToString().Contains("lea@", StringComparison.Ordinal)).OrderBy(mail => mail.Date).ThenBy(mail => mail.TextBody?.Contains("/confirmer/", StringComparison.Ordinal) is not true)];
    }

    private static string[] Sent(TempFolder folder) => Directory.Exists(folder.File("out")) ? Directory.GetFiles(folder.File("out"), "*.eml") : [];

    private static string DataOf(Uri link) => $"/api/confirmations/{link.Segments[^1]}";

    private static async Task<JsonElement> ReadAsync(TestHost host, Uri link)
    {
        using var answer = await AskAsync(host, HttpMethod.Get, DataOf(link));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> AskAsync(TestHost host, HttpMethod method, string path, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = Site;
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await host.Client.SendAsync(request);
    }

    [GeneratedRegex("https://demandes[.]msp[.]example/confirmer/[A-Za-z0-9.]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
