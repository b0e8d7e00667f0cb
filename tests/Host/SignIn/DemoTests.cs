using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Host.Api;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.SignIn;

/// <summary>The demo's page: closed until somebody types the code of the console.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_code_of_the_console_opens_the_page_once_and_a_new_one_is_told()
    {
        await using var site = await DemoSite.StartAsync();
        using (var right = await site.TypeAsync(site.Codes[0], "//evil.example"))
        {
            Assert.Equal(HttpStatusCode.OK, right.StatusCode);
            Assert.Equal("/", (await right.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("returnUrl").GetString());
        }

        Assert.Contains("samesite=strict", Assert.Single(site.Browser.SetCookies), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Technicien de démonstration", (await site.Browser.JsonAsync("/api/board")).GetProperty("signedIn").GetString());
        Assert.Equal(2, site.Codes.Count);

        using var second = new PageBrowser(site.Browser.Address);
        using (var again = await second.PostAsync("/signin/code", new { code = site.Codes[0] })) Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        using (var own = await second.PostAsync("/signin/code", new { code = site.Codes[1].Replace("-", "", StringComparison.Ordinal) })) Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        using var both = await site.Browser.GetAsync("/api/board");
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);
    }

    [Fact]
    public async Task Without_a_session_nothing_is_shown_and_nothing_is_taken_but_what_is_meant_to_be()
    {
        await using var site = await DemoSite.StartAsync();
        var open = new List<string>();
        foreach (var endpoint in ((IEndpointRouteBuilder)site.Host.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var path = endpoint.RoutePattern.RawText!.Replace("{reference}", "SI-0000-0000", StringComparison.Ordinal)
                .Replace("{uidValidity}/{uid}", "1/1", StringComparison.Ordinal);
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Single() ?? "GET";
            using var answer = method is "GET" ? await site.Browser.GetAsync(path)
                : method is "POST" ? await site.Browser.PostAsync(path, new { })
                : await site.Browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(site.Browser.Address, path)));
            if (path is "/") Assert.Equal((HttpStatusCode.Redirect, "/signin?returnUrl=%2F"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
            else if (answer.StatusCode is HttpStatusCode.Unauthorized && path is not ("/api/messages" or "/api/technicians/messages"))
                Assert.DoesNotContain("example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            else open.Add($"{method} {path}");
        }

        string[] meant =
        [
            "GET /health/live", "GET /health/ready", "GET /signin", "POST /signin/code", "POST /api/requests", "POST /api/messages", "POST /api/technicians/messages",
            "GET /confirmer/{token}", "GET /api/confirmations/{token}", "POST /api/confirmations/{token}", "GET /accord/{token}", "GET /api/approvals/{token}", "POST /api/approvals/{token}",
            "GET /recapitulatif/{token}", "POST /recapitulatif/{token}", .. PageFiles.Confirmation.Keys.Select(path => $"GET {path}"),
            .. PageFiles.All.Keys.Where(path => path is not "/").Concat(PageFiles.SignIn.Keys).Concat(PageFiles.Demo.Keys).Select(path => $"GET {path}"),
        ];
        Assert.Equal(meant.Order(StringComparer.Ordinal), open.Where(one => !one.Contains(" /demo/chat/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_that_a_customer_sent_is_given_to_signed_in_technicians_alone()
    {
        byte[] bytes = [.. Enumerable.Range(0, 300_000).Select(at => (byte)(at * 7))];
        await using var site = await DemoSite.StartAsync();
        var path = await SendFileAsync(site, bytes);
        using var browser = new PageBrowser(site.Browser.Address);
        using (var closed = await browser.GetAsync(path)) Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        browser.Cookies["session"] = "forged";
        using (var forged = await browser.GetAsync(path.ToUpperInvariant())) Assert.NotEqual(HttpStatusCode.OK, forged.StatusCode);

        using var open = await site.Browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Equal(bytes, await open.Content.ReadAsByteArrayAsync());
        Assert.True(open.Headers.CacheControl!.NoStore);
    }

    /// <summary>Where the file is that an employee of the demo attached; the site's browser is signed in afterwards.</summary>
    private static async Task<string> SendFileAsync(DemoSite site, byte[] bytes)
    {
        var person = (await site.Browser.JsonAsync("/demo/chat/people")).EnumerateArray().First(one => one.GetProperty("address").GetString() == "employe@demo-premium.example");
        var upload = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Browser.Address, "/demo/chat/file?name=journal.log")) { Content = new ByteArrayContent(bytes) };
        upload.Headers.Add("Origin", site.Browser.Address.GetLeftPart(UriPartial.Authority));
        using var taken = await site.Browser.SendAsync(upload);
        var file = (await taken.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var said = new { person = person.GetProperty("id").GetString(), chat = person.GetProperty("chats")[0].GetProperty("id").GetString(), text = "Mon ordinateur ne démarre plus.", file };
        using (var answer = await site.Browser.PostAsync("/demo/chat/say", said)) Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        using (var typed = await site.TypeAsync(site.Codes[0])) Assert.Equal(HttpStatusCode.OK, typed.StatusCode);
        string? path = null;
        await Deadline.UntilAsync(async () => (path = (await site.Browser.JsonAsync("/api/board")).GetProperty("messages").EnumerateArray()
            .SelectMany(message => message.GetProperty("attachments").EnumerateArray()).Select(one => one.GetProperty("path").GetString()).FirstOrDefault(one => one is not null)) is not null);
        return path!;
    }

    [Theory]
    [InlineData("/api/board")]
    [InlineData("/API/board")]
    [InlineData("/api/board/")]
    [InlineData("/api/queue")]
    [InlineData("/answers?key=x")]
    [InlineData("/demo/chatter")]
    [InlineData("/signin/other")]
    [InlineData("/nothing")]
    public async Task Data_and_what_is_not_there_ask_for_a_session_alike(string path)
    {
        await using var site = await DemoSite.StartAsync();
        using var answer = await site.Browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var page = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Browser.Address, path));
        page.Headers.Add("Sec-Fetch-Dest", "document");
        using var led = await site.Browser.SendAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        Assert.StartsWith("/signin?returnUrl=%2F", led.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sione")]
    [InlineData("CfDJ8F9NSTEYm6hHqCwF")]
    public async Task A_cookie_that_is_none_of_ours_opens_nothing(string cookie)
    {
        await using var site = await DemoSite.StartAsync();
        site.Browser.Cookies["sione"] = cookie;
        using var answer = await site.Browser.GetAsync("/api/board");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Changes_and_codes_are_taken_from_the_page_itself_alone()
    {
        await using var site = await DemoSite.StartAsync();
        using (var unasked = await site.Browser.PostAsync("/signin/code", new { code = site.Codes[0] }, withOrigin: false)) Assert.Equal(HttpStatusCode.Forbidden, unasked.StatusCode);
        using (var right = await site.TypeAsync(site.Codes[0])) Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        foreach (var path in (string[])["/api/calls", "/api/outbox/release", "/api/outbox/drop", "/api/demo/mails", "/api/requests/SI-0000-0000/acts", "/signin/out"])
        {
            using var without = await site.Browser.PostAsync(path, new { key = "x" }, withOrigin: false);
            Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Browser.Address, "/signin/out")) { Content = JsonContent.Create(new { }) };
        foreign.Headers.Add("Origin", "http://hostile.example");
        using var refused = await site.Browser.SendAsync(foreign);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_session_ends_unused_after_8_hours_and_in_any_case_after_12()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await DemoSite.StartAsync(clock);
        using var unused = new PageBrowser(site.Browser.Address);
        using (var right = await site.TypeAsync(site.Codes[0])) Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        using (var right = await unused.PostAsync("/signin/code", new { code = site.Codes[1] })) Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AfterAsync(TimeSpan.FromHours(5)));
        Assert.Equal(HttpStatusCode.OK, await AfterAsync(TimeSpan.FromHours(5)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(unused)); // Ten hours without a request.
        Assert.Equal(HttpStatusCode.OK, await AfterAsync(TimeSpan.FromMinutes(119)));
        Assert.Equal(HttpStatusCode.Unauthorized, await AfterAsync(TimeSpan.FromMinutes(2)));

        Task<HttpStatusCode> AfterAsync(TimeSpan time)
        {
            clock.Advance(time);
            return StatusAsync(site.Browser);
        }

        static async Task<HttpStatusCode> StatusAsync(PageBrowser browser)
        {
            using var answer = await browser.GetAsync("/api/queue");
            return answer.StatusCode;
        }
    }
}
