using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LiteDB;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// A document that proves itself: LiteDB has no checksum of its own, so what it hands out is believed only if the SHA-256 over
/// collection, key, version and payload agrees.
/// </summary>
internal static class Checked
{
    public const string Id = "_id";
    public const string Version = "version";
    public const string Payload = "data";
    private const string Sha = "sha";

    public static BsonDocument Document(string collection, BsonValue key, int version, byte[] payload) => new()
    {
        [Id] = key,
        [Version] = version,
        [Payload] = payload,
        [Sha] = Digest(collection, key, version, payload),
    };

    /// <summary>The payload.</summary>
    /// <exception cref="RowDamagedException">It is not what was written.</exception>
    public static byte[] PayloadOf(string collection, BsonDocument document)
    {
        var key = document[Id];
        return document[Payload] is { IsBinary: true } payload && document[Sha] is { IsBinary: true } sha
            && document[Version] is { IsInt32: true } version
            && Digest(collection, key, version.AsInt32, payload.AsBinary).AsSpan().SequenceEqual(sha.AsBinary)
                ? payload.AsBinary
                : throw new RowDamagedException(collection, key);
    }

    private static byte[] Digest(string collection, BsonValue key, int version, byte[] payload)
    {
        var name = Name(collection, key);
        var bytes = new byte[name.Length + sizeof(int) + payload.Length];
        name.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(name.Length), version);
        payload.CopyTo(bytes, name.Length + sizeof(int));
        return SHA256.HashData(bytes);
    }

    private static byte[] Name(string collection, BsonValue key) =>
        Encoding.UTF8.GetBytes($"{collection}\0{(key.IsString ? key.AsString : key.ToString())}\0");
}

/// <summary>A document that is not what was written. It concerns that document alone: the rest of the store goes on.</summary>
internal sealed class RowDamagedException(string collection, BsonValue key) : Exception(
    $"A document of {collection} is damaged (key hash {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())))[..12]}): " +
    "restore a backup, or rebuild from the spool.")
{
    public StoreUnavailableException ForCaller() => new(Message) { Damaged = true };
}
