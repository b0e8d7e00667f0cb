using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Settings;

/// <summary>One bot that can be used.</summary>
/// <param name="AppId">The app, as a GUID in lower case.</param>
/// <param name="TenantId">Its tenant, as a GUID in lower case.</param>
/// <param name="Credential">How it proves who it is; null only where anonymous access is allowed.</param>
public sealed record BotSettings(string AppId, string TenantId, BotCredential? Credential);

/// <summary>How a bot proves who it is. Never printed.</summary>
public abstract record BotCredential
{
    private BotCredential()
    {
    }

    /// <summary>By a secret.</summary>
    public sealed record Secret(string Value) : BotCredential
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Secret);
    }

    /// <summary>By a certificate with its private key.</summary>
    public sealed record Certificate(X509Certificate2 Value) : BotCredential
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Certificate);
    }

    /// <summary>By the machine that it runs on.</summary>
    public sealed record ManagedIdentity(string ClientId) : BotCredential;
}

/// <summary>Teams settings that can be used.</summary>
public sealed record TeamsSettings
{
    /// <summary>The customers' bot.</summary>
    public required BotSettings Customers { get; init; }

    /// <summary>The technicians' bot.</summary>
    public required BotSettings Technicians { get; init; }

    /// <summary>The technicians' tenant, as a GUID in lower case.</summary>
    public required string TechnicianTenantId { get; init; }

    /// <summary>The technicians' team.</summary>
    public required string TechnicianTeamId { get; init; }

    /// <summary>The channel in which requests are posted.</summary>
    public required string TechnicianChannelId { get; init; }

    /// <summary>The language of what is posted in that channel unasked.</summary>
    public Language TechnicianLanguage { get; init; }

    /// <summary>Who may act, by object id in lower case.</summary>
    public required ImmutableDictionary<string, TechnicianRole> TechnicianRoles { get; init; }

    /// <summary>Where the service is; the only hosts that ever get a token.</summary>
    public required TrustedHosts ServiceHosts { get; init; }

    /// <summary>Where attached files are.</summary>
    public required TrustedHosts FileHosts { get; init; }

    /// <summary>Where the signing keys are told.</summary>
    public required Uri OpenIdMetadata { get; init; }

    /// <summary>Who signs.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where tokens are had.</summary>
    public required Uri LoginHost { get; init; }

    /// <summary>For what.</summary>
    public required string Scope { get; init; }

    /// <summary>Activities without a token are taken from this machine.</summary>
    public required bool AllowAnonymous { get; init; }

    /// <summary>The folder of the app packages that were uploaded; null: they are not compared.</summary>
    public string? Packages { get; init; }

    /// <summary>The settings of one bot.</summary>
    public BotSettings Of(BotKey bot) => bot == BotKey.Customers ? Customers : Technicians;
}
