using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// Keeps the cards that stand outside true: the technicians' card of each live request, the card with
/// which a requester was answered, and those on which somebody was asked for a yes. Cards
/// are a projection: whatever moved a request, and whatever was missed while Teams or this program was away, they are brought up to date.
/// </summary>
/// <param name="parts">The engine.</param>
/// <param name="people">Whose chat it is.</param>
/// <param name="customers">Makes customers' cards.</param>
/// <param name="technicians">Makes technicians' cards.</param>
/// <param name="posts">Posts them.</param>
/// <param name="channel">The language of the technicians' channel.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where warnings go.</param>
internal sealed partial class CardKeeper(
    EngineParts parts, TeamsPeople people, CustomerPainter customers, TechnicianPainter technicians, CardPosts posts, Language channel, TimeProvider clock,
    ILogger<CardKeeper> log)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var whole = await WorkOnceAsync(cancellationToken);
            // What was put off has raised the signal itself: only time helps it.
            await (whole ? parts.Changed.Added.WaitAsync(LookAgain, clock, cancellationToken) : Task.Delay(AfterFailure, clock, cancellationToken));
        }
    }

    /// <summary>Brings up to date what changed. False: something was put off.</summary>
    public async Task<bool> WorkOnceAsync(CancellationToken cancellationToken)
    {
        var whole = true;
        foreach (var id in parts.Changed.Take())
        {
            try
            {
                if (await ShowAsync(id, cancellationToken)) continue;
            }
            catch (Exception failure) when (failure is StoreUnavailableException or InvalidDataException)
            {
                Log.Failed(log, id.Value, failure.GetType().Name);
            }

            whole = false;
            parts.Changed.Add(id);
        }

        return whole;
    }

    private async Task<bool> ShowAsync(RequestId id, CancellationToken cancellationToken)
    {
        if (await parts.Store.FindRequestAsync(id, cancellationToken) is not { } document) return true;
        var forTechnicians = await ForTechniciansAsync(document, cancellationToken);
        var forApprovers = await ForApproversAsync(document, cancellationToken);
        return await ForRequesterAsync(document, cancellationToken) && forTechnicians && forApprovers;
    }

    private async Task<bool> ForTechniciansAsync(RequestDocument document, CancellationToken cancellationToken)
    {
        if (await parts.Chats.FindAsync(ChatKey.Technicians, cancellationToken) is not { } kept || TeamsChat.Of(kept) is not { } chat) return true;
        var card = await parts.Cards.FindAsync(ShownCard.IdForTechnicians(document.Id), cancellationToken) ?? TechnicianActs.CardOf(document, channel);
        // What was over before anybody saw it needs no card.
        if (Shows(card, document) || (card.Place is null && document.State.State.IsEnded())) return true;
        // The channel may have got another language since its buttons were first made, before it was posted.
        if (card.Place is null) card = card with { Language = channel };
        // An answer was lost a moment ago: it may stand already, and is posted once more only later.
        if (card.Place is null && CardCopies.Hold(card, clock.GetUtcNow(), parts.Settings.Engine.RetryAfter) is ConnectorOutcome.TryLater) return false;
        var painted = await technicians.RequestAsync(card, document, card.Language, banner: null, cancellationToken);
        return IsOver(await posts.ShowAsync(chat.Reference, card, painted, cancellationToken), document.Id);
    }

    /// <summary>Who was asked for a yes sees when none is needed any more; what else was told stays as it was told.</summary>
    private async Task<bool> ForApproversAsync(RequestDocument document, CancellationToken cancellationToken)
    {
        if (parts.Settings.Engine.ObserveOnly || document.State.State is RequestState.WaitingForApproval) return true;
        var whole = true;
        foreach (var row in await parts.Store.ListOutboxOfAsync(document.State.Conversation, cancellationToken))
        {
            if (row.Effect is not Effect.Notify { Kind: NoticeKind.ApprovalNeeded } asked || asked.Request != document.Id) continue;
            if (await parts.Cards.FindAsync(ShownCard.IdOfEffect(row.Key), cancellationToken) is not { Place: not null } card || Shows(card, document)) continue;
            if (await people.OfChatAsync(card.Chat, cancellationToken) is not var (person, chat)) continue;
            if (await customers.RequestsAsync(card, person, words: null, banner: null, cancellationToken) is { } painted)
                whole &= IsOver(await posts.ShowAsync(chat.Reference, card, painted, cancellationToken), document.Id);
        }

        return whole;
    }

    /// <summary>Only what was told already: the first telling, and whether it may leave, are the outbox's.</summary>
    private async Task<bool> ForRequesterAsync(RequestDocument document, CancellationToken cancellationToken)
    {
        if (parts.Settings.Engine.ObserveOnly) return true;
        if (await parts.Cards.FindAsync(ShownCard.IdOfAnswer(document.State.Intake), cancellationToken) is not { Place: not null } card || Shows(card, document)) return true;
        if (await people.OfChatAsync(card.Chat, cancellationToken) is not var (person, chat)) return true;
        return await customers.RequestsAsync(card, person, words: null, banner: null, cancellationToken) is not { } painted
            || IsOver(await posts.ShowAsync(chat.Reference, card, painted, cancellationToken), document.Id);
    }

    private static bool Shows(ShownCard card, RequestDocument document) =>
        card.Requests.IndexOf(document.Id) is >= 0 and var at && at < card.Versions.Length && card.Versions[at] >= document.Version;

    private bool IsOver(ConnectorOutcome outcome, RequestId request)
    {
        if (outcome is ConnectorOutcome.Done) return true;
        Log.NotShown(log, request.Value, outcome.GetType().Name);
        // A card that its service no longer knows stays as it was last seen; a person who blocked the bot reads mails.
        return outcome is ConnectorOutcome.Gone or ConnectorOutcome.Refused;
    }

    private static partial class Log
    {
        [LoggerMessage(3101, LogLevel.Warning, "The card of request {Request} could not be shown ({Outcome}).")]
        public static partial void NotShown(ILogger logger, string request, string outcome);

        [LoggerMessage(3102, LogLevel.Warning, "The card of request {Request} failed inside ({Failure}); it is tried again.")]
        public static partial void Failed(ILogger logger, string request, string failure);
    }
}
