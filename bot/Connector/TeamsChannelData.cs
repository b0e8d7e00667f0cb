namespace SiOne.Bot.Host.Connector;

/// <summary>What Teams adds to an activity.</summary>
public sealed record TeamsChannelData
{
    /// <summary>The tenant.</summary>
    public TenantInfo? Tenant { get; init; }

    /// <summary>The team, in a channel.</summary>
    public TeamInfo? Team { get; init; }

    /// <summary>The channel.</summary>
    public ChannelInfo? Channel { get; init; }

    /// <summary>Of a conversation update: <c>teamMemberAdded</c>, <c>channelCreated</c> and so on; of a message update <c>editMessage</c>; of a deletion <c>softDeleteMessage</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>Choices made while the app was installed.</summary>
    public TeamsChannelDataSettings? Settings { get; init; }

    /// <summary>Whether the post notifies.</summary>
    public NotificationInfo? Notification { get; init; }
}

/// <summary>A tenant.</summary>
/// <param name="Id">A GUID.</param>
public sealed record TenantInfo(string? Id);

/// <summary>A team.</summary>
public sealed record TeamInfo
{
    /// <summary><c>19:…@thread.tacv2</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its group in Entra ID.</summary>
    public string? AadGroupId { get; init; }
}

/// <summary>A channel of a team.</summary>
public sealed record ChannelInfo
{
    /// <summary><c>19:…@thread.tacv2</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Its name; missing for the general one.</summary>
    public string? Name { get; init; }
}

/// <summary>Choices made while the app was installed.</summary>
/// <param name="SelectedChannel">The channel chosen.</param>
public sealed record TeamsChannelDataSettings(ChannelInfo? SelectedChannel);

/// <summary>How a post announces itself.</summary>
/// <param name="Alert">It shows in the person's activity feed.</param>
public sealed record NotificationInfo(bool? Alert);
