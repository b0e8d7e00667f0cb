using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiOne.Bot.Host.Connector;

/// <summary>
/// What Teams and the bot say to each other. Everything may be missing: what arrives is other people's text, and only
/// <see cref="TenantId"/> and <see cref="ChannelAccount.AadObjectId"/> of a verified activity say who acts.
/// </summary>
public sealed record Activity
{
    /// <summary>The kind; see <see cref="ActivityTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>Given by Teams, unique within its conversation. Never set by the bot.</summary>
    public string? Id { get; init; }

    /// <summary>When Teams took it in.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Where answers go. Never set by the bot.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The channel: <c>msteams</c>, and nothing else is let in.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who says it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>To whom: the bot, on the way in. Never set by the bot.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>Where it is said.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>What Teams adds: tenant, team, channel, the kind of update.</summary>
    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>The words, mentions as <c>&lt;at&gt;name&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification shows of a card.</summary>
    public string? Summary { get; init; }

    /// <summary>Cards, files, images; in real Teams also a copy of the text as HTML.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Mentions and client facts.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>A form's inputs or an invoke's question: hostile text.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Which invoke or event it is.</summary>
    public string? Name { get; init; }

    /// <summary>The activity that this one answers; of a click, the card's.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The person's language, <c>fr-FR</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>Who came.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Reactions set.</summary>
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    /// <summary>Reactions taken back.</summary>
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    /// <summary>Of an installation update: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    /// <summary>A label for whoever reads a trace.</summary>
    public string? Label { get; init; }

    /// <summary><c>high</c> rings where the channel can.</summary>
    public string? Importance { get; init; }

    /// <summary>The tenant as Teams states it, as a GUID in lower case; null when it is missing, malformed, or stated twice and not alike.</summary>
    [JsonIgnore]
    public string? TenantId => (ChannelData?.Tenant?.Id, Conversation?.TenantId) switch
    {
        ({ } inData, { } inConversation) => Tenants.Normal(inData) is { } tenant && tenant == Tenants.Normal(inConversation) ? tenant : null,
        var (inData, inConversation) => Tenants.Normal(inData ?? inConversation),
    };

    /// <summary>Whether <paramref name="id"/> is this activity's bot: a member that is the bot itself gets no welcome.</summary>
    public bool IsBot(string? id) => id is { Length: > 0 } && id == Recipient?.Id;

    /// <summary>The kind alone: what people wrote is never printed by accident.</summary>
    public override string ToString() => $"{nameof(Activity)} {Type}";
}

/// <summary>A reaction to a message.</summary>
/// <param name="Type"><c>like</c>, <c>heart</c> and so on.</param>
public sealed record MessageReaction(string? Type);
