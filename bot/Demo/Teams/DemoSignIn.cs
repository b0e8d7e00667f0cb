using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>Where the product learns the signing key, and where its bots get their tokens: what Microsoft's login hosts do for a real one.</summary>
/// <param name="key">The key that is told.</param>
/// <param name="clock">The clock.</param>
internal sealed class DemoSignIn(DemoKey key, TimeProvider clock)
{
    /// <summary>Who signs.</summary>
    public const string Issuer = "https://api.botframework.com";

    /// <summary>For what tokens are asked.</summary>
    public const string Scope = "https://api.botframework.com/.default";

    /// <summary>Where the key is told.</summary>
    public const string MetadataPath = "/v1/.well-known/openidconfiguration";

    private const string KeysPath = "/v1/.well-known/keys";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (DemoBot Bot, DateTimeOffset Until)> _issued = new(StringComparer.Ordinal);

    /// <summary>Maps both.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet(MetadataPath, context => DemoJson.WriteAsync(context, StatusCodes.Status200OK, new JsonObject
        {
            ["issuer"] = Issuer,
            ["jwks_uri"] = $"{context.Request.Scheme}://{context.Request.Host}{KeysPath}",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }));
        app.MapGet(KeysPath, context => DemoJson.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["keys"] = new JsonArray(key.ToJson()) }));
        app.MapPost("/{tenant}/oauth2/v2.0/token", GiveTokenAsync);
    }

    /// <summary>The bot whose token a request shows; null when it shows none that holds.</summary>
    public DemoBot? BotOf(HttpRequest request)
    {
        const string scheme = "Bearer ";
        return request.Headers.Authorization is [{ } header] && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && _issued.TryGetValue(header[scheme.Length..], out var issued) && clock.GetUtcNow() < issued.Until
            ? issued.Bot
            : null;
    }

    private async Task GiveTokenAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var bot = new[] { DemoBot.Customers, DemoBot.Technicians }.FirstOrDefault(bot => bot.AppId == form["client_id"]);
        if (bot is null || form["client_secret"] != bot.Secret || form["grant_type"] != "client_credentials" || !form["scope"].ToString().Split(' ').Contains(Scope))
        {
            await DemoJson.WriteAsync(context, StatusCodes.Status401Unauthorized, new JsonObject { ["error"] = "invalid_client" });
            return;
        }

        var token = RandomNumberGenerator.GetHexString(64, lowercase: true);
        _issued[token] = (bot, clock.GetUtcNow() + Life);
        await DemoJson.WriteAsync(
            context, StatusCodes.Status200OK, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = (int)Life.TotalSeconds, ["access_token"] = token });
    }
}
