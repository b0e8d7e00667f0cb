using System.Collections.Concurrent;
using System.Threading.Channels;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Hosting;
using Attachment = SiOne.Bot.Host.Connector.Attachment;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// Answers what is asked of the bot itself, after the turn has ended: a turn never waits for a post. Lost with the process: whoever asked asks
/// again. At most one answer at a time in each conversation, in order.
/// </summary>
/// <param name="parts">The engine.</param>
/// <param name="client">The way out.</param>
/// <param name="posts">Posts cards with buttons.</param>
/// <param name="log">Where failures go.</param>
internal sealed partial class TurnAnswers(EngineParts parts, ConnectorClient client, CardPosts posts, ILogger<TurnAnswers> log)
{
    private const int MostWaiting = 1_000;
    private readonly Channel<(string Conversation, Func<CancellationToken, Task> Post)> _waiting =
        System.Threading.Channels.Channel.CreateBounded<(string, Func<CancellationToken, Task>)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly ConcurrentDictionary<string, bool> _welcomed = new(StringComparer.Ordinal);

    /// <summary>Posts until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, Task>(StringComparer.Ordinal);
        await foreach (var (conversation, post) in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            foreach (var done in last.Where(running => running.Value.IsCompleted).Select(running => running.Key).ToArray()) last.Remove(done);
            last[conversation] = AfterAsync(last.GetValueOrDefault(conversation, Task.CompletedTask), post, cancellationToken);
        }
    }

    /// <summary>A sentence.</summary>
    public InvokeResponse Say(VerifiedActivity turn, string sentence) => Later(turn, (to, token) => client.SendAsync(to, new Activity { Type = ActivityTypes.Message, Text = sentence }, token));

    /// <summary>A card without buttons.</summary>
    public InvokeResponse Show(VerifiedActivity turn, AdaptiveCard card) => Later(turn, (to, token) => client.SendAsync(
        to, new Activity { Type = ActivityTypes.Message, Attachments = [Attachment.OfCard(new PaintedCard(card, [], []).ToJson())], Summary = card.FallbackText }, token));

    /// <summary>What a click gave, where the client had no better way to send it: the card takes the place of the clicked one.</summary>
    public InvokeResponse Show(VerifiedActivity turn, AdaptiveCardInvokeResponse clicked)
    {
        if (clicked.Type != Attachment.AdaptiveCard)
            return Say(turn, clicked.Value.ValueKind is System.Text.Json.JsonValueKind.String ? clicked.Value.GetString()! : clicked.Value.GetProperty("message").GetString()!);
        var activity = new Activity { Type = ActivityTypes.Message, Attachments = [Attachment.OfCard(clicked.Value)] };
        return Later(turn, (to, token) => turn.Activity.ReplyToId is { } id ? client.UpdateAsync(to, id, activity, token) : client.SendAsync(to, activity, token));
    }

    /// <summary>The card of the post at which somebody clicked, where that is another copy than the one that is kept true.</summary>
    public void Replace(VerifiedActivity turn, PaintedCard painted) => Later(turn, (to, token) => client.UpdateAsync(
        to, turn.Activity.ReplyToId!, new Activity { Type = ActivityTypes.Message, Attachments = [Attachment.OfCard(painted.ToJson())], Summary = painted.Card.FallbackText }, token));

    /// <summary>A card with buttons, posted anew each time it is asked for, or in its own place when it stands already.</summary>
    public InvokeResponse Show(VerifiedActivity turn, ShownCard card, PaintedCard painted) => Later(turn, (to, token) => posts.ShowAsync(to, card, painted, token));

    /// <summary>A card that one conversation sees once.</summary>
    public async Task<InvokeResponse> ShowOnceAsync(VerifiedActivity turn, ShownCard card, PaintedCard painted, CancellationToken cancellationToken)
    {
        if (!_welcomed.TryAdd(card.Id, true) || await parts.Cards.FindAsync(card.Id, cancellationToken) is { Place: not null }) return InvokeResponse.Empty;
        return Later(turn, async (to, token) =>
        {
            var outcome = await posts.ShowAsync(to, card, painted, token);
            // Not seen by anybody: the next arrival shows it.
            if (outcome is not ConnectorOutcome.Done) _welcomed.TryRemove(card.Id, out _);
            return outcome;
        });
    }

    /// <summary>"…" while the workers read.</summary>
    public void Typing(VerifiedActivity turn) => Later(turn, client.SendTypingAsync);

    private InvokeResponse Later(VerifiedActivity turn, Func<ConversationReference, CancellationToken, Task<ConnectorOutcome>> post)
    {
        if (ConversationReference.Of(turn.Bot, turn.Activity) is { } to)
            _waiting.Writer.TryWrite((to.ConversationId, async token =>
            {
                if (await post(to, token) is not ConnectorOutcome.Done and var outcome) Log.NotShown(log, outcome.GetType().Name);
            }
            ));
        return InvokeResponse.Empty;
    }

    private async Task AfterAsync(Task before, Func<CancellationToken, Task> post, CancellationToken cancellationToken)
    {
        await before;
        try
        {
            await post(cancellationToken);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (!cancellationToken.IsCancellationRequested) Log.NotShown(log, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Warning, "What somebody asked of the bot could not be shown ({Outcome}).")]
        public static partial void NotShown(ILogger logger, string outcome);
    }
}
