using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Engine.Ports;

/// <summary>Raw bytes of a mail to a message. Pure: no I/O, no clock; the same bytes always give the same message.</summary>
public interface IMailReader
{
    /// <summary>Reads a mail. Never throws on content: what cannot be read is a <see cref="MailReading.Unreadable"/> with its reason.</summary>
    /// <param name="raw">The mail as it came from the server.</param>
    /// <param name="receivedAt">INTERNALDATE, or when it was handed in.</param>
    MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt);
}

/// <summary>What came of reading a mail.</summary>
public abstract record MailReading
{
    /// <summary>The reason of a mail that took longer than it may. It is tried again: the machine may have been at fault.</summary>
    public const string TooSlow = "too-slow";

    private MailReading() { }

    /// <summary>A message. Its kind says whether it may be answered.</summary>
    /// <param name="Value">The message, secrets masked.</param>
    public sealed record Message(InboundMessage Value) : MailReading;

    /// <summary>A mail that must not be parsed or cannot be read; it goes to quarantine.</summary>
    /// <param name="Reason">A short machine reason, free of the mail's text: <c>too-large</c>, <c>too-many-parts</c>, <c>header-too-large</c>, <c>not-a-mail</c>.</param>
    public sealed record Unreadable(string Reason) : MailReading;
}
