using System.Collections.Concurrent;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;

namespace SiOne.Bot.MailWatcher.Tests.Folders;

public sealed class FolderWatcherTests
{
    [Fact]
    public async Task A_mail_file_is_kept_and_then_moved_to_taken()
    {
        using var folder = new TempFolder();
        var mail = TestMail.Bytes("Une");
        var intake = new FolderIntake { BeforeKeep = name => Assert.True(File.Exists(folder.File(name))) };
        await using var watching = new Running(folder, intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        await WriteAsync(folder, "une.eml", mail);

        await Deadline.UntilAsync(() => File.Exists(folder.File("taken", "une.eml")));
        var kept = Assert.Single(intake.Kept);
        Assert.Equal(("une.eml", mail.Length), (kept.Name, kept.Bytes.Length));
        Assert.False(File.Exists(folder.File("une.eml")));
    }

    [Fact]
    public async Task Files_that_lay_there_before_the_start_are_taken_and_others_left()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, "a.EML", TestMail.Bytes("Une"));
        await WriteAsync(folder, "notes.txt", TestMail.Bytes("Deux"));
        var intake = new FolderIntake();
        await using var watching = new Running(folder, intake);

        await Deadline.UntilAsync(() => File.Exists(folder.File("taken", "a.EML")));

        Assert.Single(intake.Kept);
        Assert.True(File.Exists(folder.File("notes.txt")));
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_taken_once_and_whole()
    {
        using var folder = new TempFolder();
        var intake = new FolderIntake();
        await using var watching = new Running(folder, intake);
        var whole = TestMail.Bytes("Lente", new string('x', 900));

        await using (var file = new FileStream(folder.File("lente.eml"), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
        {
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(40));
            foreach (var piece in whole.Chunk(100))
            {
                await file.WriteAsync(piece);
                await file.FlushAsync();
                await tick.WaitForNextTickAsync();
            }
        }

        await Deadline.UntilAsync(() => !intake.Kept.IsEmpty);
        Assert.Equal(whole, Assert.Single(intake.Kept).Bytes);
    }

    [Fact]
    public async Task Empty_too_large_and_linked_files_are_refused()
    {
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        await WriteAsync(elsewhere, "secret", TestMail.Bytes("Secret"));
        await WriteAsync(folder, "empty.eml", []);
        await WriteAsync(folder, "large.eml", new byte[5000]);
        File.CreateSymbolicLink(folder.File("link.eml"), elsewhere.File("secret"));
        var intake = new FolderIntake();
        await using var watching = new Running(folder, intake);

        await Deadline.UntilAsync(() => Directory.GetFiles(folder.File("refused")).Length == 3);

        Assert.Empty(intake.Kept);
        Assert.True(File.Exists(elsewhere.File("secret")));
    }

    [Fact]
    public async Task A_name_used_again_covers_no_earlier_file()
    {
        using var folder = new TempFolder();
        var intake = new FolderIntake();
        await using var watching = new Running(folder, intake);

        await WriteAsync(folder, "mail.eml", TestMail.Bytes("Une"));
        await Deadline.UntilAsync(() => File.Exists(folder.File("taken", "mail.eml")));
        await WriteAsync(folder, "mail.eml", TestMail.Bytes("Deux"));

        await Deadline.UntilAsync(() => File.Exists(folder.File("taken", "mail-2.eml")));
        Assert.Equal(2, intake.Kept.Count);
    }

    [Fact]
    public async Task While_the_intake_fails_the_file_stays_and_is_taken_afterwards()
    {
        using var folder = new TempFolder();
        var intake = new FolderIntake { BeforeKeep = _ => throw new IOException("disk full") };
        await using var watching = new Running(folder, intake);
        await WriteAsync(folder, "une.eml", TestMail.Bytes("Une"));
        await watching.UntilAsync(s => s.LastFault is WatcherFault.IntakeFailed);
        Assert.True(File.Exists(folder.File("une.eml")));

        intake.BeforeKeep = null;

        await Deadline.UntilAsync(() => File.Exists(folder.File("taken", "une.eml")));
        Assert.Single(intake.Kept);
    }

    private static async Task WriteAsync(TempFolder folder, string name, byte[] bytes)
    {
        await File.WriteAllBytesAsync(folder.File(name + ".part"), bytes);
        File.Move(folder.File(name + ".part"), folder.File(name));
    }

    private sealed class FolderIntake : IFolderIntake
    {
        public Action<string>? BeforeKeep { get; set; }

        public ConcurrentQueue<(string Name, byte[] Bytes)> Kept { get; } = new();

        public Task KeepAsync(string name, ReadOnlyMemory<byte> bytes, DateTimeOffset receivedAt, CancellationToken cancellationToken)
        {
            BeforeKeep?.Invoke(name);
            Kept.Enqueue((name, bytes.ToArray()));
            return Task.CompletedTask;
        }
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly FolderWatcher _watcher;
        private readonly Task _run;

        public Running(TempFolder folder, IFolderIntake intake)
        {
            var options = new FolderOptions
            {
                Path = folder.Path,
                Settle = TimeSpan.FromMilliseconds(200),
                PollInterval = TimeSpan.FromMilliseconds(300),
                MaxMailBytes = 4096,
            };
            _watcher = new FolderWatcher(options, intake, TimeProvider.System, new RecordingLogger<FolderWatcher>());
            _run = _watcher.RunAsync(_stop.Token);
        }

        public Task UntilAsync(Func<WatcherStatus, bool> holds) => Deadline.UntilAsync(() => holds(_watcher.Status));

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _run.WithinAsync();
            _stop.Dispose();
        }
    }
}
