using System.Text.Json.Serialization;

namespace SiOne.Bot.Manifest.Json;

/// <summary>The parts of Microsoft's Teams manifest schema that are in use, named as it names them.</summary>
internal sealed record TeamsManifest
{
    /// <summary>The newest version of the schema that is generally available.</summary>
    public const string SchemaVersion = "1.29";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = $"https://developer.microsoft.com/en-us/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.schema.json";

    public string ManifestVersion { get; } = SchemaVersion;

    public required string Version { get; init; }

    public required Guid Id { get; init; }

    public required LocalizationInfo LocalizationInfo { get; init; }

    public required Developer Developer { get; init; }

    public required Name Name { get; init; }

    public required Description Description { get; init; }

    public required Icons Icons { get; init; }

    public required string AccentColor { get; init; }

    public required BotEntry[] Bots { get; init; }

    public required ComposeExtension[] ComposeExtensions { get; init; }

    public required string[] Permissions { get; init; }

    public required string[] ValidDomains { get; init; }

    public required string DefaultInstallScope { get; init; }

    public GroupCapability? DefaultGroupCapability { get; init; }
}

internal sealed record LocalizationInfo(string DefaultLanguageTag, AdditionalLanguage[] AdditionalLanguages);

internal sealed record AdditionalLanguage(string LanguageTag, string File);

internal sealed record Developer(string Name, string WebsiteUrl, string PrivacyUrl, string TermsOfUseUrl);

internal sealed record Name(string Short, string Full);

internal sealed record Description(string Short, string Full);

internal sealed record Icons(string Color, string Outline);

internal sealed record BotEntry(Guid BotId, string[] Scopes, bool SupportsFiles, bool IsNotificationOnly, CommandList[] CommandLists);

internal sealed record CommandList(string[] Scopes, Command[] Commands);

internal sealed record Command(string Title, string Description);

internal sealed record ComposeExtension(Guid BotId, ComposeCommand[] Commands);

internal sealed record ComposeCommand(string Id, string Type, string[] Context, string Title, string Description)
{
    public bool? FetchTask { get; init; }

    public bool? InitialRun { get; init; }

    public ComposeParameter[]? Parameters { get; init; }
}

internal sealed record ComposeParameter(string Name, string Title, string Description, string InputType);

internal sealed record GroupCapability(string Team);
