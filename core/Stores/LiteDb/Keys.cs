using System.Text;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>Which keys the store can hold: LiteDB throws above 1,023 bytes, and broken surrogates would make two keys one.</summary>
internal static class Keys
{
    /// <summary>UTF-8 bytes of a row's key; an index adds an instant or a place before it.</summary>
    public const int MaxBytes = 900;

    /// <summary>UTF-8 bytes of an index's key.</summary>
    public const int MaxIndexBytes = 1_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The key cannot be held; the message does not quote it.</exception>
    public static void Check(string collection, string key, int most)
    {
        if (key.Length > 0 && IsValid(key, most)) return;
        throw new ArgumentException($"A key of {collection} is empty, too long or not valid Unicode.", nameof(key));
    }

    private static bool IsValid(string key, int most)
    {
        try
        {
            return Strict.GetByteCount(key) <= most;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
