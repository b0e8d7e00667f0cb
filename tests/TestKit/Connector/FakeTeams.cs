using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SiOne.Bot.TestKit.Connector;

/// <summary>
/// Microsoft's side of a Teams bot on 127.0.0.1, strict: signing keys and sign-in, the Bot Connector service, the people who write. What the real
/// service would refuse is refused here, so a bot that works with it breaks no documented rule.
/// </summary>
public sealed partial class FakeTeams : IAsyncDisposable
{
    /// <summary>Who signs.</summary>
    public const string Issuer = "https://api.botframework.com";

    /// <summary>For what tokens are asked.</summary>
    public const string Scope = "https://api.botframework.com/.default";

    /// <summary>The tenant of the technicians, in which the apps are registered.</summary>
    public const string TechnicianTenant = "5e7ec4a1-0000-4000-8000-000000000001";

    /// <summary>The technicians' team.</summary>
    public const string TeamId = "19:technicians-team@thread.tacv2";

    /// <summary>The channel of that team in which requests are posted.</summary>
    public const string ChannelId = "19:technicians-requests@thread.tacv2";

    private readonly TimeProvider _clock;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private WebApplication _app = null!;
    private long _lastId;

    private FakeTeams(TimeProvider clock)
    {
        _clock = clock;
        Key = new FakeKey("key-1", ["msteams", "skype"]);
        _keys[Key.Id] = Key;
        AddConversation(new FakeConversation(ChannelId, Technicians, TechnicianTenant, "channel", TeamId));
    }

    /// <summary>The customers' bot.</summary>
    public FakeApp Customers { get; } = new("c0570000-0000-4000-8000-000000000001", TechnicianTenant, "secret-of-the-customers-bot", "/api/messages");

    /// <summary>The technicians' bot.</summary>
    public FakeApp Technicians { get; } = new("7ec40000-0000-4000-8000-000000000002", TechnicianTenant, "secret-of-the-technicians-bot", "/api/technicians/messages");

    /// <summary>Where the bots listen; set once they do.</summary>
    public Uri? BotUrl { get; set; }

    /// <summary>Where this listens.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What activities say and tokens claim. The bots post below it.</summary>
    public string ServiceUrl => $"{Url}/emea/";

    /// <summary>Every request that arrived, sign-in and keys included, oldest first.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>Listens.</summary>
    /// <param name="clock">Dates tokens; the machine's unless given.</param>
    public static async Task<FakeTeams> StartAsync(TimeProvider? clock = null)
    {
        var teams = new FakeTeams(clock ?? TimeProvider.System);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        teams._app = builder.Build();
        teams._app.Use(teams.RecordAsync);
        teams._app.UseRouting();
        teams.MapSignIn();
        teams.MapService();
        await teams._app.StartAsync();
        teams.Url = teams._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return teams;
    }

    /// <summary>The settings under which a host in Development speaks to this.</summary>
    public Dictionary<string, string?> Settings() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["SiOne:Teams:Customers:AppId"] = Customers.AppId,
        ["SiOne:Teams:Customers:TenantId"] = Customers.TenantId,
        ["SiOne:Teams:Customers:ClientSecret"] = Customers.Secret,
        ["SiOne:Teams:Technicians:AppId"] = Technicians.AppId,
        ["SiOne:Teams:Technicians:TenantId"] = Technicians.TenantId,
        ["SiOne:Teams:Technicians:ClientSecret"] = Technicians.Secret,
        ["SiOne:Teams:TechnicianTenantId"] = TechnicianTenant,
        ["SiOne:Teams:TechnicianTeamId"] = TeamId,
        ["SiOne:Teams:TechnicianChannelId"] = ChannelId,
        ["SiOne:Teams:ServiceHosts"] = Url,
        ["SiOne:Teams:FileHosts"] = Url,
        ["SiOne:Teams:OpenIdMetadata"] = $"{Url}{MetadataPath}",
        ["SiOne:Teams:Issuer"] = Issuer,
        ["SiOne:Teams:LoginHost"] = Url,
        ["SiOne:Teams:Scope"] = Scope,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _http.Dispose();
        foreach (var key in _keys.Values) key.Dispose();
    }

    /// <summary>An id like Teams': milliseconds, never the same twice.</summary>
    private string NewId()
    {
        long last, next;
        do
        {
            last = Interlocked.Read(ref _lastId);
            next = Math.Max(last + 1, _clock.GetUtcNow().ToUnixTimeMilliseconds());
        }
        while (Interlocked.CompareExchange(ref _lastId, next, last) != last);
        return next.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        context.Request.Body.Position = 0;
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var path = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        _requests.Enqueue(new SeenRequest(context.Request.Method, path, headers, body));
        await next(context);
    }

    private static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    private static Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        WriteAsync(context, status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
