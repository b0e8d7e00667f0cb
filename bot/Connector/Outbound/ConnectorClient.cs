using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Connector.Outbound;

/// <summary>
/// Speaks to Teams' service: posts, edits, opens conversations, asks who takes part. Addresses are checked against the list before a token is
/// asked for, stored ones too. A post whose answer was lost is not repeated here: it might double.
/// </summary>
public sealed class ConnectorClient
{
    private const int LargestAnswer = 1024 * 1024;
    private const int FewestMembers = 50;
    private const int MostMembers = 500;

    private static readonly ConnectorOutcome OffTheList = new ConnectorOutcome.Refused("ServiceUrl");

    private readonly TeamsSettings _settings;
    private readonly ConnectorCalls _calls;

    internal ConnectorClient(TeamsSettings settings, ConnectorCalls calls)
    {
        _settings = settings;
        _calls = calls;
    }

    /// <summary>Posts into a conversation.</summary>
    public Task<ConnectorOutcome> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        PostAsync(to, HttpMethod.Post, "activities", Outgoing(to, activity), cancellationToken);

    /// <summary>Posts as an answer to an activity.</summary>
    public Task<ConnectorOutcome> ReplyAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        PostAsync(to, HttpMethod.Post, $"activities/{Uri.EscapeDataString(activityId)}", Outgoing(to, activity) with { ReplyToId = activityId }, cancellationToken);

    /// <summary>Puts another activity in the place of one that was posted. Repeating it does nothing more.</summary>
    public Task<ConnectorOutcome> UpdateAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        PostAsync(to, HttpMethod.Put, $"activities/{Uri.EscapeDataString(activityId)}", Outgoing(to, activity), cancellationToken);

    /// <summary>Shows for a moment that the bot is writing.</summary>
    public Task<ConnectorOutcome> SendTypingAsync(ConversationReference to, CancellationToken cancellationToken) =>
        SendAsync(to, new Activity { Type = ActivityTypes.Typing }, cancellationToken);

    /// <summary>Opens a conversation; with a person who has one already it is that one.</summary>
    /// <param name="bot">Who opens it.</param>
    /// <param name="serviceUrl">Where; from an activity of the same tenant.</param>
    /// <param name="parameters">With whom; see <see cref="ConversationParameters.With"/> and <see cref="ConversationParameters.Thread"/>.</param>
    /// <param name="cancellationToken">Gives up, by exception.</param>
    public async Task<ConnectorOutcome> CreateConversationAsync(BotKey bot, string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        if (Address(serviceUrl, "") is not { } address) return OffTheList;
        var account = new ChannelAccount { Id = BotIdOf(bot) };
        var sent = parameters with { Bot = account, Activity = parameters.Activity is { } first ? Bare(first) with { From = account } : null };
        var call = new ConnectorCall(bot, HttpMethod.Post, address, JsonSerializer.SerializeToUtf8Bytes(sent, ConnectorJson.Default.ConversationParameters));
        var made = await _calls.MakeAsync(call, LargestAnswer, cancellationToken);
        if (made.Outcome is not ConnectorOutcome.Done) return made.Outcome;
        var answer = Read(made.Body, ConnectorJson.Default.ConversationResourceResponse);
        return new ConnectorOutcome.Done(answer?.Id, answer?.ActivityId);
    }

    /// <summary>Who somebody in the conversation is, with mail address; by Teams' id or object id.</summary>
    public Task<ConnectorAnswer<ChannelAccount>> GetMemberAsync(ConversationReference of, string userId, CancellationToken cancellationToken) =>
        AskAsync(of, $"members/{Uri.EscapeDataString(userId)}", ConnectorJson.Default.ChannelAccount, cancellationToken);

    /// <summary>A page of those who take part.</summary>
    /// <param name="of">The conversation.</param>
    /// <param name="pageSize">50 to 500.</param>
    /// <param name="continuationToken">From the page before; null for the first one.</param>
    /// <param name="cancellationToken">Gives up, by exception.</param>
    public Task<ConnectorAnswer<PagedMembersResult>> GetPagedMembersAsync(
        ConversationReference of, int pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        var next = continuationToken is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuationToken)}";
        return AskAsync(of, $"pagedmembers?pageSize={Math.Clamp(pageSize, FewestMembers, MostMembers)}{next}", ConnectorJson.Default.PagedMembersResult, cancellationToken);
    }

    /// <summary>The bytes of an attachment, if it lies where attachments may lie; see <see cref="Downloads"/>.</summary>
    public Task<ConnectorAnswer<Download>> DownloadAsync(ConversationReference from, Attachment attachment, CancellationToken cancellationToken) =>
        Downloads.GetAsync(_settings, _calls, from.Bot, attachment, cancellationToken);

    private async Task<ConnectorOutcome> PostAsync(ConversationReference to, HttpMethod method, string rest, Activity activity, CancellationToken cancellationToken)
    {
        if (Address(to.ServiceUrl, $"/{Uri.EscapeDataString(to.ConversationId)}/{rest}") is not { } address) return OffTheList;
        var call = new ConnectorCall(to.Bot, method, address, JsonSerializer.SerializeToUtf8Bytes(activity, ConnectorJson.Default.Activity));
        var made = await _calls.MakeAsync(call, LargestAnswer, cancellationToken);
        return made.Outcome is ConnectorOutcome.Done ? new ConnectorOutcome.Done(Read(made.Body, ConnectorJson.Default.ResourceResponse)?.Id) : made.Outcome;
    }

    private async Task<ConnectorAnswer<T>> AskAsync<T>(ConversationReference of, string rest, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (Address(of.ServiceUrl, $"/{Uri.EscapeDataString(of.RootId)}/{rest}") is not { } address) return new ConnectorAnswer<T>(OffTheList, null);
        var made = await _calls.MakeAsync(new ConnectorCall(of.Bot, HttpMethod.Get, address), LargestAnswer, cancellationToken);
        if (made.Outcome is not ConnectorOutcome.Done) return new ConnectorAnswer<T>(made.Outcome, null);
        return Read(made.Body, type) is { } value
            ? new ConnectorAnswer<T>(made.Outcome, value)
            : new ConnectorAnswer<T>(new ConnectorOutcome.Refused("Unreadable"), null);
    }

    private Uri? Address(string serviceUrl, string rest) =>
        _settings.ServiceHosts.Service(serviceUrl) is null ? null : new Uri($"{serviceUrl.TrimEnd('/')}/v3/conversations{rest}", UriKind.Absolute);

    private Activity Outgoing(ConversationReference to, Activity activity) => Bare(activity) with
    {
        From = new ChannelAccount { Id = to.BotId ?? BotIdOf(to.Bot) },
        Conversation = new ConversationAccount { Id = to.ConversationId },
    };

    /// <summary>Without what is the service's to say.</summary>
    private static Activity Bare(Activity activity) => activity with { Id = null, ServiceUrl = null, Recipient = null, Timestamp = null };

    private string BotIdOf(BotKey bot) => $"28:{_settings.Of(bot).AppId}";

    private static T? Read<T>(byte[]? body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body is { Length: > 0 } ? JsonSerializer.Deserialize(body, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
