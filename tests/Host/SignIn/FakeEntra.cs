using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.SignIn;

/// <summary>
/// Entra ID's side of a sign-in on 127.0.0.1, strict: what the real one would refuse is refused here (unknown redirect address, no PKCE, a code twice, a
/// wrong verifier or secret). A test says who signs in, and may spoil the token.
/// </summary>
internal sealed class FakeEntra : IAsyncDisposable
{
    public const string Tenant = "5e7ec4a1-0000-4000-8000-000000000001";
    public const string ClientId = "9a9e0000-0000-4000-8000-000000000001";
    public const string Secret = "secret-of-the-page";
    public const string Lead = "1ead0000-0000-4000-8000-000000000001";

    private readonly ConcurrentDictionary<string, (string RedirectUri, string Challenge, string Nonce)> _codes = new(StringComparer.Ordinal);
    private readonly FakeKey _key = new("entra-1");
    private readonly FakeKey _foreign = new("entra-1");
    private readonly WebApplication _app;

    private FakeEntra(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    public string Issuer => new Uri(Url, $"{Tenant}/v2.0").AbsoluteUri;

    /// <summary>The addresses that the app registration knows.</summary>
    public HashSet<string> RedirectUris { get; } = new(StringComparer.Ordinal);

    /// <summary>Changes the claims of the next tokens.</summary>
    public Action<JsonObject> Claims { get; set; } = _ => { };

    /// <summary>The algorithm that the next tokens name and are signed with.</summary>
    public string Algorithm { get; set; } = "RS256";

    /// <summary>Signs with a key that nobody was told, under the known name.</summary>
    public bool Forges { get; set; }

    /// <summary>Leaves the signature out, whatever the header says.</summary>
    public bool LeavesUnsigned { get; set; }

    /// <summary>Why requests were refused, in order.</summary>
    public ConcurrentQueue<string> Refused { get; } = new();

    /// <summary>Sign-ins whose code was exchanged.</summary>
    public int Exchanged { get; private set; }

    public static async Task<FakeEntra> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        var app = builder.Build();
        var entra = new FakeEntra(app);
        app.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", entra.Metadata);
        app.MapGet("/keys", () => Results.Text(new JsonObject { ["keys"] = new JsonArray(entra._key.ToJson()) }.ToJsonString(), "application/json"));
        app.MapGet("/authorize", (Delegate)entra.Authorize);
        app.MapPost("/token", (Delegate)entra.GiveTokenAsync);
        await app.StartAsync();
        return entra;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _foreign.Dispose();
    }

    private IResult Metadata() => Results.Text(
        new JsonObject
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = new Uri(Url, "authorize").AbsoluteUri,
            ["token_endpoint"] = new Uri(Url, "token").AbsoluteUri,
            ["jwks_uri"] = new Uri(Url, "keys").AbsoluteUri,
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }.ToJsonString(), "application/json");

    private IResult Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        var redirect = asked["redirect_uri"].ToString();
        var wrong = !RedirectUris.Contains(redirect) ? "redirect_uri"
            : asked["client_id"] != ClientId ? "client_id"
            : asked["response_type"] != "code" || asked["response_mode"] is not [] and not ["query"] ? "response_type"
            : asked["code_challenge_method"] != "S256" || asked["code_challenge"].ToString().Length != 43 ? "code_challenge"
            : asked["scope"] != "openid profile" ? "scope"
            : asked["nonce"].Count == 0 || asked["state"].Count == 0 ? "nonce or state" : null;
        if (wrong is not null) return Refuse(wrong);
        var code = RandomNumberGenerator.GetHexString(32);
        _codes[code] = (redirect, asked["code_challenge"].ToString(), asked["nonce"].ToString());
        return Results.Redirect($"{redirect}?code={code}&state={Uri.EscapeDataString(asked["state"].ToString())}");
    }

    private async Task<IResult> GiveTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"].ToString(), out var issued)) return Refuse("code");
        var wrong = form["grant_type"] != "authorization_code" ? "grant_type"
            : form["redirect_uri"] != issued.RedirectUri ? "redirect_uri"
            : form["client_id"] != ClientId || form["client_secret"] != Secret ? "client_secret"
            : Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != issued.Challenge ? "code_verifier" : null;
        if (wrong is not null) return Refuse(wrong);
        Exchanged++;
        var answer = new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = "opaque", ["id_token"] = IdToken(issued.Nonce) };
        return Results.Text(answer.ToJsonString(), "application/json");
    }

    private string IdToken(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 3600,
            ["nonce"] = nonce,
            ["sub"] = "pairwise-subject",
            ["tid"] = Tenant,
            ["oid"] = Lead,
            ["name"] = "Inès Inventée",
            ["ver"] = "2.0",
        };
        Claims(claims);
        var token = (Forges ? _foreign : _key).Sign(new JsonObject { ["typ"] = "JWT", ["alg"] = Algorithm, ["kid"] = _key.Id }, claims);
        return LeavesUnsigned ? token[..(token.LastIndexOf('.') + 1)] : token;
    }

    private IResult Refuse(string what)
    {
        Refused.Enqueue(what);
        return Results.Text(new JsonObject { ["error"] = "invalid_request", ["error_description"] = $"{what} of lea@client.example" }.ToJsonString(), "application/json", statusCode: 400);
    }
}
