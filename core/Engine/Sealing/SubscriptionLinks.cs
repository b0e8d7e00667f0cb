using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>
/// The addresses under which somebody ends their weekly digest, or has it again: <c>…/recapitulatif/PERSON.MAC</c>, the same for all their mails. The MAC
/// (HMAC-SHA-256, 128 bits, under a key of its own) says that we made it, and opens nothing else.
/// </summary>
/// <param name="master">The installation's secret.</param>
/// <param name="publicUrl">Where customers' people reach the page; null: there is none.</param>
public sealed partial class SubscriptionLinks(MasterKey master, Uri? publicUrl)
{
    /// <summary>The path before the token.</summary>
    public const string Path = "/recapitulatif/";

    private const int MacLength = 32;
    private const int LongestToken = 400;
    private readonly byte[] _key = master.Derive("digest-subscriptions");

    /// <summary>The address of a person's page; null where there is no page.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="personId">The person, as its file names them.</param>
    public Uri? For(string customerId, string personId)
    {
        if (publicUrl is null) return null;
        var person = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{customerId}\n{personId}"));
        return new Uri(publicUrl, $"{Path}{person}.{Mac(person)}");
    }

    /// <summary>Whose token it is; null for any text that we did not make.</summary>
    /// <param name="token">Hostile text.</param>
    public (string CustomerId, string PersonId)? Verify(string token)
    {
        if (token.Length is <= MacLength or > LongestToken || token.LastIndexOf('.') != token.Length - MacLength - 1) return null;
        var person = token[..^(MacLength + 1)];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token[^MacLength..]), Encoding.ASCII.GetBytes(Mac(person)))) return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(person)).Split('\n') is [var customerId, var personId] ? (customerId, personId) : null;
    }

    /// <summary>A text whose addresses open nothing any more, for whoever else reads it.</summary>
    public static string CutIn(string text) => Token().Replace(text, Path + "…");

    private string Mac(string person) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(person)))[..MacLength];

    [GeneratedRegex("/recapitulatif/[0-9A-Za-z_-]+[.][0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
