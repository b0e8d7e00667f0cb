using System.Text.Json;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Connector.Outbound;

/// <summary>
/// Fetches attachments: a file from SharePoint, whose address is its own pass, so without the bot's token; an inline image from the service,
/// with the token. From nowhere else, without redirects, 10 MiB at most.
/// </summary>
internal static class Downloads
{
    /// <summary>The largest attachment that is fetched.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The code of what is larger.</summary>
    public const string TooLarge = "TooLarge";

    /// <summary>The code of what lies where nothing is fetched.</summary>
    public const string OffTheList = "Address";

    /// <summary>The bytes, or why not.</summary>
    public static async Task<ConnectorAnswer<Download>> GetAsync(
        TeamsSettings settings, ConnectorCalls calls, BotKey bot, Attachment attachment, CancellationToken cancellationToken)
    {
        var (address, withToken) = AddressOf(settings, attachment);
        if (address is null) return new ConnectorAnswer<Download>(new ConnectorOutcome.Refused(OffTheList), null);
        var made = await calls.MakeAsync(new ConnectorCall(withToken ? bot : null, HttpMethod.Get, address), MaxBytes, cancellationToken);
        return new ConnectorAnswer<Download>(made.Outcome, made is { Outcome: ConnectorOutcome.Done, Body: { } bytes } ? new Download(bytes, made.ContentType) : null);
    }

    private static (Uri? Address, bool WithToken) AddressOf(TeamsSettings settings, Attachment attachment) => attachment switch
    {
        { ContentType: Attachment.FileDownload, Content: { ValueKind: JsonValueKind.Object } file } =>
            (file.TryGetProperty("downloadUrl", out var url) && url.ValueKind == JsonValueKind.String ? settings.FileHosts.Resource(url.GetString()) : null, false),
        { ContentType: { } type } when type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) => (settings.ServiceHosts.Resource(attachment.ContentUrl), true),
        _ => (null, false),
    };
}
