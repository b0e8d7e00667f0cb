using System.Collections.Immutable;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// Copies of a card: each post whose answer was lost may stand where nobody knows. There are few of them, since the next post waits; and whoever
/// presses a button of one tells by that where it stands.
/// </summary>
/// <param name="parts">The engine.</param>
internal sealed class CardCopies(EngineParts parts)
{
    /// <summary>
    /// How long the next post waits after the first lost answer, and after the second, in pauses of the settings (a minute and ten, where they say nothing).
    /// From the third on there is one a day at most.
    /// </summary>
    private static readonly ImmutableArray<int> Pauses = [2, 20];

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Why a card is not posted once more now; null where it may be. Refused: whatever it says has to go another way.</summary>
    /// <param name="card">The card.</param>
    /// <param name="now">Now.</param>
    /// <param name="retryAfter">The settings' pause, <see cref="EngineOptions.RetryAfter"/>.</param>
    public static ConnectorOutcome? Hold(ShownCard card, DateTimeOffset now, TimeSpan retryAfter)
    {
        if (card is not { Lost: > 0 and var lost, LostAt: { } at }) return null;
        if (lost > Pauses.Length) return now - at < Longest ? new ConnectorOutcome.Refused("AnswersLost") : null;
        var left = at + (retryAfter * Pauses[lost - 1]) - now;
        return left > TimeSpan.Zero ? new ConnectorOutcome.TryLater("AnswerLost", left) : null;
    }

    /// <summary>A button of the card was pressed at a post, or the card was asked afresh there.</summary>
    /// <param name="activity">The authenticated activity; the post is the one that it answers.</param>
    /// <param name="card">The card; who pressed may press it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The card, its place known from here on; and whether the post is another copy than the one that is kept true.</returns>
    public async Task<(ShownCard Card, bool IsCopy)> SeenAsync(Activity activity, ShownCard card, CancellationToken cancellationToken)
    {
        if (activity is not { ReplyToId: { Length: > 0 } id, Conversation.Id: { } at } || PostedCard.Of(card.Place)?.ActivityId == id) return (card, false);
        if (await parts.Chats.FindAsync(card.Chat, cancellationToken) is not { } kept || TeamsChat.Of(kept) is not { Reference: var chat }) return (card, false);
        var place = ActivityPlace.Of(at, id);
        if (!place.StartsWith(ActivityPlace.Of(chat.RootId, ""), StringComparison.Ordinal)) return (card, false);
        // A payload may be sent from any post: where another card stands, it stays.
        var there = await parts.Cards.FindAtAsync(place, cancellationToken);
        if (there is not null && there.Id != card.Id) return (card, false);
        if (there is not null && card.Place is not null) return (card, true);
        var seen = card.Place is null ? card with { Place = new PostedCard(chat.RootId, id).ToText() } : card;
        await parts.Store.CommitAsync(new StoreUnit { Texts = [parts.Cards.Seal(seen), parts.Cards.SealPlace(place, seen)] }, cancellationToken);
        return (seen, card.Place is not null);
    }
}
