using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.MailWatcher;

/// <summary>
/// Watches one folder of the file system for mail files: keeps each that is written whole, then moves it to <c>taken</c>, or to <c>refused</c>
/// when it is empty, too large, a link or unreadable. Its received instant is when it was found: a file's own time is the writer's word.
/// </summary>
/// <param name="options">Valid options.</param>
/// <param name="intake">Keeps the mails.</param>
/// <param name="clock">Time for waits and received instants.</param>
/// <param name="logger">Never given a file's name.</param>
public sealed partial class FolderWatcher(FolderOptions options, IFolderIntake intake, TimeProvider clock, ILogger<FolderWatcher> logger)
{
    private readonly string _tag = ImapWatcher.Tag(options.Path);
    private readonly Dictionary<string, Stamp> _seen = new(StringComparer.Ordinal);
    private volatile WatcherStatus _status = new(WatcherState.Stopped);

    private enum Fate
    {
        Wait,
        Taken,
        Refused,
    }

    /// <summary>How it is doing at this instant.</summary>
    public WatcherStatus Status => _status;

    /// <summary>Watches until stopped. Never throws for what the file system or the intake do.</summary>
    /// <param name="stop">Ends it.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        var backoff = new Backoff(options.PollInterval, TimeSpan.FromSeconds(60));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(backoff, stop);
            }
            catch (Exception e)
            {
                if (stop.IsCancellationRequested) break;
                var fault = e is IntakeException ? WatcherFault.IntakeFailed
                    : e is IOException or UnauthorizedAccessException ? WatcherFault.FolderUnusable : WatcherFault.Unexpected;
                var (now, wait) = (clock.GetUtcNow(), backoff.Next());
                _status = _status with { State = WatcherState.Retrying, LastFault = fault, LastFaultAt = now, RetryAt = now + wait };
                Log.Interrupted(logger, _tag, fault, (e.InnerException ?? e).GetType().Name);
                await Task.Delay(wait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        _status = _status with { State = WatcherState.Stopped, RetryAt = null };
    }

    private async Task WatchAsync(Backoff backoff, CancellationToken stop)
    {
        foreach (var folder in new[] { "", "taken", "refused" }) Directory.CreateDirectory(Path.Combine(options.Path, folder));
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var announced = new FileSystemWatcher(options.Path);
        announced.Created += (_, _) => changes.Writer.TryWrite(true);
        announced.Changed += (_, _) => changes.Writer.TryWrite(true);
        announced.Renamed += (_, _) => changes.Writer.TryWrite(true);
        announced.EnableRaisingEvents = true;
        _status = _status with { State = WatcherState.Watching, RetryAt = null };
        while (true)
        {
            var unsettled = await LookAsync(stop);
            backoff.Reset();
            _status = _status with { LastPoll = clock.GetUtcNow() };
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stop);
            // While a file settles its writer's announcements are no news: only the second look after the pause counts.
            var pause = Task.Delay(unsettled ? options.Settle : options.PollInterval, clock, wait.Token);
            if (unsettled) await pause;
            else await Task.WhenAny(pause, changes.Reader.WaitToReadAsync(wait.Token).AsTask());
            changes.Reader.TryRead(out _);
            await wait.CancelAsync();
            stop.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> LookAsync(CancellationToken stop)
    {
        var unsettled = false;
        var files = new DirectoryInfo(options.Path).EnumerateFiles()
            .Where(f => f.Extension.Equals(".eml", StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Name, StringComparer.Ordinal).ToArray();
        foreach (var gone in _seen.Keys.Except(files.Select(f => f.Name), StringComparer.Ordinal).ToArray()) _seen.Remove(gone);
        foreach (var file in files)
        {
            var fate = await TakeAsync(file, stop);
            if (fate is Fate.Wait) unsettled = true;
            else MoveAway(file, fate is Fate.Taken ? "taken" : "refused");
        }
        return unsettled;
    }

    private async Task<Fate> TakeAsync(FileInfo file, CancellationToken stop)
    {
        if (file.LinkTarget is not null) return Refuse("a link");
        var stamp = new Stamp(file.Length, file.LastWriteTimeUtc.Ticks, clock.GetTimestamp());
        if (!_seen.TryGetValue(file.Name, out var before) || !before.IsSameFile(stamp))
        {
            _seen[file.Name] = stamp;
            return Fate.Wait;
        }
        if (clock.GetElapsedTime(before.At) < options.Settle) return Fate.Wait;
        if (stamp.Length == 0) return Refuse("empty");
        if (stamp.Length > options.MaxMailBytes) return Refuse("too large");
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(file.FullName, stop);
        }
        catch (FileNotFoundException)
        {
            return Fate.Wait;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse("unreadable");
        }
        if (bytes.Length != stamp.Length)
        {
            _seen.Remove(file.Name);
            return Fate.Wait;
        }
        try
        {
            await intake.KeepAsync(file.Name, bytes, clock.GetUtcNow(), stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            throw new IntakeException(e);
        }
        Log.Kept(logger, _tag);
        return Fate.Taken;
    }

    private Fate Refuse(string reason)
    {
        Log.Refused(logger, _tag, reason);
        return Fate.Refused;
    }

    private void MoveAway(FileInfo file, string folder)
    {
        _seen.Remove(file.Name);
        var (stem, ending) = (Path.GetFileNameWithoutExtension(file.Name), file.Extension);
        for (var n = 1; ; n++)
        {
            var target = Path.Combine(options.Path, folder, n == 1 ? file.Name : FormattableString.Invariant($"{stem}-{n}{ending}"));
            if (Path.Exists(target)) continue;
            File.Move(file.FullName, target, overwrite: false);
            return;
        }
    }

    private sealed record Stamp(long Length, long Written, long At)
    {
        public bool IsSameFile(Stamp other) => Length == other.Length && Written == other.Written;
    }

    private static partial class Log
    {
        [LoggerMessage(2050, LogLevel.Information, "Folder mailbox {Mailbox}: one mail was kept.")]
        public static partial void Kept(ILogger logger, string mailbox);

        [LoggerMessage(2051, LogLevel.Warning, "Folder mailbox {Mailbox}: one file was refused ({Reason}).")]
        public static partial void Refused(ILogger logger, string mailbox, string reason);

        [LoggerMessage(2052, LogLevel.Warning, "Folder mailbox {Mailbox}: interrupted ({Fault}, {Exception}); tried again.")]
        public static partial void Interrupted(ILogger logger, string mailbox, WatcherFault fault, string exception);
    }
}
