namespace SiOne.Bot.Domain.Requests;

/// <summary>A request's identifier: 26 characters that grow with the received instant (ULID).</summary>
/// <param name="Value">The 26 characters.</param>
public readonly record struct RequestId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A conversation's identifier: 26 characters that grow with the received instant (ULID).</summary>
/// <param name="Value">The 26 characters.</param>
public readonly record struct ConversationId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The key of one message seen: <c>m.MAILBOX.UIDVALIDITY.UID</c>, zero-padded, or <c>a.ID</c> for the HTTP door. Safe as a file name.</summary>
/// <param name="Value">The key.</param>
public readonly record struct IntakeKey(string Value)
{
    /// <summary>With what the key of an alarm begins, which is about the product itself and has no message behind it.</summary>
    public const string AlarmPrefix = "alarm.";

    /// <summary>With what the key of a weekly digest begins, which is about many requests or none.</summary>
    public const string DigestPrefix = "digest.";

    /// <summary>Whether it is an alarm's.</summary>
    public bool IsAlarm => Value.StartsWith(AlarmPrefix, StringComparison.Ordinal);

    /// <summary>Whether it is a digest's.</summary>
    public bool IsDigest => Value.StartsWith(DigestPrefix, StringComparison.Ordinal);

    /// <summary>Whether there is a message behind it.</summary>
    public bool IsMessage => !IsAlarm && !IsDigest;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
