using System.Collections.Immutable;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>What the card of a customer's week is made from.</summary>
/// <param name="Words">The digest in words.</param>
public sealed record DigestCardView(WordedDigest Words)
{
    /// <summary>The buttons of each request that waits, found by its reference; what takes a form is shown first, by its own card.</summary>
    public ImmutableArray<RequestButtons> Buttons { get; init; } = [];

    /// <summary>What became of the last click; null: nothing to say.</summary>
    public CardBanner? Banner { get; init; }
}
