using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>The installation's one secret of 32 bytes; every other key is derived from it for one purpose.</summary>
public sealed class MasterKey
{
    private readonly byte[] _key;

    /// <summary>From 32 random bytes.</summary>
    /// <exception cref="ArgumentException">Another length.</exception>
    public MasterKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != 32) throw new ArgumentException("A master key has 32 bytes.", nameof(key));
        _key = key.ToArray();
    }

    /// <summary>A key of 32 bytes for one purpose (HKDF with SHA-256, RFC 5869).</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, 32, info: Encoding.UTF8.GetBytes($"sione/{purpose}"));

    /// <summary>Reads the key file; where there is nothing yet that it opens, makes one that only its owner can read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mayCreate">False beside data: another key would open none of it.</param>
    /// <exception cref="InvalidDataException">The file holds something else, or is missing beside data; nothing is changed.</exception>
    public static MasterKey Load(string path, bool mayCreate)
    {
        if (!File.Exists(path))
        {
            if (!mayCreate) throw new InvalidDataException($"{path} is missing, and there is data that only this key opens: restore it, or correct SiOne:MasterKeyFile.");
            // Of two that start together one wins, and its key is the installation's.
            PrivateFile.WriteOnce(path, Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
        }

        var text = File.ReadAllText(path).Trim();
        var bytes = new byte[32];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == 32
            ? new MasterKey(bytes)
            : throw new InvalidDataException($"{path} does not hold a master key: 32 bytes in base64 were expected.");
    }

    /// <summary>Nothing of the key.</summary>
    public override string ToString() => "***";
}
