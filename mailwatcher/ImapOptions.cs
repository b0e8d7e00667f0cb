using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.MailWatcher;

/// <summary>One mailbox folder to watch.</summary>
public sealed class ImapOptions : MailServerOptions
{
    /// <summary>TCP port, 1 to 65535. Default 993.</summary>
    public override int Port { get; set; } = 993;

    /// <summary>How the connection is encrypted. Default SslOnConnect.</summary>
    public override MailSecurity Security { get; set; } = MailSecurity.SslOnConnect;

    /// <summary>The folder that is read. Default INBOX.</summary>
    public string Folder { get; set; } = "INBOX";

    /// <summary>The longest time between two looks at all UIDs, whatever IDLE says: 1 second to 10 minutes. Default 60 seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// IDLE is ended and begun again after this long at most: 1 second to 29 minutes (RFC 2177). Default 5 minutes, since routers forget a
    /// silent connection. A shorter <see cref="PollInterval"/> ends it earlier.
    /// </summary>
    public TimeSpan IdleReissue { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Of a larger mail only the header is fetched: 1,024 bytes to 100 MiB. Default 25 MiB.</summary>
    public int MaxMailBytes { get; set; } = 25 << 20;

    /// <summary>Mails fetched, kept and marked at a time, 1 to 64. Default 50.</summary>
    public int BatchSize { get; set; } = 50;

    /// <summary>What is done on the server to a mail that was kept. Default Seen.</summary>
    public AfterKeep AfterKeep { get; set; } = AfterKeep.Seen;

    /// <summary>The folder that kept mails are moved to; needed with <see cref="AfterKeep.Move"/>, and must exist.</summary>
    public string? MoveTo { get; set; }

    /// <summary>
    /// A folder whose mails are counted and never read, for example the one into which a server's filter sorts what it takes for junk; null for none.
    /// </summary>
    public string? ReportFolder { get; set; }

    /// <summary>The first wait after a lost connection; doubled each time and shortened by chance. 10 ms to 60 seconds. Default 1 second.</summary>
    public TimeSpan ReconnectAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait after a lost connection, and between two questions for a mailbox that somebody else holds (20 seconds at most): up to 10 minutes. Default 60 seconds.</summary>
    public TimeSpan ReconnectAtMost { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Which mailbox it is, the same across restarts.</summary>
    public MailboxIdentity Identity => new(Host, User, Folder);

    /// <inheritdoc/>
    protected override IEnumerable<OptionMistake> OwnMistakes()
    {
        if (User.Length == 0) yield return new(nameof(User), "the sign-in name of the mailbox");
        if (string.IsNullOrWhiteSpace(Folder)) yield return new(nameof(Folder), "the name of a folder, for example INBOX");
        if (!Enum.IsDefined(AfterKeep)) yield return new(nameof(AfterKeep), "Seen, Keyword, Move or None");
        if (AfterKeep is AfterKeep.Move && (string.IsNullOrWhiteSpace(MoveTo) || MoveTo == Folder))
            yield return new(nameof(MoveTo), "the name of another folder, since AfterKeep is Move");
        if (ReportFolder is not null && (string.IsNullOrWhiteSpace(ReportFolder) || ReportFolder == Folder))
            yield return new(nameof(ReportFolder), "the name of another folder, for example Junk");
        var ranges = Between(nameof(PollInterval), PollInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10))
            .Concat(Between(nameof(IdleReissue), IdleReissue, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(29)))
            .Concat(Between(nameof(MaxMailBytes), MaxMailBytes, 1024, 100 << 20))
            .Concat(Between(nameof(BatchSize), BatchSize, 1, 64))
            .Concat(Between(nameof(ReconnectAfter), ReconnectAfter, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(60)))
            .Concat(Between(nameof(ReconnectAtMost), ReconnectAtMost, ReconnectAfter, TimeSpan.FromMinutes(10)));
        foreach (var mistake in ranges) yield return mistake;
    }
}

/// <summary>What is done on the server to a mail after it was kept, and never before.</summary>
public enum AfterKeep
{
    /// <summary>Marked as read.</summary>
    Seen,

    /// <summary>Marked with the keyword <c>$SiOneTaken</c>, and left unread for people who read along.</summary>
    Keyword,

    /// <summary>Moved to another folder.</summary>
    Move,

    /// <summary>Left alone: the folder is opened for reading only.</summary>
    None,
}
