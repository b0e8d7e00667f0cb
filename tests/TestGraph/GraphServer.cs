using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SiOne.Bot.TestGraph.Faults;
using SiOne.Bot.TestGraph.Routes;
using SiOne.Bot.TestGraph.SignIn;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph;

/// <summary>
/// Microsoft Graph v1.0 and Entra's token endpoint on 127.0.0.1, or in process: tenants with their people, licences, groups, devices and files, refusing what
/// the real ones refuse. What goes wrong is ordered by <see cref="Faults"/>; what happened stands in <see cref="Log"/>.
/// </summary>
public sealed class GraphServer : IAsyncDisposable
{
    private const string Version = "/v1.0/";

    private readonly ConcurrentDictionary<string, GraphTenant> _tenants = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, GraphApp> _apps = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _clock;
    private readonly TokenEndpoint _tokens;
    private WebApplication? _web;

    private GraphServer(TimeProvider clock)
    {
        _clock = clock;
        _tokens = new TokenEndpoint(this);
        App = AddApp(new GraphApp(Guid.NewGuid().ToString(), "SiOne.Bot", $"secret-{Guid.NewGuid():N}"));
    }

    /// <summary>An app with a secret, made at the start.</summary>
    public GraphApp App { get; }

    /// <summary>What goes wrong.</summary>
    public GraphFaults Faults { get; } = new();

    /// <summary>What happened.</summary>
    public GraphLog Log { get; } = new();

    /// <summary>How long each call takes at least, by the server's clock.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Where this listens, without a slash at the end: the sign-in service's address, and Graph's before <c>/v1.0</c>.</summary>
    public string Url { get; private set; } = "http://graph.invalid";

    // One for the process: making a key takes longer than most tests.
    internal SigningKey Key { get; } = SigningKey.OfTheProcess;

    /// <summary>Listens on a free port.</summary>
    /// <param name="clock">Dates everything; the machine's unless given.</param>
    public static async Task<GraphServer> StartAsync(TimeProvider? clock = null)
    {
        var server = new GraphServer(clock ?? TimeProvider.System);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        server._web = builder.Build();
        server._web.Run(context => KestrelWire.ServeAsync(context, server));
        await server._web.StartAsync();
        server.Url = server._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    /// <summary>Answers in process only, by <see cref="CreateHandler"/>.</summary>
    /// <param name="clock">Dates everything; the machine's unless given.</param>
    public static GraphServer InProcess(TimeProvider? clock = null) => new(clock ?? TimeProvider.System);

    /// <summary>A handler that brings every request here without a network, whatever its host. Cuts are <see cref="HttpRequestException"/>.</summary>
    public HttpMessageHandler CreateHandler() => new InProcessHandler(this);

    /// <summary>Adds a tenant. It trusts no app before <see cref="GraphTenant.Grant(string[])"/>.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="domains">Its verified domains, the default one first.</param>
    /// <param name="displayName">Its name; the first domain unless given.</param>
    public GraphTenant AddTenant(Guid id, IReadOnlyList<string> domains, string? displayName = null)
    {
        var tenant = new GraphTenant(id, displayName ?? domains[0], domains, App, _clock);
        if (!_tenants.TryAdd(tenant.Id, tenant)) throw new ArgumentException($"The tenant {id} is there already.", nameof(id));
        return tenant;
    }

    /// <summary>Registers another app.</summary>
    public GraphApp AddApp(GraphApp app) => _apps[app.ClientId] = app;

    /// <summary>A token made outside the token endpoint, to try what Graph refuses.</summary>
    /// <param name="tenant">For which tenant.</param>
    /// <param name="audience">For whom; Graph unless given.</param>
    /// <param name="life">How long it holds from now on; may be over already. An hour unless given.</param>
    /// <param name="roles">What it permits; what the app was granted unless given.</param>
    public string IssueToken(GraphTenant tenant, string? audience = null, TimeSpan? life = null, params string[] roles) => Key.Sign(GraphToken.Claims(
        tenant.Id, App.ClientId, tenant.PrincipalOf(App) ?? "", roles.Length > 0 ? roles : tenant.PermissionsOf(App), audience ?? GraphToken.Audience,
        life < TimeSpan.Zero ? _clock.GetUtcNow() + life.Value * 2 : _clock.GetUtcNow(), life?.Duration() ?? TimeSpan.FromSeconds(GraphToken.Lifetime)));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_web is null) return;
        await _web.StopAsync();
        await _web.DisposeAsync();
    }

    internal GraphTenant? FindTenant(string id) => _tenants.GetValueOrDefault(id);

    internal GraphApp? FindApp(string clientId) => _apps.GetValueOrDefault(clientId);

    internal async Task<GraphAnswer> AnswerAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        if (Latency > TimeSpan.Zero) await Task.Delay(Latency, _clock, cancellationToken);
        var at = _clock.GetUtcNow();
        GraphToken? token = null;
        var isSignIn = TokenEndpoint.IsFor(request.Path);
        GraphAnswer answer;
        try
        {
            if (!isSignIn) token = GraphToken.Read(request, Key, at);
            answer = await AnswerAsync(request, isSignIn, token, at, cancellationToken);
        }
        catch (GraphRefusalException refusal)
        {
            answer = refusal.ToAnswer(at);
        }

        var tenantId = isSignIn ? request.Path.Split('/')[1] : token?.TenantId;
        Log.Add(new GraphCall(at, tenantId, token?.AppId, request.Method, request.Path, request.Query, answer.IsCut ? 0 : (int)answer.Status));
        return answer;
    }

    private async Task<GraphAnswer> AnswerAsync(GraphRequest request, bool isSignIn, GraphToken? token, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var path = request.Path.StartsWith(Version, StringComparison.OrdinalIgnoreCase) ? request.Path[Version.Length..] : request.Path;
        var fault = Faults.Take(request.Method, path, token?.TenantId ?? request.Path.Split('/')[1]);
        if (fault?.Instead is { } instead) return instead(at);
        var answer = isSignIn ? _tokens.Answer(request, at) : Graph(request, token!, fault, at);
        return fault?.After is { } after ? await after(answer).WaitAsync(cancellationToken) : answer;
    }

    private GraphAnswer Graph(GraphRequest request, GraphToken token, GraphFault? fault, DateTimeOffset at)
    {
        if (FindTenant(token.TenantId) is not { } tenant) throw GraphRefusalException.Unauthenticated("The tenant of the token was not found.");
        if (tenant.Throttled is { } wait)
        {
            var seconds = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return GraphAnswer.Error(HttpStatusCode.TooManyRequests, "TooManyRequests", "Too Many Requests", at, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Retry-After"] = seconds });
        }

        if (!request.Path.StartsWith(Version, StringComparison.OrdinalIgnoreCase)) throw GraphRefusalException.BadRequest($"Invalid version: {request.Path.Split('/')[1]}");
        if (tenant.PrincipalOf(token.AppId) is null)
            throw new GraphRefusalException(HttpStatusCode.Forbidden, "Authorization_IdentityNotFound", "The identity of the calling application could not be established.");
        var (route, keys) = RouteTable.Find(request.Method, request.Path[Version.Length..]);
        if (!token.Roles.Overlaps(route.AnyOf)) throw GraphRefusalException.Denied();
        return tenant.Do(route, keys, request, token, fault?.Late, Log);
    }
}
