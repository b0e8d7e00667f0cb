using SiOne.Bot.Engine.Alarms;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.MailWatcher;

namespace SiOne.Bot.Host.Hosting;

/// <summary>How one mailbox is doing, under the operator's name for it. Free of personal data.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Status">What its watcher says.</param>
internal sealed record WatchedMailbox(string Name, WatcherStatus Status);

/// <summary>Stop 1 of this process: a watcher for each mailbox, or the folder watcher, or none where the program <c>mailwatcher</c> hands mails in.</summary>
internal sealed class Watching
{
    private static readonly TimeSpan LostFor = TimeSpan.FromMinutes(5);

    // As long as a watcher may wait between two looks, and as much for the look.
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMinutes(11);
    private readonly List<(string Name, ImapWatcher Watcher)> _mailboxes = [];
    private FolderWatcher? _folder;

    /// <summary>Every mailbox is being watched, here or by another holder of its lease.</summary>
    public bool Ready => Mailboxes.All(mailbox => mailbox.Status is { State: WatcherState.Standby } or { State: WatcherState.Watching, LastPoll: not null });

    /// <summary>Every mailbox, in the order of the settings.</summary>
    public IEnumerable<WatchedMailbox> Mailboxes => _mailboxes.Select(mailbox => new WatchedMailbox(mailbox.Name, mailbox.Watcher.Status));

    /// <summary>What they are at: that of the first one that is not being watched, else of all.</summary>
    public string State => _mailboxes.Count == 0 ? _folder is null ? "Door" : "Folder"
        : Mailboxes.Select(mailbox => mailbox.Status.State).OrderBy(state => state is WatcherState.Watching).First().ToString();

    /// <summary>When the mailbox that was seen whole longest ago was.</summary>
    public DateTimeOffset? LastPoll => Mailboxes.Any(mailbox => mailbox.Status.LastPoll is null) ? null : Mailboxes.Min(mailbox => mailbox.Status.LastPoll);

    /// <summary>What is wrong with the mailboxes; where another program watches them, whether any of them was looked at.</summary>
    public IEnumerable<Alarm> Alarms(IntakeDoor door, DateTimeOffset now)
    {
        foreach (var (name, status) in Mailboxes)
            yield return new Alarm(Alarm.MailboxLost, _mailboxes.Count == 1 ? null : name, status.State is not (WatcherState.Watching or WatcherState.Standby), LostFor);
        if (_mailboxes.Count == 0 && _folder is null)
            yield return new Alarm(Alarm.MailboxLost, null, !(door.LastLook > now - LongestPoll), LostFor);
    }

    public static Watching Of(UsableSettings settings, EngineParts parts, TimeProvider clock, ILoggerFactory logs)
    {
        var watching = new Watching();
        var holder = Holder.Of(settings.Host.DataFolder);
        foreach (var (name, options) in settings.Host.Watched)
            watching._mailboxes.Add((name, new ImapWatcher(options, parts.Door, clock, logs.CreateLogger<ImapWatcher>(), holder)));
        if (settings.Host.MailFolder is { } folder)
            watching._folder = new FolderWatcher(new FolderOptions { Path = folder }, parts.Door, clock, logs.CreateLogger<FolderWatcher>());
        return watching;
    }

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll([_folder?.RunAsync(cancellationToken) ?? Task.CompletedTask, .. _mailboxes.Select(mailbox => mailbox.Watcher.RunAsync(cancellationToken))]);
}
