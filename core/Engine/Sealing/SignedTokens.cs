using System.Security.Cryptography;
using System.Text;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>Texts for addresses that say by themselves that we made them: <c>TEXT.MAC</c> (HMAC-SHA-256, 128 bits). Each purpose has a key of its own.</summary>
/// <param name="key">The purpose's key.</param>
internal sealed class SignedTokens(byte[] key)
{
    private const int MacLength = 32;
    private const int Longest = 400;

    /// <summary>The text with its MAC.</summary>
    public string Sign(string text) => $"{text}.{Mac(text)}";

    /// <summary>The text of a token that we made; null for any other.</summary>
    /// <param name="token">Hostile text.</param>
    public string? Verify(string token)
    {
        if (token.Length is <= MacLength or > Longest || token.LastIndexOf('.') is var dot && dot != token.Length - MacLength - 1) return null;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token[(dot + 1)..]), Encoding.ASCII.GetBytes(Mac(token[..dot]))) ? token[..dot] : null;
    }

    /// <summary>A short keyed hash, which tells nobody of what it was made.</summary>
    public string Mark(string text) => Mac($"mark {text}")[..16];

    private string Mac(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))[..MacLength];
}
