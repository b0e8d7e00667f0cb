using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SiOne.Bot.Scenarios.Hosting;

/// <summary>
/// What customers' people do with the links of their mails. A reverse proxy that ends TLS under the page's own name stands between them and the host:
/// its part is to hand the Host header on as it came.
/// </summary>
/// <param name="host">Where the host listens.</param>
internal sealed class CustomersPage(Uri host) : IDisposable
{
    /// <summary>The page's name.</summary>
    public const string Name = "demandes.msp.example";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host };

    /// <summary>Opens a link, as its reader's browser or a mail program that looks ahead does; the page's text.</summary>
    public async Task<string> OpenAsync(Uri link)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, link.AbsolutePath));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ').Replace('’', '\'');
    }

    /// <summary>What the page's script reads and shows.</summary>
    public async Task<JsonElement> ReadAsync(Uri link)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, DataOf(link)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Presses a button of the page.</summary>
    /// <param name="link">The page.</param>
    /// <param name="said">What its script sends; null for nothing.</param>
    public async Task<HttpStatusCode> PressAsync(Uri link, object? said = null)
    {
        var press = new HttpRequestMessage(HttpMethod.Post, DataOf(link)) { Content = said is null ? null : JsonContent.Create(said) };
        press.Headers.Add("Origin", $"https://{Name}");
        using var answer = await SendAsync(press);
        return answer.StatusCode;
    }

    /// <summary>A mail provider's click for its user (RFC 8058, 3.1): no page, no cookie, no Origin.</summary>
    /// <param name="address">From List-Unsubscribe.</param>
    /// <param name="post">From List-Unsubscribe-Post.</param>
    public async Task<HttpStatusCode> OneClickAsync(Uri address, string post)
    {
        var field = post.Split('=');
        using var answer = await SendAsync(
            new HttpRequestMessage(HttpMethod.Post, address.AbsolutePath) { Content = new FormUrlEncodedContent([KeyValuePair.Create(field[0], field[1])]) });
        return answer.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private static string DataOf(Uri link) => (link.Segments[1] switch
    {
        "accord/" => "/api/approvals/",
        "confirmer/" => "/api/confirmations/",
        var other => throw new ArgumentException($"{other} is no page with buttons.", nameof(link)),
    }) + link.Segments[2];

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Host = Name;
        return _http.SendAsync(request);
    }
}
