using SiOne.Bot.Host.Settings;
using SiOne.Bot.MailWatcher;

namespace SiOne.Bot.Host.Hosting;

/// <summary>Stop 1, whichever is configured: the IMAP watcher or the folder watcher, with what health pages ask of it.</summary>
internal sealed class Watching
{
    private readonly ImapWatcher? _imap;
    private readonly FolderWatcher? _folder;

    private Watching(ImapWatcher? imap, FolderWatcher? folder)
    {
        _imap = imap;
        _folder = folder;
    }

    /// <summary>The mailbox is being watched.</summary>
    public bool Ready => _imap is null || _imap.Status.LastPoll is not null && _imap.Status.State is WatcherState.Watching;

    /// <summary>What it is at.</summary>
    public string State => _imap?.Status.State.ToString() ?? "Folder";

    /// <summary>When the mailbox was last seen whole.</summary>
    public DateTimeOffset? LastPoll => _imap?.Status.LastPoll;

    public static Watching Of(UsableSettings settings, EngineParts parts, TimeProvider clock, ILoggerFactory logs) =>
        settings.Host.Imap is { } imap
            ? new Watching(new ImapWatcher(imap, parts.Door, clock, logs.CreateLogger<ImapWatcher>()), null)
            : new Watching(null, new FolderWatcher(new FolderOptions { Path = settings.Host.MailFolder! }, parts.Door, clock, logs.CreateLogger<FolderWatcher>()));

    public Task RunAsync(CancellationToken cancellationToken) => _imap?.RunAsync(cancellationToken) ?? _folder!.RunAsync(cancellationToken);
}
