using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Stores.LiteDb;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

/// <summary>What was erased is not in the files any more: not the sealed bytes either, which the master key would open.</summary>
public sealed class ErasedBytesTests : IDisposable
{
    private const int Piece = 16;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_piece_of_an_erased_text_stands_in_file_or_log_whatever_its_size_and_however_often_it_was_written_anew(bool closed)
    {
        var options = new LiteDbOptions { Path = _folder.File };
        var written = new List<byte[]>();
        var store = LiteDbStore.Open(options, TimeProvider.System);
        try
        {
            // Some in one page, some over many; each written over by longer and shorter ones, among texts that stay.
            foreach (var size in (int[])[40, 700, 3_000, 9_000, 40_000, 200_000, 1_000, 20_000, 60])
            {
                for (var key = 0; key < 12; key++)
                {
                    var bytes = RandomNumberGenerator.GetBytes(size + (key * 37));
                    written.Add(bytes);
                    await store.CommitAsync(new StoreUnit { Texts = [Text($"gone/{key}", bytes), Text($"stays/{size}/{key}", RandomNumberGenerator.GetBytes(900))] }, default);
                }
            }

            Assert.NotEqual(0, PiecesOf(written, options.Path));
            await store.CommitAsync(new StoreUnit { ErasedTexts = [.. Enumerable.Range(0, 12).Select(key => Erased($"gone/{key}") with { WithoutTrace = key == 11 })] }, default);
            if (closed) await store.DisposeAsync();
            Assert.Equal(0, PiecesOf(written, options.Path));
            Assert.Equal(0, PiecesOf(written, StoreFile.LogPath(options.Path)));
        }
        finally
        {
            await store.DisposeAsync();
        }

        Assert.DoesNotContain("gone/11", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(options.Path)), StringComparison.Ordinal);
        var inspected = LiteDbStore.Inspect(options, _ => null, default);
        Assert.Equal((0, 108L, 11L), (inspected.MistakesFound, inspected.Rows["texts"], inspected.Rows["erased"]));
    }

    /// <summary>How many pieces, one in every 512 bytes of what was written, stand in a file.</summary>
    private static int PiecesOf(IEnumerable<byte[]> written, string path)
    {
        if (!File.Exists(path)) return 0;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var pieces = new HashSet<UInt128>();
        foreach (var text in written)
            for (var at = 0; at + Piece <= text.Length; at += 512) pieces.Add(new UInt128(BitConverter.ToUInt64(text, at), BitConverter.ToUInt64(text, at + 8)));
        return Enumerable.Range(0, Math.Max(0, bytes.Length - Piece)).Count(at => pieces.Contains(new UInt128(BitConverter.ToUInt64(bytes, at), BitConverter.ToUInt64(bytes, at + 8))));
    }
}
