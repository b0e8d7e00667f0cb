using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>
/// The addresses under which drafts are confirmed by one click where their sender has no chat (Art. 9): <c>…/confirmer/REQUEST.MAC</c>. The MAC
/// (HMAC-SHA-256, 128 bits) says that we made it; it was written to the requester's address alone, and stands for what reading that mailbox stands for.
/// </summary>
/// <param name="master">The installation's secret.</param>
/// <param name="publicUrl">Where customers' people reach the page; null: there is none.</param>
public sealed partial class ConfirmationLinks(MasterKey master, Uri? publicUrl)
{
    /// <summary>The path before the token.</summary>
    public const string Path = "/confirmer/";

    private const int MacLength = 32;
    private readonly byte[] _key = master.Derive("confirmation-links");

    /// <summary>The address of a request's page; null where there is no page.</summary>
    public string? For(RequestId request) => publicUrl is null ? null : new Uri(publicUrl, Path + TokenOf(request)).AbsoluteUri;

    /// <summary>The request of a token that we made; null for any other text.</summary>
    /// <param name="token">Hostile text.</param>
    public RequestId? Verify(string token)
    {
        if (token.Length is <= MacLength or > 200 || token.LastIndexOf('.') is var dot && dot != token.Length - MacLength - 1) return null;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token[(dot + 1)..]), Encoding.ASCII.GetBytes(Mac(token[..dot])))
            ? new RequestId(token[..dot])
            : null;
    }

    /// <summary>A text whose addresses open nothing any more, for whoever else reads it.</summary>
    public static string CutIn(string text) => Token().Replace(text, Path + "…");

    private string TokenOf(RequestId request) => $"{request.Value}.{Mac(request.Value)}";

    private string Mac(string request) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(request)))[..MacLength];

    [GeneratedRegex("/confirmer/[0-9A-Za-z]+[.][0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
