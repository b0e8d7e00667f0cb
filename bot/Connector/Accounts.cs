namespace SiOne.Bot.Host.Connector;

/// <summary>A person or a bot, as Teams names them. Names and addresses are never logged.</summary>
public sealed record ChannelAccount
{
    /// <summary>Teams' id, <c>29:…</c> for a person and <c>28:…</c> for a bot; another one for each bot that meets the same person.</summary>
    public string? Id { get; init; }

    /// <summary>The shown name: anybody may choose theirs.</summary>
    public string? Name { get; init; }

    /// <summary>The Entra id's object id: with the tenant, who somebody is.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>The same under the name that some roster answers use.</summary>
    public string? ObjectId { get; init; }

    /// <summary><c>user</c>, <c>guest</c>, <c>anonymous</c>, in roster answers.</summary>
    public string? UserRole { get; init; }

    /// <summary>Mail address, in roster answers.</summary>
    public string? Email { get; init; }

    /// <summary>Sign-in name, in roster answers.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>Home tenant, in roster answers.</summary>
    public string? TenantId { get; init; }

    /// <summary>First name, in roster answers.</summary>
    public string? GivenName { get; init; }

    /// <summary>Family name, in roster answers.</summary>
    public string? Surname { get; init; }

    /// <summary>The object id by whichever name it came, as a GUID in lower case; null when both came and differ.</summary>
    public string? PersonId() => (AadObjectId, ObjectId) switch
    {
        ({ } one, { } other) => Tenants.Normal(one) is { } id && id == Tenants.Normal(other) ? id : null,
        var (one, other) => Tenants.Normal(one ?? other),
    };

    /// <summary>The id alone: names and addresses are never printed by accident.</summary>
    public override string ToString() => $"{nameof(ChannelAccount)} {Id}";
}

/// <summary>A conversation: a personal chat, a group chat, or a thread of a channel.</summary>
public sealed record ConversationAccount
{
    /// <summary>Its id; of a channel's thread with <c>;messageid=…</c>.</summary>
    public string? Id { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; init; }

    /// <summary>More than two take part.</summary>
    public bool? IsGroup { get; init; }

    /// <summary>The tenant in which it is held.</summary>
    public string? TenantId { get; init; }

    /// <summary>The name of a group chat or channel.</summary>
    public string? Name { get; init; }
}
