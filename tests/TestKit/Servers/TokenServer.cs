using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.TestKit.Servers;

/// <summary>An app that may ask for tokens, and the one mailbox that they open.</summary>
/// <param name="TenantId">Its tenant.</param>
/// <param name="ClientId">Its id.</param>
/// <param name="Secret">Its secret; null when it proves itself by its certificate.</param>
/// <param name="Certificate">Its certificate; null when it proves itself by its secret.</param>
/// <param name="Mailbox">The mailbox.</param>
public sealed record MailApp(string TenantId, string ClientId, string? Secret, X509Certificate2? Certificate, string Mailbox);

/// <summary>
/// A sign-in service for mailboxes on 127.0.0.1, strict: it gives tokens for client credentials as Entra ID does, and tells a mail server what they
/// are worth (RFC 7662). What Entra ID would refuse is refused.
/// </summary>
public sealed class TokenServer : IAsyncDisposable
{
    /// <summary>For what tokens are asked.</summary>
    public const string Scope = "https://outlook.office365.com/.default";

    private readonly ConcurrentDictionary<string, MailApp> _apps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MailApp> _issued = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private int _asked;
    private int _refused;

    private TokenServer(WebApplication app)
    {
        _app = app;
        app.UseRouting();
        app.MapPost("/{tenant}/oauth2/v2.0/token", GiveAsync);
        app.MapPost("/introspect", IntrospectAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>The setting that leads here.</summary>
    public string Authority => $"{Url}/{{tenant}}";

    /// <summary>Where a mail server asks what a token is worth.</summary>
    public string IntrospectionUrl => $"{Url}/introspect";

    /// <summary>How often a token was asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>How often none was given.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Seconds for which a token is said to hold.</summary>
    public int Life { get; set; } = 3_599;

    /// <summary>It answers 503.</summary>
    public bool Down { get; set; }

    /// <summary>Every token given so far.</summary>
    public ConcurrentQueue<string> Given { get; } = new();

    /// <summary>Listens.</summary>
    public static async Task<TokenServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var server = new TokenServer(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Knows an app from here on.</summary>
    public MailApp Register(string mailbox, X509Certificate2? certificate = null)
    {
        var app = new MailApp(
            Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), certificate is null ? $"secret-{RandomNumberGenerator.GetHexString(16)}" : null, certificate, mailbox);
        return _apps[app.ClientId] = app;
    }

    /// <summary>The app is another one, or may do less, from here on.</summary>
    public void Change(MailApp app) => _apps[app.ClientId] = app;

    /// <summary>The tokens that were given are worth nothing from here on.</summary>
    public void Revoke() => _issued.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task GiveAsync(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        if (Down)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "temporarily_unavailable");
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var app = _apps.GetValueOrDefault(form["client_id"].ToString());
        var refusal = app is null ? "unauthorized_client"
            : !context.Request.RouteValues["tenant"]!.Equals(app.TenantId) ? "invalid_request"
            : form["grant_type"] != "client_credentials" ? "unsupported_grant_type"
            : !IsProven(app, form) ? "invalid_client"
            : !form["scope"].ToString().Split(' ').Contains(Scope) ? "invalid_scope"
            : null;
        if (refusal is not null)
        {
            await RefuseAsync(context, refusal == "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest, refusal);
            return;
        }

        var token = RandomNumberGenerator.GetHexString(64);
        Given.Enqueue(token);
        _issued[token] = app!;
        await WriteAsync(context, StatusCodes.Status200OK, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = Life,
            ["ext_expires_in"] = Life,
            ["access_token"] = token,
        });
    }

    private static bool IsProven(MailApp app, IFormCollection form) => app.Secret is { } secret
        ? form["client_secret"] == secret && !form.ContainsKey("client_assertion")
        : form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            && SignedAssertion.IsGood(form["client_assertion"], app.Certificate!, app.ClientId, app.TenantId);

    private async Task IntrospectAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var app = _issued.GetValueOrDefault(form["token"].ToString());
        await WriteAsync(context, StatusCodes.Status200OK, app is null
            ? new JsonObject { ["active"] = false }
            : new JsonObject { ["active"] = true, ["username"] = app.Mailbox, ["client_id"] = app.ClientId });
    }

    private Task RefuseAsync(HttpContext context, int status, string code)
    {
        Interlocked.Increment(ref _refused);
        return WriteAsync(context, status, new JsonObject { ["error"] = code, ["error_description"] = code });
    }

    private static Task WriteAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
