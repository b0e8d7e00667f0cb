using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>Texts and rendered mails in the store, sealed and bound to their key.</summary>
/// <param name="master">The installation's secret.</param>
/// <param name="store">Where they lie.</param>
public sealed class TextVault(MasterKey master, IStore store) : IDisposable
{
    /// <summary>The longest text that is kept, in characters; the whole stays in the spool.</summary>
    public const int MaxCharacters = 60_000;

    private readonly Sealer _sealer = new(master.Derive("texts"));

    /// <summary>A row that keeps a text; longer than <see cref="MaxCharacters"/> is cut.</summary>
    public TextRow Seal(string key, string text) =>
        Seal(key, Encoding.UTF8.GetBytes(text.Length > MaxCharacters ? text[..MaxCharacters] : text));

    /// <summary>A row that keeps bytes.</summary>
    public TextRow Seal(string key, ReadOnlySpan<byte> bytes) =>
        new(key, ImmutableArray.Create(_sealer.Seal(bytes, Encoding.UTF8.GetBytes(key))));

    /// <summary>The text under a key; null when there is none, or it was erased.</summary>
    public async Task<string?> ReadTextAsync(string key, CancellationToken cancellationToken) =>
        await ReadBytesAsync(key, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The bytes under a key; null when there are none, or they were erased.</summary>
    public async Task<byte[]?> ReadBytesAsync(string key, CancellationToken cancellationToken) =>
        await store.FindTextAsync(key, cancellationToken) is { } row ? _sealer.Open(row.Sealed.AsSpan(), Encoding.UTF8.GetBytes(key)) : null;

    /// <inheritdoc/>
    public void Dispose() => _sealer.Dispose();
}
