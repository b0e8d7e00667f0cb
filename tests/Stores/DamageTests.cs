using System.Globalization;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Stores.LiteDb;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

/// <summary>
/// What a sick disk makes of a store (F81): each changed byte is refused at opening, found by the inspection, or harmless. Never is wrong data served
/// as good. <c>SIONE_FLIPS</c> makes the series longer.
/// </summary>
public sealed class DamageTests : IDisposable
{
    private const int Units = 60;
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void This_LiteDB_is_the_one_whose_left_transactions_are_spared_their_finalizers() => Assert.True(LeakedTransactions.AreKnown);

    [Fact]
    public async Task A_sound_store_is_sound_and_counted()
    {
        await FillAsync();
        var copied = CopyTo("copy");

        var found = LiteDbStore.Inspect(new LiteDbOptions { Path = copied }, _ => null, None);
        Assert.Empty(found.Mistakes);
        Assert.Equal((Units, Units, Units, Units, Units), (found.Rows["intake"], found.Rows["requests"], found.Rows["conversations"], found.Rows["outbox"], found.Rows["texts"]));
        Assert.True(found.Documents > 5 * Units);
    }

    [Fact]
    public async Task A_text_that_does_not_open_is_found()
    {
        await FillAsync();
        var found = LiteDbStore.Inspect(new LiteDbOptions { Path = CopyTo("copy") }, text => text.Key.EndsWith("/7", StringComparison.Ordinal) ? "a text does not open" : null, None);
        Assert.Equal("a text does not open", Assert.Single(found.Mistakes));
    }

    [Fact]
    public async Task A_copy_is_taken_while_the_store_is_written_and_holds_what_was_acknowledged_before()
    {
        await using var store = Open(_folder.File);
        var acknowledged = 0;
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            for (var n = 1 + worker; !stop.IsCancellationRequested; n += 4)
            {
                await store.CommitAsync(KillTests.Unit(n), None);
                Interlocked.Increment(ref acknowledged);
            }
        })).ToArray();
        for (var round = 0; round < 5; round++)
        {
            SpinWait.SpinUntil(() => Volatile.Read(ref acknowledged) >= (round + 1) * 20);
            var before = Volatile.Read(ref acknowledged);
            var copy = await store.CopyToAsync(Made($"round-{round}"), None);

            var found = LiteDbStore.Inspect(new LiteDbOptions { Path = copy.Path }, _ => null, None);
            Assert.Empty(found.Mistakes);
            Assert.Equal(copy.Rows, found.Rows);
            Assert.True(found.Rows["intake"] >= before, $"{found.Rows["intake"]} of {before}");
        }

        await stop.CancelAsync();
        await Task.WhenAll(load);
        Assert.True(store.Health.Healthy);
    }

    [Fact]
    public async Task A_folder_that_takes_no_copy_harms_nobody()
    {
        await using var store = Open(_folder.File);
        var folder = Made("taken");
        await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(_folder.File)), "somebody else's");

        await Assert.ThrowsAsync<IOException>(() => store.CopyToAsync(folder, None));
        Assert.Equal(CommitResult.Committed, await store.CommitAsync(KillTests.Unit(1), None));
    }

    [Fact]
    public async Task No_changed_byte_is_served_as_good()
    {
        await FillAsync();
        var sound = await ContentAsync(CopyTo("sound"));
        var bytes = await File.ReadAllBytesAsync(_folder.File);
        var random = new Random(20261123);
        var (refused, found, harmless) = (0, 0, 0);
        for (var flip = 0; flip < Flips; flip++)
        {
            var (at, bit) = (random.Next(bytes.Length), random.Next(8));
            var path = Path.Combine(Made($"flip-{flip}"), "sione.db");
            var flipped = bytes.ToArray();
            flipped[at] ^= (byte)(1 << bit);
            await File.WriteAllBytesAsync(path, flipped);
            try
            {
                if (LiteDbStore.Inspect(new LiteDbOptions { Path = path }, _ => null, None).MistakesFound > 0) found++;
                else
                {
                    Assert.True(sound == await ContentAsync(path), $"byte {at}, bit {bit}: other data is served as good");
                    harmless++;
                }
            }
            catch (StoreUnavailableException)
            {
                refused++;
            }

            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }

        Assert.Equal(Flips, refused + found + harmless);
        Assert.True(found > Flips / 10, $"{refused} refused, {found} found, {harmless} harmless");
    }

    private static int Flips => int.TryParse(Environment.GetEnvironmentVariable("SIONE_FLIPS"), CultureInfo.InvariantCulture, out var flips) ? flips : 300;

    private static LiteDbStore Open(string path) => LiteDbStore.Open(new LiteDbOptions { Path = path }, TimeProvider.System);

    private string Made(string name) => Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_folder.File)!, "..", name)).FullName;

    private string CopyTo(string name)
    {
        using var unused = LiteDbStore.Hold(new LiteDbOptions { Path = _folder.File });
        return unused.CopyTo(Made(name));
    }

    private async Task FillAsync()
    {
        await using var store = Open(_folder.File);
        for (var n = 1; n <= Units; n += 10) await Task.WhenAll(Enumerable.Range(n, 10).Select(m => store.CommitAsync(KillTests.Unit(m), None)));
    }

    /// <summary>Everything that the port gives, by every way, as one text.</summary>
    private static async Task<string> ContentAsync(string path)
    {
        await using var store = Open(path);
        var all = new List<object?>();
        await foreach (var row in store.AllIntakeAsync(None)) all.Add(row);
        await foreach (var row in store.AllRequestsAsync(None)) all.Add(row);
        await foreach (var row in store.AllOutboxAsync(None)) all.Add(row);
        all.AddRange(await store.ListWaitingIntakeAsync("", 100, None));
        all.AddRange(await store.ListDueOutboxAsync(Noon, 100, None));
        all.Add(string.Join(' ', (await store.KnownUidsAsync(Box, 7, 1, 900, None)).Order()));
        for (var n = 1; n <= Units; n++)
        {
            all.Add(await store.FindConversationByInboundIdAsync(Hash($"<mail-{n}>"), None));
            all.Add((await store.FindIntakeByContentAsync(Mail((uint)n).ContentHash, Box, None))?.Key);
            all.AddRange(await store.FindRequestsByReferenceAsync(Reference(n), None));
            all.AddRange(await store.ListOutboxOfAsync(new(Id(n)), None));
            all.Add(await store.FindTextAsync($"intake/{n}", None));
        }

        return string.Join('\n', all.Select(item => System.Text.Json.JsonSerializer.Serialize(item)));
    }
}
