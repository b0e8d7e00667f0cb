namespace SiOne.Bot.Host.Connector;

/// <summary>Tenant and object ids: GUIDs, compared in one spelling.</summary>
internal static class Tenants
{
    /// <summary>The id in lower case with hyphens, or null when it is not a GUID so written.</summary>
    public static string? Normal(string? id) => Guid.TryParseExact(id, "D", out var guid) && guid != Guid.Empty ? guid.ToString("D") : null;
}
