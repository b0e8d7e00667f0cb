using System.Buffers.Text;
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

    private readonly SignedTokens _tokens = new(master.Derive("digest-subscriptions"));

    /// <summary>The address of a person's page; null where there is no page.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="personId">The person, as its file names them.</param>
    public Uri? For(string customerId, string personId) => publicUrl is null
        ? null
        : new Uri(publicUrl, Path + _tokens.Sign(Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{customerId}\n{personId}"))));

    /// <summary>Whose token it is; null for any text that we did not make.</summary>
    /// <param name="token">Hostile text.</param>
    public (string CustomerId, string PersonId)? Verify(string token) =>
        _tokens.Verify(token) is { } person && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(person)).Split('\n') is [var customerId, var personId]
            ? (customerId, personId)
            : null;

    /// <summary>A text whose addresses open nothing any more, for whoever else reads it.</summary>
    public static string CutIn(string text) => Token().Replace(text, Path + "…");

    [GeneratedRegex("/recapitulatif/[0-9A-Za-z_-]+[.][0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
