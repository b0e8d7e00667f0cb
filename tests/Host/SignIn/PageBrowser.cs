using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SiOne.Bot.Host.Tests.SignIn;

/// <summary>A browser as far as sign-ins need one: it keeps cookies by host, sends Origin with what changes something, and follows no redirect by itself.</summary>
internal sealed class PageBrowser : IDisposable
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, Dictionary<string, string>> _cookies = new(StringComparer.Ordinal);

    /// <summary>One for a page, shown under its own address or, as by a reverse proxy, under another.</summary>
    public PageBrowser(Uri address, string? outside = null)
    {
        Address = address;
        Outside = outside;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public string? Outside { get; }

    /// <summary>The cookies of the page, by name.</summary>
    public Dictionary<string, string> Cookies => CookiesOf(Address);

    /// <summary>Every Set-Cookie header that the page has sent.</summary>
    public List<string> SetCookies { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path)));

    public Task<HttpResponseMessage> PostAsync(string path, object body, bool withOrigin = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, path)) { Content = JsonContent.Create(body) };
        if (withOrigin) request.Headers.Add("Origin", Outside is null ? Address.GetLeftPart(UriPartial.Authority) : $"https://{Outside}");
        return SendAsync(request);
    }

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>From the page to the provider and back: where the page sends the browser in the end.</summary>
    public async Task<string> SignInAsync(string returnUrl = "/")
    {
        using var back = await GetAsync(await CallbackAsync(returnUrl));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return back.Headers.Location!.OriginalString;
    }

    /// <summary>The address with the code to which the provider sends the browser back, here.</summary>
    public async Task<string> CallbackAsync(string returnUrl = "/")
    {
        using var start = await GetAsync($"/signin/start?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Equal(HttpStatusCode.Redirect, start.StatusCode);
        using var provider = await SendAsync(new HttpRequestMessage(HttpMethod.Get, start.Headers.Location));
        Assert.Equal(HttpStatusCode.Redirect, provider.StatusCode);
        return provider.Headers.Location!.PathAndQuery;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var isPage = request.RequestUri!.Authority == Address.Authority;
        if (isPage && Outside is not null) request.Headers.Host = Outside;
        var cookies = CookiesOf(request.RequestUri);
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _http.SendAsync(request);
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return answer;
        foreach (var one in set)
        {
            if (isPage) SetCookies.Add(one);
            var (name, value) = one.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : ("", "");
            if (value.Length == 0) cookies.Remove(name);
            else cookies[name] = value;
        }

        return answer;
    }

    public void Dispose() => _http.Dispose();

    private Dictionary<string, string> CookiesOf(Uri address) =>
        _cookies.TryGetValue(address.Authority, out var kept) ? kept : _cookies[address.Authority] = new(StringComparer.Ordinal);
}
