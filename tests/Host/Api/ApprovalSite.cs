using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Tests.Teams;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>A running host whose approvers read mail: requests that wait for their yes, their links, and what the page sends.</summary>
public sealed class ApprovalSite : IAsyncLifetime, IDisposable
{
    public const string Name = "demandes.msp.example";
    public const string Admin = "admin@demo-premium.example";
    public const string Employee = "employe@demo-premium.example";
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private int _asked;

    internal TeamsBench Bench { get; private set; } = null!;

    internal ConfirmationLinks Links => Bench.Parts.Links;

    public async Task InitializeAsync() => Bench = await TeamsBench.StartAsync(
        withChannel: false, more: _ => Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?> { ["SiOne:ConfirmationUrl"] = $"https://{Name}" }));

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    public void Dispose() => _http.Dispose();

    /// <summary>An employee asks in the application for what their administrator has to approve; everything that follows has left.</summary>
    internal async Task<RequestDocument> AskedAsync(string from = Employee, string text = "Bonjour, merci de créer la boîte mail pour Julien Tessier.")
    {
        var key = await Bench.Parts.Door.KeepHandedAsync(
            Channel.Application, $"asked-number-{++_asked}", JsonSerializer.SerializeToUtf8Bytes(new ApplicationMessage { From = from, Text = text }, ApplicationJson.Default.ApplicationMessage),
            Bench.Clock.GetUtcNow(), CancellationToken.None);
        var request = await Bench.RequestAsync(document => document.State.Intake == key);
        await Bench.SettledAsync();
        return request;
    }

    /// <summary>The token that a person's mail about what is asked now has.</summary>
    internal string TokenOf(RequestDocument request, string person = "person-2", int version = 0, TimeSpan? lives = null) => new Uri(Links.For(new ApprovalAsk(
        request.Id, ApprovalAsk.VersionOf(request) + version, person, Bench.Clock.GetUtcNow() + (lives ?? TimeSpan.FromDays(3))))!).Segments[^1];

    /// <summary>What the page shows.</summary>
    internal async Task<JsonElement> ReadAsync(string token)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/approvals/{token}"));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Presses a button of the page.</summary>
    internal Task<HttpResponseMessage> PressAsync(string token, bool granted, string? reason = null) =>
        SendAsync(Press($"/api/approvals/{token}", JsonSerializer.Serialize(new { granted, reason })));

    /// <summary>A button's request, as our page sends it.</summary>
    internal static HttpRequestMessage Press(string path, string body, string origin = $"https://{Name}")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", origin);
        return request;
    }

    /// <summary>Sends it under the site's own name, unless it bears another.</summary>
    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(Bench.Teams.BotUrl!, request.RequestUri!.OriginalString);
        request.Headers.Host ??= Name;
        return _http.SendAsync(request);
    }
}
