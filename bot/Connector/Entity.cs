namespace SiOne.Bot.Host.Connector;

/// <summary>A mention, or a fact of the client.</summary>
public sealed record Entity
{
    /// <summary>The type of a mention.</summary>
    public const string Mention = "mention";

    /// <summary><c>mention</c>, <c>clientInfo</c> and so on.</summary>
    public string? Type { get; init; }

    /// <summary>Who is mentioned.</summary>
    public ChannelAccount? Mentioned { get; init; }

    /// <summary>The piece of the activity's text that is the mention.</summary>
    public string? Text { get; init; }
}
