using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>Texts and rendered mails in the store, sealed and bound to their key.</summary>
/// <param name="master">The installation's secret.</param>
/// <param name="store">Where they lie.</param>
public sealed class TextVault(MasterKey master, IStore store) : IDisposable
{
    internal const string Purpose = "texts";
    private readonly Sealer _sealer = new(master.Derive(Purpose));

    /// <summary>A row that keeps bytes.</summary>
    public TextRow Seal(string key, ReadOnlySpan<byte> bytes) =>
        new(key, ImmutableArray.Create(_sealer.Seal(bytes, Encoding.UTF8.GetBytes(key))));

    /// <summary>The bytes under a key; null when there are none, or they were erased.</summary>
    public async Task<byte[]?> ReadBytesAsync(string key, CancellationToken cancellationToken) =>
        await store.FindTextAsync(key, cancellationToken) is { } row ? Open(row) : null;

    /// <summary>The bytes of a row.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Altered, or sealed under another master key.</exception>
    public byte[] Open(TextRow row) => _sealer.Open(row.Sealed.AsSpan(), Encoding.UTF8.GetBytes(row.Key));

    /// <inheritdoc/>
    public void Dispose() => _sealer.Dispose();
}
