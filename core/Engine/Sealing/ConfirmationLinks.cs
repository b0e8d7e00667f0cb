using System.Globalization;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>
/// The addresses in mails under which their reader decides with one click: <c>…/confirmer/REQUEST.MAC</c> makes a draft valid where its sender has no
/// chat (Art. 9), <c>…/accord/REQUEST.VERSION.UNTIL.PERSON.MAC</c> is one person's yes or no to a request as it is asked (Art. 11, 14). Each was written
/// to one person's address alone, and stands for what reading that mailbox stands for.
/// </summary>
/// <param name="master">The installation's secret.</param>
/// <param name="publicUrl">Where customers' people reach the pages; null: there are none.</param>
public sealed partial class ConfirmationLinks(MasterKey master, Uri? publicUrl)
{
    /// <summary>The path before the token of a draft.</summary>
    public const string Path = "/confirmer/";

    /// <summary>The path before the token of a request that waits for a yes.</summary>
    public const string ApprovalPath = "/accord/";

    private readonly SignedTokens _drafts = new(master.Derive("confirmation-links"));
    private readonly SignedTokens _approvals = new(master.Derive("approval-links"));

    /// <summary>The address of a draft's page; null where there is no page.</summary>
    public string? For(RequestId request) => Address(Path, _drafts.Sign(request.Value));

    /// <summary>The address at which one person decides; null where there is no page.</summary>
    public string? For(ApprovalAsk ask) => Address(ApprovalPath, _approvals.Sign(string.Create(
        CultureInfo.InvariantCulture, $"{ask.Request}.{ask.Version}.{ask.Until.ToUnixTimeSeconds()}.{MarkOf(ask.Request, ask.PersonId)}")));

    /// <summary>The request of a draft's token that we made; null for any other text.</summary>
    /// <param name="token">Hostile text.</param>
    public RequestId? Verify(string token) => _drafts.Verify(token) is { } request ? new RequestId(request) : null;

    /// <summary>What the token of an approval that we made stands for; null for any other text.</summary>
    /// <param name="token">Hostile text.</param>
    public ApprovalToken? VerifyApproval(string token) =>
        _approvals.Verify(token)?.Split('.') is [var request, var version, var until, var mark]
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new ApprovalToken(new RequestId(request), number, DateTimeOffset.FromUnixTimeSeconds(seconds), mark)
            : null;

    /// <summary>Whom a token was written to, as the customer file lists them now; null where it no longer does.</summary>
    public Person? PersonOf(ApprovalToken token, Customer customer) =>
        customer.People.FirstOrDefault(person => string.Equals(MarkOf(token.Request, person.Id), token.PersonMark, StringComparison.Ordinal));

    /// <summary>A text whose addresses open nothing any more, for whoever else reads it.</summary>
    public static string CutIn(string text) => Token().Replace(text, "/${page}/…");

    private string? Address(string path, string token) => publicUrl is null ? null : new Uri(publicUrl, path + token).AbsoluteUri;

    private string MarkOf(RequestId request, string person) => _approvals.Mark($"{request} {person}");

    [GeneratedRegex("/(?<page>confirmer|accord)/[0-9A-Za-z.]+[.][0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}

/// <summary>What a link to an approval says, as we signed it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Version">What was asked of it, <see cref="ApprovalAsk.VersionOf"/>.</param>
/// <param name="Until">From when it decides nothing more, UTC, in whole seconds.</param>
/// <param name="PersonMark">Whom it was written to, as a hash: an address tells no name.</param>
public sealed record ApprovalToken(RequestId Request, int Version, DateTimeOffset Until, string PersonMark);
