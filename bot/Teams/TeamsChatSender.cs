using System.Collections.Immutable;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>Stop 8 for Teams: an effect becomes a card in its reader's chat. Performed again, it replaces what it posted.</summary>
/// <param name="parts">The engine.</param>
/// <param name="people">Whose chat it is.</param>
/// <param name="painter">Makes customers' cards.</param>
/// <param name="posts">Posts them.</param>
/// <param name="channel">The language of the technicians' channel.</param>
internal sealed class TeamsChatSender(EngineParts parts, TeamsPeople people, CustomerPainter painter, CardPosts posts, Language channel) : IChatSender
{
    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutboxRow row, Outgoing outgoing, CancellationToken cancellationToken)
    {
        var key = new ChatKey(outgoing.Chat!);
        if (outgoing.Alert is { } alert) return await ToChannelAsync(row, outgoing, language => TechnicianCards.Alert(new AlertCardView(alert.Say(language)) { Emergency = alert.Reason == Domain.Contract.Clauses.Emergencies.Code }), cancellationToken);
        if (outgoing.OwnDigest is { } own) return await ToChannelAsync(row, outgoing, language => TechnicianCards.OwnDigest(own.Say(language)), cancellationToken);
        if (await people.OfChatAsync(key, cancellationToken) is not { } known) return new SendOutcome.Refused(StatusCodes.Status404NotFound);
        var card = await CardOfAsync(row, key, cancellationToken);
        // Art. 20: who has moved to another company reads nothing of the old one.
        if (outgoing.Digest is { } told && known.Person.Sender.Customer?.Id != told.Facts.CustomerId) return new SendOutcome.Refused(StatusCodes.Status403Forbidden);
        var painted = outgoing.Digest is { } digest
            ? await DigestAsync(digest, known.Person, cancellationToken)
            : await PaintAsync(row, outgoing, card, known.Person, cancellationToken);
        return await EndAsync(key, await posts.ShowAsync(known.Chat.Reference, card, painted, cancellationToken), cancellationToken);
    }

    private async Task<SendOutcome> ToChannelAsync(OutboxRow row, Outgoing outgoing, Func<Language, AdaptiveCard> paint, CancellationToken cancellationToken)
    {
        // Until the app is in the team nobody knows how to reach it: what has no mail address waits for that.
        if (await parts.Chats.FindAsync(ChatKey.Technicians, cancellationToken) is not { Closed: false } kept || TeamsChat.Of(kept) is not { } chat)
            return outgoing.To is null ? new SendOutcome.TryLater(StatusCodes.Status503ServiceUnavailable) : new SendOutcome.Refused(StatusCodes.Status404NotFound);
        var card = await CardOfAsync(row, ChatKey.Technicians, cancellationToken);
        if (card.Place is null) card = card with { Language = channel };
        return await EndAsync(ChatKey.Technicians, await posts.ShowAsync(chat.Reference, card, Bare(paint(card.Language)), cancellationToken), cancellationToken);
    }

    private async Task<ShownCard> CardOfAsync(OutboxRow row, ChatKey chat, CancellationToken cancellationToken)
    {
        var (id, requests) = row.Effect switch
        {
            // The copy of a mail's answer in a chat is the card of that answer: there is no other.
            Effect.AnswerSender answer => (ShownCard.IdOfAnswer(answer.Intake), answer.Requests),
            Effect.Notify notify => (ShownCard.IdOfEffect(row.Key), [notify.Request]),
            _ => (ShownCard.IdOfEffect(row.Key), ImmutableArray<RequestId>.Empty),
        };
        return await parts.Cards.FindAsync(id, cancellationToken) ?? new ShownCard { Id = id, Chat = chat, Requests = requests };
    }

    private async Task<PaintedCard> PaintAsync(OutboxRow row, Outgoing outgoing, ShownCard card, TeamsPerson reader, CancellationToken cancellationToken)
    {
        if (row.Effect is Effect.AnswerUnknownSender) return Bare(CustomerCards.UnknownTenant(reader.Language));
        if (outgoing.Answer is { NothingAsked: true }) return Bare(CustomerCards.Received(reader.Language));
        // In the language of the reader's client, whatever the customer file says for mails.
        var words = outgoing.Notice is { } notice
            ? (notice with { Language = reader.Language }).Say()
            : ((outgoing.Answer ?? new Answer()) with { Language = reader.Language }).Say();
        // What the reader may not open is told as it was decided, without a button.
        return await painter.RequestsAsync(card, reader, words, banner: null, cancellationToken) ?? Bare(CustomerCards.Answer(new AnswerCardView(words)));
    }

    private async Task<PaintedCard> DigestAsync(SentDigest digest, TeamsPerson reader, CancellationToken cancellationToken)
    {
        var (painted, opened) = await painter.DigestAsync(digest, reader, cancellationToken);
        foreach (var own in opened) await posts.KeepAsync(own, painted, cancellationToken);
        return painted;
    }

    private static PaintedCard Bare(AdaptiveCard card) => new(card, [], []);

    private async Task<SendOutcome> EndAsync(ChatKey chat, ConnectorOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case ConnectorOutcome.Done: return new SendOutcome.Accepted(StatusCodes.Status201Created);
            case ConnectorOutcome.TryLater: return new SendOutcome.TryLater(StatusCodes.Status429TooManyRequests);
            case ConnectorOutcome.Refused: return new SendOutcome.Refused(StatusCodes.Status400BadRequest);
            case ConnectorOutcome.Gone:
                // Blocked or taken away: whatever comes next goes by mail at once, until the person writes again.
                if (chat != ChatKey.Technicians) await parts.Chats.CloseAsync(chat, cancellationToken);
                return new SendOutcome.Refused(StatusCodes.Status403Forbidden);
            case ConnectorOutcome.Unreachable { Kind: var kind }:
                return new SendOutcome.Unreachable(kind is UnreachableKind.NoAnswer ? SendFailure.NoReplyAfterData : SendFailure.NoConnection);
            default: throw new System.Diagnostics.UnreachableException();
        }
    }
}
