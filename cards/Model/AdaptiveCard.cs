using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SiOne.Bot.Cards.Model;

/// <summary>A card, or the card inside an <see cref="ActionShowCard"/>, which has nothing but a body.</summary>
public sealed record AdaptiveCard
{
    /// <summary>The content type of a card as an attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The schema's name.</summary>
    public string Type { get; } = "AdaptiveCard";

    /// <summary>Where the schema is published.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>1.5, the version that Teams draws everywhere.</summary>
    public string? Version { get; init; }

    /// <summary>The language of its texts, for screen readers.</summary>
    public string? Lang { get; init; }

    /// <summary>What a client says that cannot draw the card.</summary>
    public string? FallbackText { get; init; }

    /// <summary>For whom the card is asked anew when it is shown; null: for nobody.</summary>
    public Refresh? Refresh { get; init; }

    /// <summary>The elements.</summary>
    public required ImmutableArray<CardElement> Body { get; init; }
}

/// <summary>Asks the bot for a fresh card when somebody looks at it. A convenience: what is safe never relies on it.</summary>
/// <param name="Action">The action that asks; declared as its base, so that its type is written.</param>
/// <param name="UserIds">The channel's identifiers of at most 60 people.</param>
public sealed record Refresh(AdaptiveAction Action, ImmutableArray<string> UserIds)
{
    /// <summary>The schema's name.</summary>
    public string Type { get; } = "Refresh";
}
