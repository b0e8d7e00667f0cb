namespace SiOne.Bot.Host.Connector;

/// <summary>Tenant and object ids: GUIDs, compared in one spelling.</summary>
internal static class Tenants
{
    /// <summary>The id in lower case with hyphens, or null when it is not a GUID so written.</summary>
    public static string? Normal(string? id) =>
        // The length keeps out the white space that parsing forgives.
        id is { Length: 36 } && Guid.TryParseExact(id, "D", out var guid) && guid != Guid.Empty ? guid.ToString("D") : null;
}
