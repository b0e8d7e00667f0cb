namespace SiOne.Bot.Host.Connector.Outbound;

/// <summary>Why nothing was heard.</summary>
public enum UnreachableKind
{
    /// <summary>No connection came about; nothing was sent.</summary>
    NoConnection,

    /// <summary>It was sent and the answer was lost: it may have been done.</summary>
    NoAnswer,

    /// <summary>The sign-in service, which gives the bot its token, could not be reached; nothing was sent.</summary>
    NoSignIn,
}

/// <summary>How a call to the service ended. What the network does is a value, never an exception. Codes are the service's own words for machines.</summary>
public abstract record ConnectorOutcome
{
    private ConnectorOutcome()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Id">What was made: an activity, or a conversation; null where the service names none, as for a typing indicator.</param>
    /// <param name="ActivityId">The first activity of a conversation that was made with one.</param>
    public sealed record Done(string? Id, string? ActivityId = null) : ConnectorOutcome;

    /// <summary>Not now: too many calls, or trouble of the service's that lasted longer than a call waits.</summary>
    /// <param name="Code">Why.</param>
    /// <param name="RetryAfter">When to try again, if the service said it.</param>
    public sealed record TryLater(string Code, TimeSpan? RetryAfter) : ConnectorOutcome;

    /// <summary>Never again: the conversation or activity is unknown, or the person blocked or removed the app. Answer by mail.</summary>
    /// <param name="Code">Why.</param>
    public sealed record Gone(string Code) : ConnectorOutcome;

    /// <summary>Not as it is: repeating it changes nothing, a person must look.</summary>
    /// <param name="Code">Why.</param>
    public sealed record Refused(string Code) : ConnectorOutcome;

    /// <summary>Nothing was heard.</summary>
    /// <param name="Kind">Why.</param>
    public sealed record Unreachable(UnreachableKind Kind) : ConnectorOutcome;
}

/// <summary>How a question to the service ended, and its answer.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Value">The answer; null unless it is done.</param>
public sealed record ConnectorAnswer<T>(ConnectorOutcome Outcome, T? Value)
    where T : class;

/// <summary>An attachment's bytes.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">The media type that the server stated: hostile text.</param>
public sealed record Download(ReadOnlyMemory<byte> Bytes, string? ContentType);
