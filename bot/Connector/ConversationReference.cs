using System.Text.Json.Serialization;

namespace SiOne.Bot.Host.Connector;

/// <summary>
/// What must be kept to post into a conversation later. Its service URL is checked against the allow-list again at each use: a stored
/// reference is no proof.
/// </summary>
/// <param name="Bot">The bot that takes part.</param>
/// <param name="ServiceUrl">Where to post; take the newest activity's, it may move.</param>
/// <param name="ConversationId">The conversation; in a channel with the thread, <c>;messageid=…</c>.</param>
/// <param name="TenantId">The tenant, as a GUID in lower case.</param>
public sealed record ConversationReference(BotKey Bot, string ServiceUrl, string ConversationId, string TenantId)
{
    private const string ThreadMark = ";messageid=";

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>; null when Teams did not say.</summary>
    public string? ConversationType { get; init; }

    /// <summary>The team, in a channel.</summary>
    public string? TeamId { get; init; }

    /// <summary>The channel, in a team.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The bot's own account in the conversation, <c>28:…</c>.</summary>
    public string? BotId { get; init; }

    /// <summary>Teams' id of the person who last wrote, <c>29:…</c>.</summary>
    public string? UserId { get; init; }

    /// <summary>That person's object id, as a GUID in lower case.</summary>
    public string? UserObjectId { get; init; }

    /// <summary>That person's language.</summary>
    public string? Locale { get; init; }

    /// <summary>The conversation without its thread: what roster look-ups take.</summary>
    [JsonIgnore]
    public string RootId => ConversationId.IndexOf(ThreadMark, StringComparison.Ordinal) is var at and >= 0 ? ConversationId[..at] : ConversationId;

    /// <summary>The same conversation, posting into the thread under this message.</summary>
    public ConversationReference InThread(string messageId) => this with { ConversationId = $"{RootId}{ThreadMark}{messageId}" };

    /// <summary>Made from an activity; null when it lacks what posting takes.</summary>
    public static ConversationReference? Of(BotKey bot, Activity activity) =>
        activity is { ServiceUrl: { Length: > 0 } serviceUrl, Conversation: { Id: { Length: > 0 } id } conversation, TenantId: { } tenant }
            ? new ConversationReference(bot, serviceUrl, id, tenant)
            {
                ConversationType = conversation.ConversationType,
                TeamId = activity.ChannelData?.Team?.Id,
                ChannelId = activity.ChannelData?.Channel?.Id,
                BotId = activity.Recipient?.Id,
                UserId = activity.From?.Id,
                UserObjectId = activity.From?.PersonId(),
                Locale = activity.Locale,
            }
            : null;
}
