using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.SignIn;

/// <summary>What a good token says.</summary>
/// <param name="TenantId">For which tenant it was given.</param>
/// <param name="AppId">To which app.</param>
/// <param name="Roles">The application permissions that the app had in that tenant at that moment.</param>
internal sealed record GraphToken(string TenantId, string AppId, IReadOnlySet<string> Roles)
{
    /// <summary>For whom Graph's tokens are.</summary>
    public const string Audience = "https://graph.microsoft.com";

    /// <summary>Seconds for which a token holds.</summary>
    public const int Lifetime = 3_599;

    /// <summary>The claims of an app's token (version 1.0, as Graph's are).</summary>
    public static JsonObject Claims(string tenantId, string appId, string principalId, IEnumerable<string> roles, string audience, DateTimeOffset from, TimeSpan life) => new()
    {
        ["aud"] = audience,
        ["iss"] = $"https://sts.windows.net/{tenantId}/",
        ["iat"] = from.ToUnixTimeSeconds(),
        ["nbf"] = from.ToUnixTimeSeconds(),
        ["exp"] = (from + life).ToUnixTimeSeconds(),
        ["appid"] = appId,
        ["idtyp"] = "app",
        ["oid"] = principalId,
        ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]),
        ["tid"] = tenantId,
        ["uti"] = Guid.NewGuid().ToString("N"),
        ["ver"] = "1.0",
    };

    /// <summary>Reads the token of a request.</summary>
    /// <exception cref="GraphRefusalException">There is none, or it is not good.</exception>
    public static GraphToken Read(GraphRequest request, SigningKey key, DateTimeOffset now)
    {
        if (request.Header("Authorization") is not { Length: > 0 } header) throw GraphRefusalException.Unauthenticated("Access token is empty.");
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) throw GraphRefusalException.Unauthenticated("CompactToken parsing failed with error code: 80049217");
        var claims = key.Read(header[7..].Trim()) ?? throw GraphRefusalException.Unauthenticated("Access token validation failure. Invalid signature.");
        if ((string?)claims["aud"] != Audience) throw GraphRefusalException.Unauthenticated("Access token validation failure. Invalid audience.");
        if ((long)claims["nbf"]! > now.ToUnixTimeSeconds()) throw GraphRefusalException.Unauthenticated("Access token validation failure. The token is not valid yet.");
        if ((long)claims["exp"]! <= now.ToUnixTimeSeconds()) throw GraphRefusalException.Unauthenticated("Lifetime validation failed, the token is expired.");
        var roles = ((JsonArray)claims["roles"]!).Select(role => (string)role!).ToHashSet(StringComparer.Ordinal);
        return new GraphToken((string)claims["tid"]!, (string)claims["appid"]!, roles);
    }
}
