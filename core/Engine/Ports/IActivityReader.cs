namespace SiOne.Bot.Engine.Ports;

/// <summary>Raw bytes of a chat activity to a message. Pure: no I/O, no clock; the same bytes always give the same message.</summary>
public interface IActivityReader
{
    /// <summary>Reads an activity. Never throws on content: what cannot be read is a <see cref="MailReading.Unreadable"/> with its reason.</summary>
    /// <param name="raw">What was kept.</param>
    /// <param name="receivedAt">When it came in.</param>
    MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt);
}

/// <summary>No chat is set up: an activity of earlier days waits in quarantine until one is.</summary>
public sealed class NoActivities : IActivityReader
{
    /// <inheritdoc/>
    public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt) => new MailReading.Unreadable("teams-is-off");
}
