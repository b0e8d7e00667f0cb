using System.Collections.Immutable;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Host.Settings;

/// <summary>Settings of the technicians' sign-in that can be used.</summary>
public sealed record SignInSettings
{
    /// <summary>The only tenant whose people enter, as a GUID in lower case.</summary>
    public required string TenantId { get; init; }

    /// <summary>The page's app, as a GUID in lower case.</summary>
    public required string ClientId { get; init; }

    /// <summary>How the page proves who it is. Never printed.</summary>
    public required BotCredential Credential { get; init; }

    /// <summary>Who signs people in.</summary>
    public required Uri Authority { get; init; }

    /// <summary>The page's address outside; null: it answers this machine alone.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Who may enter, by object id in lower case.</summary>
    public required ImmutableDictionary<string, TechnicianRole> Technicians { get; init; }
}
