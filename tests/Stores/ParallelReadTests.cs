using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Stores.LiteDb;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

/// <summary>A file larger than LiteDB's cache, where pages are taken away from one reader for another.</summary>
public sealed class ParallelReadTests : IDisposable
{
    private const int Rows = 400;
    private const int Bytes = 100_000;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Readers_beside_one_another_and_the_writer_get_their_own_rows()
    {
        await using var store = LiteDbStore.Open(new LiteDbOptions { Path = _folder.File }, TimeProvider.System);
        foreach (var some in Enumerable.Range(0, Rows).Chunk(50)) await PutAsync(store, some);
        using var read = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !read.IsCancellationRequested; n++) await PutAsync(store, [n % Rows]);
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(reader => Task.Run(async () =>
        {
            var random = new Random(reader);
            for (var n = 0; n < 1_500; n++)
            {
                var row = random.Next(Rows);
                var text = await store.FindTextAsync(KeyOf(row), CancellationToken.None);
                Assert.Equal((KeyOf(row), Bytes, (byte)row), (text!.Key, text.Sealed.Length, text.Sealed[Bytes / 2]));
            }
        })));
        await read.CancelAsync();
        await writing;
        Assert.True(store.Health.Healthy);
    }

    private static string KeyOf(int row) => $"text/{row:D4}";

    private static async Task PutAsync(LiteDbStore store, int[] rows) => Assert.Equal(
        CommitResult.Committed,
        await store.CommitAsync(
            new StoreUnit { Texts = [.. rows.Select(row => Text(KeyOf(row), [.. Enumerable.Repeat((byte)row, Bytes)]))] }, CancellationToken.None));
}
