using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SiOne.Bot.TestKit.Connector;

/// <summary>Keys and sign-in: the OpenID metadata, the keys with their endorsements, the token endpoint.</summary>
public sealed partial class FakeTeams
{
    private const string MetadataPath = "/v1/.well-known/openidconfiguration";
    private const string KeysPath = "/v1/.well-known/keys";
    private const int TokenLife = 3_599;

    private readonly ConcurrentDictionary<string, FakeKey> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeApp> _issued = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, X509Certificate2> _certificates = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FakeFault> _signInFaults = new();

    /// <summary>The key that signs.</summary>
    public FakeKey Key { get; private set; }

    /// <summary>The metadata cannot be had.</summary>
    public bool MetadataIsDown { get; set; }

    /// <summary>The metadata is answered when this ends.</summary>
    public Task MetadataHold { get; set; } = Task.CompletedTask;

    /// <summary>Other metadata than the true one; null for that.</summary>
    public Func<JsonObject, JsonObject>? MetadataChange { get; set; }

    /// <summary>How often the keys were fetched.</summary>
    public int KeyFetches => _requests.Count(request => request.Path == KeysPath);

    /// <summary>How often a token was asked for.</summary>
    public int TokenRequests => _requests.Count(request => request.Path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal));

    /// <summary>Tells one more key. It signs only where it is named.</summary>
    public FakeKey AddKey(string id, IReadOnlyList<string>? endorsements, int bits = 2_048) => _keys[id] = new FakeKey(id, endorsements, bits);

    /// <summary>Signs with a new key from here on, and forgets the old one.</summary>
    public void RotateKey()
    {
        _keys.TryRemove(Key.Id, out _);
        Key = AddKey($"key-{NewId()}", ["msteams", "skype"]);
    }

    /// <summary>A bot may prove itself with this certificate, too.</summary>
    public void Register(FakeApp app, X509Certificate2 certificate) => _certificates[app.AppId] = certificate;

    /// <summary>The next token request goes wrong.</summary>
    public void FailSignIn(FakeFault fault) => _signInFaults.Enqueue(fault);

    /// <summary>The tokens that were given are worth nothing from here on.</summary>
    public void RevokeTokens() => _issued.Clear();

    /// <summary>The header of a good token.</summary>
    public JsonObject TokenHeader() => new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = Key.Id, ["x5t"] = Key.Id };

    /// <summary>The claims of a good token.</summary>
    public JsonObject TokenClaims(FakeApp app)
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject { ["serviceurl"] = ServiceUrl, ["nbf"] = now, ["exp"] = now + 3_600, ["iss"] = Issuer, ["aud"] = app.AppId };
    }

    /// <summary>A good token for a bot.</summary>
    public string Token(FakeApp app) => Key.Sign(TokenHeader(), TokenClaims(app));

    private void MapSignIn()
    {
        _app.MapGet(MetadataPath, async context =>
        {
            await MetadataHold;
            if (MetadataIsDown)
            {
                await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "down");
                return;
            }

            var metadata = new JsonObject
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = "https://invalid.botframework.com",
                ["jwks_uri"] = $"{Url}{KeysPath}",
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
            };
            await WriteAsync(context, StatusCodes.Status200OK, MetadataChange?.Invoke(metadata) ?? metadata);
        });
        _app.MapGet(KeysPath, context => WriteAsync(
            context, StatusCodes.Status200OK, new JsonObject { ["keys"] = new JsonArray([.. _keys.Values.Select(key => key.ToJson())]) }));
        _app.MapPost("/{tenant}/oauth2/v2.0/token", GiveTokenAsync);
    }

    private async Task GiveTokenAsync(HttpContext context)
    {
        if (_signInFaults.TryDequeue(out var fault))
        {
            if (fault.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
            await WriteAsync(context, fault.Status, new JsonObject { ["error"] = fault.Code ?? "temporarily_unavailable", ["error_description"] = fault.Message ?? "" });
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var app = new[] { Customers, Technicians }.FirstOrDefault(known => known.AppId == form["client_id"]);
        var refusal = app is null ? "unauthorized_client"
            : !context.Request.RouteValues["tenant"]!.Equals(app.TenantId) ? "invalid_request"
            : form["grant_type"] != "client_credentials" ? "unsupported_grant_type"
            : form["client_secret"] != app.Secret && !(_certificates.TryGetValue(app.AppId, out var certificate) && SignedAssertion.IsGood(form["client_assertion"], certificate, app.AppId, app.TenantId)) ? "invalid_client"
            : !form["scope"].ToString().Split(' ').Contains(Scope) ? "invalid_scope"
            : null;
        if (refusal is not null)
        {
            await WriteAsync(context, refusal == "invalid_client" ? 401 : 400, new JsonObject { ["error"] = refusal, ["error_description"] = refusal });
            return;
        }

        var token = Key.Sign(TokenHeader(), new JsonObject
        {
            ["iss"] = $"https://sts.windows.net/{app!.TenantId}/",
            ["aud"] = "https://api.botframework.com",
            ["appid"] = app.AppId,
            ["tid"] = app.TenantId,
            ["uti"] = NewId(),
            ["exp"] = _clock.GetUtcNow().ToUnixTimeSeconds() + TokenLife,
        });
        _issued[token] = app;
        await WriteAsync(context, StatusCodes.Status200OK, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = TokenLife,
            ["ext_expires_in"] = TokenLife,
            ["access_token"] = token,
        });
    }
}
