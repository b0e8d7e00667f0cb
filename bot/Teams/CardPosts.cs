using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Hosting;
using Attachment = SiOne.Bot.Host.Connector.Attachment;

namespace SiOne.Bot.Host.Teams;

/// <summary>A card as it is to be shown, with what its buttons stand for.</summary>
/// <param name="Card">The card.</param>
/// <param name="Grants">Its buttons.</param>
/// <param name="Documents">The requests that it shows.</param>
internal sealed record PaintedCard(AdaptiveCard Card, ImmutableArray<Grant> Grants, ImmutableArray<RequestDocument> Documents)
{
    /// <summary>As an attachment's content or an invoke's answer.</summary>
    public JsonElement ToJson()
    {
        using var document = JsonDocument.Parse(CardJson.Write(Card));
        return document.RootElement.Clone();
    }
}

/// <summary>
/// Posts cards and remembers where. A button's meaning is stored before anybody can press it; a card that was posted is replaced in place. After
/// a crash between posting and remembering, or an answer that was lost, a card may stand more than once, with the same ids: <see cref="CardCopies"/>.
/// </summary>
/// <param name="parts">The engine.</param>
/// <param name="client">The way out.</param>
/// <param name="clock">The clock.</param>
internal sealed class CardPosts(EngineParts parts, ConnectorClient client, TimeProvider clock)
{
    /// <summary>Shows a card in a conversation, in place of what stood there under its id.</summary>
    public async Task<ConnectorOutcome> ShowAsync(ConversationReference to, ShownCard card, PaintedCard painted, CancellationToken cancellationToken)
    {
        await KeepAsync(card, painted, cancellationToken);
        var before = PostedCard.Of(card.Place);
        if (before is null && CardCopies.Hold(card, clock.GetUtcNow(), parts.Settings.Engine.RetryAfter) is { } held) return held;
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Attachments = [Attachment.OfCard(painted.ToJson())],
            Summary = painted.Card.FallbackText,
        };
        var outcome = before is null
            ? await client.SendAsync(to, activity, cancellationToken)
            : await client.UpdateAsync(to with { ConversationId = before.ConversationId }, before.ActivityId, activity, cancellationToken);
        if (outcome is ConnectorOutcome.Gone && before is not null)
        {
            // What stood there was deleted: it is shown anew, and whether anybody still reads here is seen by that.
            before = null;
            outcome = await client.SendAsync(to, activity, cancellationToken);
        }

        if (outcome is ConnectorOutcome.Unreachable { Kind: UnreachableKind.NoAnswer } && before is null)
            await RememberAsync(card with { Place = null, Lost = card.Lost + 1, LostAt = clock.GetUtcNow() }, null, CancellationToken.None);
        if (outcome is not ConnectorOutcome.Done done) return outcome;
        var posted = before ?? (done.Id is { } id ? new PostedCard(to.ConversationId, id) : null);
        await RememberAsync(
            card with
            {
                Place = posted?.ToText(),
                Versions = [.. card.Requests.Select(id => painted.Documents.FirstOrDefault(document => document.Id == id)?.Version ?? 0)],
            },
            posted, CancellationToken.None);
        // What moved between painting and remembering is seen by the next look.
        foreach (var request in card.Requests) parts.Changed.Add(request);
        return outcome;
    }

    /// <summary>A card and what its buttons stand for, stored before anybody sees them. The same button of the same revision is the same row.</summary>
    public async Task KeepAsync(ShownCard card, PaintedCard painted, CancellationToken cancellationToken)
    {
        var unknown = await parts.Cards.SealNewAsync(painted.Grants, cancellationToken);
        if (await parts.Cards.FindAsync(card.Id, cancellationToken) is null) unknown = unknown.Add(parts.Cards.Seal(card));
        if (!unknown.IsEmpty) await parts.Store.CommitAsync(new StoreUnit { Texts = unknown }, cancellationToken);
    }

    private async Task RememberAsync(ShownCard card, PostedCard? posted, CancellationToken cancellationToken)
    {
        ImmutableArray<TextRow> texts = [parts.Cards.Seal(card)];
        if (posted is not null) texts = texts.Add(parts.Cards.SealPlace(ActivityPlace.Of(posted.ConversationId, posted.ActivityId), card));
        await parts.Store.CommitAsync(new StoreUnit { Texts = texts }, cancellationToken);
    }
}

/// <summary>Where a card was posted.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ActivityId">The post in it.</param>
internal sealed record PostedCard(string ConversationId, string ActivityId)
{
    /// <summary>As it is kept.</summary>
    public string ToText() => JsonSerializer.Serialize(this, PostedCardJson.Default.PostedCard);

    /// <summary>Read back; null where nothing was posted.</summary>
    public static PostedCard? Of(string? text) => text is null ? null : JsonSerializer.Deserialize(text, PostedCardJson.Default.PostedCard);
}

/// <summary>Source-generated JSON of places.</summary>
[JsonSerializable(typeof(PostedCard))]
internal sealed partial class PostedCardJson : JsonSerializerContext;
