using System.Collections.Concurrent;
using System.Text;
using LiteDB;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Stores.LiteDb;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

/// <summary>What the embedded store does when a unit, a document, the file or the disk fails it.</summary>
public sealed class LiteDbFailureTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_path_is_opened_once()
    {
        await using (Open())
        {
            var refused = Assert.Throws<StoreUnavailableException>(() => Open());
            Assert.Contains("another process uses this store", refused.Message, StringComparison.Ordinal);
        }

        await using var again = Open();
        Assert.True(again.Health.Healthy);
    }

    [Fact]
    public async Task Only_the_owner_may_look_into_folder_and_files()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var store = Open();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(_folder.File)!));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File + ".lock"));
    }

    [Theory]
    [InlineData("nfs4", true)]
    [InlineData("cifs", true)]
    [InlineData("smb2", true)]
    [InlineData("fuse.sshfs", true)]
    [InlineData("ext4", false)]
    [InlineData("xfs", false)]
    [InlineData("overlayfs", false)]
    [InlineData("tmpfs", false)]
    [InlineData("NTFS", false)]
    public void Network_file_systems_are_known_by_name(string format, bool network) => Assert.Equal(network, StoreLock.IsNetwork(format));

    [Fact]
    public void A_file_that_is_no_store_is_left_alone_and_said()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File)!);
        File.WriteAllText(_folder.File, new string('x', 20_000));

        Assert.Contains("is not a store's file", Assert.Throws<StoreUnavailableException>(() => Open()).Message, StringComparison.Ordinal);
        Assert.Equal(20_000, new FileInfo(_folder.File).Length);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await Open().DisposeAsync();
        Tamper("meta", "format", document => document["value"] = 2);

        Assert.Contains("newer version", Assert.Throws<StoreUnavailableException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_that_wait_share_a_barrier_of_at_most_64()
    {
        using var gate = new ManualResetEventSlim();
        var barriers = 0;
        await using var store = Open(point =>
        {
            if (point == "store.written") gate.Wait();
            if (point == "store.barrier") barriers++;
        });

        var first = store.CommitAsync(new StoreUnit { NewIntake = [Mail(1)] }, None);
        var rest = Enumerable.Range(2, 100).Select(n => store.CommitAsync(new StoreUnit { NewIntake = [Mail((uint)n)] }, None)).ToList();
        gate.Set();
        await Task.WhenAll(rest.Append(first));

        // The first may have taken some of the others along.
        Assert.InRange(barriers, 2, 3);
        Assert.True(store.Health.BarrierP99 > TimeSpan.Zero);
    }

    [Fact]
    public async Task Units_begun_together_have_one_barrier()
    {
        var barriers = 0;
        await using var store = Open(point => barriers += point == "store.barrier" ? 1 : 0);

        await Task.WhenAll(store.CommitTogether([.. Enumerable.Range(1, 50).Select(n => new StoreUnit { NewIntake = [Mail((uint)n)] })], None));

        Assert.Equal(1, barriers);
    }

    [Fact]
    public async Task Nobody_reads_what_is_committed_but_not_yet_behind_the_barrier()
    {
        using var committed = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        await using var store = Open(point =>
        {
            if (point != "store.committed") return;
            committed.Release();
            goOn.Wait();
        });

        var commit = store.CommitAsync(new StoreUnit { NewIntake = [Mail(1)] }, None);
        await committed.WaitAsync();
        var reading = Task.Run(() => store.FindIntakeAsync(MailKey(1), None));
        Assert.False(commit.IsCompleted);
        Assert.False(SpinWait.SpinUntil(() => reading.IsCompleted, TimeSpan.FromMilliseconds(50)));
        goOn.Set();

        Assert.Equal(CommitResult.Committed, await commit);
        Same(Mail(1), await reading);
    }

    [Theory]
    [InlineData("store.written")]
    [InlineData("store.committed")]
    [InlineData("store.barrier")]
    public async Task One_failure_anywhere_in_a_commit_is_healed_and_the_answer_is_right(string point)
    {
        var failures = 1;
        var fail = Fail(point, () => failures-- > 0);
        await using var store = Open(fail);

        var rivals = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => store.CommitAsync(
            new StoreUnit { Conversations = [Talk(1)], Texts = [Text($"rival/{n}", (byte)n)] }, None)));

        Assert.Equal(1, rivals.Count(result => result is CommitResult.Committed));
        for (var n = 1; n <= 20; n++)
            Assert.Equal(rivals[n - 1] is CommitResult.Committed, await store.FindTextAsync($"rival/{n}", None) is not null);
        Assert.Equal(CommitResult.Committed, await store.CommitAsync(new StoreUnit { Conversations = [Talk(1, 2)] }, None));
        Assert.True(store.Health.Healthy);
    }

    [Fact]
    public async Task One_commit_on_a_disk_that_failed_ends_it_although_the_next_would_succeed()
    {
        var hits = 0;
        var store = Open(point =>
        {
            if (point == "store.committed" && ++hits == 2) throw new IOException("A test breaks the disk.", 5); // EIO
        });
        Assert.Equal(CommitResult.Committed, await store.CommitAsync(new StoreUnit { NewIntake = [Mail(1)] }, None));
        for (uint n = 2; n < 5; n++)
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync(new StoreUnit { NewIntake = [Mail(n)] }, None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.FindIntakeAsync(MailKey(1), None));
        Assert.Equal((2, false), (hits, store.Health.Healthy));
        await store.DisposeAsync();

        await using var again = Open();
        Assert.NotNull(await again.FindIntakeAsync(MailKey(1), None));
        Assert.Null(await again.FindIntakeAsync(MailKey(3), None));
    }

    [Fact]
    public async Task Three_failed_commits_in_a_row_end_it_and_nothing_acknowledged_is_lost()
    {
        var broken = false;
        var store = Open(Fail("store.committed", () => broken));
        Assert.Equal(CommitResult.Committed, await store.CommitAsync(new StoreUnit { NewIntake = [Mail(1)] }, None));
        broken = true;
        var acknowledged = new ConcurrentBag<uint> { 1 };
        for (uint n = 2; n < 10; n++)
            try
            {
                await store.CommitAsync(new StoreUnit { NewIntake = [Mail(n)] }, None);
                acknowledged.Add(n);
            }
            catch (StoreUnavailableException)
            {
                break;
            }

        Assert.False(store.Health.Healthy);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync(new StoreUnit { NewIntake = [Mail(20)] }, None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.FindIntakeAsync(MailKey(1), None));
        await store.DisposeAsync();

        await using var again = Open();
        Assert.Subset((await again.KnownUidsAsync(Box, 7, 1, 20, None)).ToHashSet(), acknowledged.ToHashSet());
        Assert.Null(await again.FindIntakeAsync(MailKey(20), None));
    }

    [Fact]
    public async Task A_damaged_document_is_never_served_and_harms_only_those_who_need_it()
    {
        await using (var store = Open())
            await store.CommitAsync(new StoreUnit { Requests = [Request(1), Request(2)], Texts = [Text("secret-key", 1, 2, 3)] }, None);
        Tamper("requests", Id(1), document => document["data"] = Flip(document["data"].AsBinary));
        Tamper("texts", "secret-key", document => document["data"] = new byte[] { 1, 2 });

        await using var again = Open();
        var damage = await Assert.ThrowsAsync<StoreUnavailableException>(() => again.FindRequestAsync(new RequestId(Id(1)), None));
        Assert.Contains("of requests is damaged (key hash ", damage.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Id(1), damage.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => again.FindTextAsync("secret-key", None));
        Same(Request(2), await again.FindRequestAsync(new RequestId(Id(2)), None));

        var guilty = again.CommitAsync(new StoreUnit { Requests = [Request(1, 2)], NewIntake = [Mail(99)] }, None);
        var others = Enumerable.Range(1, 20).Select(n => again.CommitAsync(new StoreUnit { NewIntake = [Mail((uint)n)] }, None)).ToList();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => guilty);
        Assert.All(await Task.WhenAll(others), result => Assert.Equal(CommitResult.Committed, result));
        Assert.Equal(20, (await again.KnownUidsAsync(Box, 7, 1, 1_000, None)).Count);
        Assert.True(again.Health.Healthy);
    }

    [Fact]
    public async Task A_row_swapped_for_another_one_is_damaged()
    {
        await using (var store = Open()) await store.CommitAsync(new StoreUnit { Texts = [Text("a", 1), Text("b", 2)] }, None);
        using (var file = new LiteDatabase(_folder.File))
        {
            var texts = file.GetCollection("texts");
            var other = texts.FindById("b");
            other["_id"] = "a";
            texts.Update(other);
        }

        await using var again = Open();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => again.FindTextAsync("a", None));
    }

    public static TheoryData<string> BadKeys => ["", new string('x', 901), new string('é', 451)];

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task A_key_that_cannot_be_kept_is_refused_and_never_found(string key)
    {
        await using var store = Open();

        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => store.CommitAsync(new StoreUnit { Texts = [Text(key)], NewIntake = [Mail(1)] }, None));
        if (key.Length > 0) Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
        Assert.Null(await store.FindTextAsync(key, None));
        Assert.Null(await store.FindIntakeAsync(MailKey(1), None));
        Assert.Null(await store.FindTextAsync(new string('y', 100_000), None));
    }

    [Fact]
    public async Task Keys_with_half_a_character_are_refused_since_two_of_them_would_become_one()
    {
        await using var store = Open();

        await RefusedAsync(store, new StoreUnit { Texts = [Text("\ud800", 1)] });
        await RefusedAsync(store, new StoreUnit { NewOutbox = [Answer("\udc00a")] });
        Assert.Null(await store.FindTextAsync("\ufffd", None));
    }

    [Fact]
    public async Task The_longest_key_is_kept_in_every_index()
    {
        var key = new string('é', 450);
        await using var store = Open();
        await store.CommitAsync(new StoreUnit { NewIntake = [Handed(key)], NewOutbox = [Answer(key)], Texts = [Text(key, 7)] }, None);

        Assert.Equal(key, Assert.Single(await store.ListWaitingIntakeAsync("", 100, None)).Key.Value);
        Assert.Equal(key, Assert.Single(await store.ListDueOutboxAsync(Noon, 100, None)).Key);
        Same(Text(key, 7), await store.FindTextAsync(key, None));
    }

    [Fact]
    public async Task Rows_that_would_be_read_wrongly_are_refused()
    {
        await using var store = Open();

        await RefusedAsync(store, new StoreUnit { Texts = [Text("k", new byte[(256 * 1024) + 1])] });
        await RefusedAsync(store, new StoreUnit { NewIntake = [Mail(1) with { Reason = new string('x', 256 * 1024) }] });
        await RefusedAsync(store, new StoreUnit { NewIntake = [Mail(1) with { Key = new IntakeKey($"m.{Box}.7.1") }] });
        await RefusedAsync(store, new StoreUnit { NewIntake = [Mail(1) with { Version = 2 }] });
        Assert.Empty(await store.ListIntakeAsync("", 100, None));
    }

    [Fact]
    public async Task A_full_disk_refuses_units_and_keeps_the_acknowledged_ones()
    {
        var kept = 0;
        await using (var store = LiteDbStore.Open(new LiteDbOptions { Path = _folder.File, MaxBytes = 1 }, TimeProvider.System))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            {
                for (; kept < 100; kept++) await store.CommitAsync(new StoreUnit { Texts = [Text($"text/{kept}", new byte[200_000])] }, None);
            });
            Assert.InRange(kept, 1, 99);
            Assert.False(store.Health.Healthy);
            Assert.Equal(CommitResult.Committed, await store.CommitAsync(new StoreUnit(), None));
        }

        await using var larger = Open();
        for (var n = 0; n < kept; n++) Assert.Equal(200_000, (await larger.FindTextAsync($"text/{n}", None))!.Sealed.Length);
        Assert.Equal(CommitResult.Committed, await larger.CommitAsync(new StoreUnit { Texts = [Text("more", 1)] }, None));
    }

    [Fact]
    public async Task The_log_stays_small_and_nothing_erased_is_left_in_the_files()
    {
        var canary = Encoding.ASCII.GetBytes("Zq7!cAnArY0001");
        await using (var store = Open())
        {
            await store.CommitAsync(new StoreUnit { Texts = [Text("k", canary)] }, None);
            for (var n = 0; n < 50; n++) await store.CommitAsync(new StoreUnit { Texts = [Text($"filler/{n}", new byte[100_000])] }, None);
            Assert.True(store.Health.LogBytes < 16 << 20, $"{store.Health.LogBytes}");
            await store.CommitAsync(new StoreUnit { Texts = [Text("k", new byte[canary.Length])] }, None);
        }

        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_folder.File)!))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(canary));
    }

    private static async Task RefusedAsync(LiteDbStore store, StoreUnit unit) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.CommitAsync(unit, None));

    private static Action<string> Fail(string at, Func<bool> when) => point =>
    {
        if (point == at && when()) throw new IOException("A test breaks the disk.");
    };

    private static byte[] Flip(byte[] bytes) => [.. bytes.Select((b, at) => at == bytes.Length / 2 ? (byte)(b ^ 1) : b)];

    private LiteDbStore Open(Action<string>? reached = null) =>
        LiteDbStore.Open(new LiteDbOptions { Path = _folder.File, Reached = reached }, TimeProvider.System);

    private void Tamper(string collection, string key, Action<BsonDocument> change)
    {
        using var file = new LiteDatabase(_folder.File);
        var document = file.GetCollection(collection).FindById(key);
        change(document);
        file.GetCollection(collection).Update(document);
    }
}
