using System.Text.Json;

namespace SiOne.Bot.Host.Connector;

/// <summary>A card, a file or an image.</summary>
public sealed record Attachment
{
    /// <summary>A card, in and out.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>A file that a person attached in a personal chat.</summary>
    public const string FileDownload = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>The media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the bytes of an inline image lie. Fetched by <c>ConnectorClient.DownloadAsync</c> alone.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>The card, or the facts of a file.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>The file's name as the sender chose it: never a path.</summary>
    public string? Name { get; init; }

    /// <summary>An attachment that shows a card.</summary>
    public static Attachment OfCard(JsonElement card) => new() { ContentType = AdaptiveCard, Content = card };
}
