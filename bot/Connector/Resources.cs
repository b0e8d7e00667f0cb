namespace SiOne.Bot.Host.Connector;

/// <summary>What the service answers to a post; empty for a typing indicator.</summary>
/// <param name="Id">The activity's id.</param>
public sealed record ResourceResponse(string? Id);

/// <summary>What the service answers to a new conversation.</summary>
/// <param name="Id">The conversation's id.</param>
/// <param name="ActivityId">Of its first activity, where one was posted.</param>
/// <param name="ServiceUrl">Where to post into it, where it differs.</param>
public sealed record ConversationResourceResponse(string? Id, string? ActivityId = null, string? ServiceUrl = null);

/// <summary>A new conversation: with one person, or a thread of a channel.</summary>
public sealed record ConversationParameters
{
    /// <summary>False with one person, true for a thread.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The bot that opens it.</summary>
    public ChannelAccount? Bot { get; init; }

    /// <summary>The one person.</summary>
    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    /// <summary>The tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>A thread's first post.</summary>
    public Activity? Activity { get; init; }

    /// <summary>The tenant, or a thread's channel.</summary>
    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>With one person, by Teams' id (<c>29:…</c>), who has the app.</summary>
    public static ConversationParameters With(string userId, string tenantId) => new()
    {
        Members = [new ChannelAccount { Id = userId }],
        TenantId = tenantId,
        ChannelData = new TeamsChannelData { Tenant = new TenantInfo(tenantId) },
    };

    /// <summary>A new thread of a channel, begun with this post.</summary>
    public static ConversationParameters Thread(string channelId, string tenantId, Activity first) => new()
    {
        IsGroup = true,
        TenantId = tenantId,
        Activity = first,
        ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = channelId }, Tenant = new TenantInfo(tenantId) },
    };
}

/// <summary>A page of a conversation's members.</summary>
/// <param name="Members">The members.</param>
/// <param name="ContinuationToken">Asks for the next page; null at the end.</param>
public sealed record PagedMembersResult(IReadOnlyList<ChannelAccount>? Members, string? ContinuationToken);
