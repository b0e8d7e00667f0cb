namespace SiOne.Bot.MailWatcher;

/// <summary>How a watcher is doing, for health checks. Free of personal data.</summary>
/// <param name="State">What it is at.</param>
/// <param name="LastPoll">When the mailbox was last seen whole and all of it was taken; null before the first time.</param>
/// <param name="LastFault">What last went wrong; null when nothing has yet.</param>
/// <param name="LastFaultAt">When.</param>
/// <param name="RetryAt">When the next attempt is due; null unless it waits for one.</param>
/// <param name="StuckMails">Mails on the server that could not be fetched in three attempts or more.</param>
public sealed record WatcherStatus(
    WatcherState State,
    DateTimeOffset? LastPoll = null,
    WatcherFault? LastFault = null,
    DateTimeOffset? LastFaultAt = null,
    DateTimeOffset? RetryAt = null,
    int StuckMails = 0)
{
    /// <summary>When the mailbox was last signed in to and opened; null before the first time.</summary>
    public DateTimeOffset? LastSignIn { get; init; }

    /// <summary>Mails in the folder that is only counted; null where none is.</summary>
    public int? Reported { get; init; }
}

/// <summary>What a watcher is at.</summary>
public enum WatcherState
{
    /// <summary>Not started, or ended.</summary>
    Stopped,

    /// <summary>Opens the mailbox.</summary>
    Connecting,

    /// <summary>The mailbox is open.</summary>
    Watching,

    /// <summary>Waits before it tries again.</summary>
    Retrying,

    /// <summary>Another one watches the mailbox; this one takes over when that ends.</summary>
    Standby,

    /// <summary>The mailbox cannot be signed in to (password, token, sign-in service): it tries once a minute, and an administrator has to act.</summary>
    SignInRefused,
}

/// <summary>What can go wrong while watching.</summary>
public enum WatcherFault
{
    /// <summary>No connection to the server.</summary>
    Unreachable,

    /// <summary>TLS failed, or the certificate is not trusted.</summary>
    CertificateRefused,

    /// <summary>The server refused user or password.</summary>
    SignInRefused,

    /// <summary>The sign-in service refused the app's id, secret or certificate (OAuth).</summary>
    TokenRefused,

    /// <summary>The sign-in service could not be reached, or asked to come back later (OAuth).</summary>
    TokenUnreachable,

    /// <summary>The folder, or the one to move to, does not exist.</summary>
    FolderMissing,

    /// <summary>The connection was lost.</summary>
    ConnectionLost,

    /// <summary>The server stayed silent for too long.</summary>
    TimedOut,

    /// <summary>The server refused a command.</summary>
    CommandRefused,

    /// <summary>The mail could not be kept; nothing was marked.</summary>
    IntakeFailed,

    /// <summary>Somebody else holds the mailbox's lease.</summary>
    HeldElsewhere,

    /// <summary>The mailbox's lease was lost: it could not be kept in time, or somebody else has taken it.</summary>
    LeaseLost,

    /// <summary>The folder could not be read or written (folder mailbox).</summary>
    FolderUnusable,

    /// <summary>Something that this program does not foresee; the log names the kind of exception.</summary>
    Unexpected,
}
