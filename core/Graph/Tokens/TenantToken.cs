using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;

namespace SiOne.Bot.Graph.Tokens;

/// <summary>An app-only token with what it says of itself. Graph checks its signature; here it is only asked whose it is.</summary>
/// <param name="Value">The token.</param>
/// <param name="Tenant">Claim <c>tid</c>; empty when the token says none, which fits no tenant.</param>
/// <param name="Roles">Claim <c>roles</c>: application permissions that were consented to.</param>
/// <param name="EndsAt">Claim <c>exp</c>, UTC.</param>
internal sealed record TenantToken(string Value, Guid Tenant, IReadOnlySet<string> Roles, DateTimeOffset EndsAt)
{
    /// <summary>Never the token.</summary>
    public override string ToString() => "***";

    /// <summary>Reads the claims; a token that cannot be read belongs to nobody.</summary>
    public static TenantToken Of(string value)
    {
        var nobody = new TenantToken(value, Guid.Empty, FrozenSet<string>.Empty, DateTimeOffset.MaxValue);
        if (value.Split('.') is not [_, var payload, _]) return nobody;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            var claims = json.RootElement;
            return new TenantToken(value, TenantOf(claims), RolesOf(claims), EndOf(claims));
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            return nobody;
        }
    }

    private static Guid TenantOf(JsonElement claims) =>
        claims.TryGetProperty("tid", out var tid) && tid.ValueKind == JsonValueKind.String && Guid.TryParse(tid.GetString(), out var id) ? id : Guid.Empty;

    private static FrozenSet<string> RolesOf(JsonElement claims) =>
        claims.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
            ? roles.EnumerateArray().Select(role => role.GetString() ?? "").ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            : [];

    private static DateTimeOffset EndOf(JsonElement claims) =>
        claims.TryGetProperty("exp", out var exp) && exp.TryGetInt64(out var seconds) && seconds is > 0 and < 253402300799L
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MaxValue;
}
