using System.Text;
using MimeKit;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// What a trusted Authentication-Results field says of DMARC. Only the topmost field counts: those below it came with the mail and may be
/// forged. Verdicts of other kinds (SPF, DKIM, ARC, <c>compauth</c>) prove nothing here.
/// </summary>
internal static class AuthenticationResults
{
    private const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;

    /// <summary>The proof of a mail's sender. From the raw bytes: MimeKit would decode encoded words, which a sender may put into a quoted address.</summary>
    public static SenderProof Read(HeaderList headers, Party? from, MailReaderOptions options) => Read(
        headers.FirstOrDefault(header => header.Id == HeaderId.AuthenticationResults) is { } topmost ? Encoding.UTF8.GetString(topmost.RawValue) : null,
        options.AuthenticationProfile, options.TrustedAuthServId, FromField.ProvableDomain(headers, from));

    /// <summary>Reads the topmost field.</summary>
    /// <param name="topmost">The field; null stands for a mail without one.</param>
    /// <param name="profile">How the server writes it.</param>
    /// <param name="trustedId">The server believed under <see cref="AuthenticationProfile.Rfc8601"/>.</param>
    /// <param name="fromDomain">The From's domain in canonical form; null when there is not exactly one clean address: then nothing proves it.</param>
    public static SenderProof Read(string? topmost, AuthenticationProfile profile, string? trustedId, string? fromDomain)
    {
        if (topmost is null || ResultsOf(AuthenticationStatements.Of(topmost), profile, trustedId) is not { } results) return SenderProof.None;
        var verdicts = results.Select(MethodResult.Of).OfType<MethodResult>().ToArray();
        // Contradicting results are no proof, and a second verdict on one From is a contradiction.
        if (verdicts.Any(verdict => verdict.Is("dmarc", "fail"))) return SenderProof.Fail;
        return verdicts.Where(verdict => verdict.Method.Equals("dmarc", Ignore)).ToArray() is [var only]
            && only.Is("dmarc", "pass") && fromDomain is not null && Holds(only, verdicts, profile, fromDomain)
                ? SenderProof.Pass
                : SenderProof.None;
    }

    /// <summary>The statements behind the server's name; null when the field is not one that the profile believes.</summary>
    private static List<string>? ResultsOf(List<string> statements, AuthenticationProfile profile, string? trustedId) => (profile, statements) switch
    {
        (AuthenticationProfile.Rfc8601, [var server, ..]) when trustedId is { Length: > 0 } && ServerId(server).Equals(trustedId, Ignore) => statements[1..],
        (AuthenticationProfile.ExchangeOnline, [var first, ..]) when MethodResult.Of(first) is not null => statements,
        _ => null,
    };

    // RFC 8601, 2.2: authserv-id [ CFWS authres-version ]; a later version may mean something else.
    private static string ServerId(string statement) => statement.Split(' ') switch
    {
        [var id] => AuthenticationStatements.Unquoted(id),
        [var id, "1"] => AuthenticationStatements.Unquoted(id),
        _ => "",
    };

    /// <summary>Whether a pass is about this From. Exchange Online always states the domain and what it did; a pass without is not its own.</summary>
    private static bool Holds(MethodResult dmarc, MethodResult[] all, AuthenticationProfile profile, string fromDomain)
    {
        var stated = dmarc.Properties.Where(property => property.StartsWith("header.from", Ignore)).ToArray();
        if (!stated.All(property => StatesDomain(property, fromDomain))) return false;
        return profile is AuthenticationProfile.Rfc8601
            || (stated.Length > 0 && dmarc.Properties.Contains("action=none", StringComparer.OrdinalIgnoreCase) && !all.Any(result => result.Is("compauth", "fail")));
    }

    // pvalue: [ [ local-part ] "@" ] domain-name
    private static bool StatesDomain(string property, string fromDomain)
    {
        if (property.Split('=') is not [var name, var value] || !name.Equals("header.from", Ignore)) return false;
        value = AuthenticationStatements.Unquoted(value);
        return MailDomains.Canonical(value[(value.LastIndexOf('@') + 1)..]) == fromDomain;
    }

    /// <summary>methodspec = method [ "/" version ] "=" result, the first thing of a statement; reason and properties follow.</summary>
    private sealed record MethodResult(string Method, string Result, string[] Properties)
    {
        public bool Is(string method, string result) => Method.Equals(method, Ignore) && Result.Equals(result, Ignore);

        public static MethodResult? Of(string statement)
        {
            if (statement.Split(' ') is not [var first, .. var properties] || first.Split('=') is not [var method, var result]) return null;
            if (method.EndsWith("/1", StringComparison.Ordinal)) method = method[..^2];
            return method.Length == 0 || method.Contains('/', StringComparison.Ordinal) ? null : new MethodResult(method, result, properties);
        }
    }
}
