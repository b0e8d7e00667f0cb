using System.Text;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// What a trusted Authentication-Results field (RFC 8601) says of DMARC. Only the topmost field counts: those below it came with the mail
/// and may be forged. Compound verdicts of other kinds prove nothing here.
/// </summary>
internal static class AuthenticationResults
{
    /// <summary>Reads the topmost field; null stands for a mail without one.</summary>
    public static SenderProof Read(string? topmost, string? trustedId)
    {
        if (topmost is null || string.IsNullOrEmpty(trustedId)) return SenderProof.None;
        if (Statements(topmost) is not [var server, .. var results]) return SenderProof.None;
        if (!string.Equals(ServerId(server), trustedId, StringComparison.OrdinalIgnoreCase)) return SenderProof.None;

        var proof = SenderProof.None;
        foreach (var result in results)
        {
            if (Verdict(result) is not { } verdict) continue;
            // Contradicting results are no proof.
            if (verdict is SenderProof.Fail) return SenderProof.Fail;
            proof = verdict;
        }

        return proof;
    }

    // RFC 8601, 2.2: authserv-id [ CFWS authres-version ]
    private static string ServerId(string statement) => statement.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var id] => id,
        [var id, var version] when version.All(char.IsAsciiDigit) => id,
        _ => "",
    };

    // methodspec = method [ "/" version ] "=" result, the first thing of each statement; reason and properties follow.
    private static SenderProof? Verdict(string statement)
    {
        var equals = statement.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return null;
        var method = statement.AsSpan(0, equals).Trim(' ');
        var slash = method.IndexOf('/');
        if (slash >= 0) method = method[..slash].TrimEnd(' ');
        if (!method.Equals("dmarc", StringComparison.OrdinalIgnoreCase)) return null;
        var result = statement.AsSpan(equals + 1).TrimStart(' ');
        var end = result.IndexOf(' ');
        if (end >= 0) result = result[..end];
        if (result.Equals("pass", StringComparison.OrdinalIgnoreCase)) return SenderProof.Pass;
        return result.Equals("fail", StringComparison.OrdinalIgnoreCase) ? SenderProof.Fail : SenderProof.None;
    }

    // Splits at semicolons outside quotes; comments and folding become one space, quoted text keeps no blank that could split it.
    private static List<string> Statements(string value)
    {
        var statements = new List<string>();
        var current = new StringBuilder();
        int depth = 0;
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && (quoted || depth > 0)) i++;
            else if (quoted) Quoted(c);
            else if (c == '(') depth++;
            else if (depth > 0) depth -= c == ')' ? 1 : 0;
            else if (c == '"') quoted = true;
            else if (c == ';') Next();
            else current.Append(char.IsWhiteSpace(c) ? ' ' : c);
            if (depth > 0 && current.Length > 0 && current[^1] != ' ') current.Append(' ');
        }

        Next();
        return statements;

        void Quoted(char c)
        {
            if (c == '"') quoted = false;
            else current.Append(c is ' ' or '=' or ';' ? '_' : c);
        }

        void Next()
        {
            statements.Add(current.ToString().Trim(' '));
            current.Clear();
        }
    }
}
