using System.Security.Cryptography;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>Seals bytes with AES-256-GCM under one key: nonce, tag, then ciphertext. The associated text is bound to them.</summary>
public sealed class Sealer : IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly AesGcm _cipher;

    /// <summary>With a key of 32 bytes.</summary>
    public Sealer(ReadOnlySpan<byte> key) => _cipher = new AesGcm(key, TagBytes);

    /// <summary>Seals. Two seals of the same bytes differ.</summary>
    /// <param name="plain">What to seal.</param>
    /// <param name="associated">What it belongs to, for example its key in the store; needed again to open.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var result = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = result.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        lock (_cipher)
            _cipher.Encrypt(nonce, plain, result.AsSpan(NonceBytes + TagBytes), result.AsSpan(NonceBytes, TagBytes), associated);
        return result;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">Altered, sealed under another key, or it belongs to something else.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> associated)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes) throw new CryptographicException("Too short to be sealed.");
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        lock (_cipher)
            _cipher.Decrypt(
                sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), plain, associated);
        return plain;
    }

    /// <inheritdoc/>
    public void Dispose() => _cipher.Dispose();
}
