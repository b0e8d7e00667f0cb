using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SiOne.Bot.Domain.Requests;

/// <summary>Identifiers made from the message that they come from: repeating a stop gives the same ones, so a request is never made twice.</summary>
public static class DeterministicIds
{
    /// <summary>The conversation that a message opens.</summary>
    public static ConversationId Conversation(IntakeKey intake, DateTimeOffset receivedAt) =>
        new(Ulid(receivedAt, Hash($"conversation|{intake.Value}")));

    /// <summary>The request number <paramref name="ordinal"/> (from 0) of a message.</summary>
    public static RequestId Request(IntakeKey intake, DateTimeOffset receivedAt, int ordinal) =>
        new(Ulid(receivedAt, Hash($"request|{intake.Value}|{ordinal}")));

    /// <summary>The reference of that request.</summary>
    public static RequestReference Reference(IntakeKey intake, int ordinal) => RequestReference.Of(Hash($"reference|{intake.Value}|{ordinal}"));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>26 characters: 48 bits of milliseconds, 80 bits of hash, so that keys grow with time.</summary>
    private static string Ulid(DateTimeOffset instant, byte[] hash)
    {
        var time = (ulong)Math.Max(0, instant.ToUnixTimeMilliseconds());
        var bits = new UInt128((time << 16) | BinaryPrimitives.ReadUInt16BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(2)));
        Span<char> text = stackalloc char[26];
        for (var i = 25; i >= 0; i--, bits >>= 5) text[i] = RequestReference.Alphabet[(int)(bits & 31)];
        return new string(text);
    }
}
