using System.Buffers;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>Secrets that their form gives away, whatever stands around them.</summary>
internal static partial class FormedSecrets
{
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["eyJ", "-----BEGIN", "://", "bearer ", "AKIA", "otpauth:", "WIFI:", "Q~", "ghp_", "xoxb-", "sk-", "AccountKey", "SharedAccessKey"], StringComparison.OrdinalIgnoreCase);

    public static void Find(string text, List<SecretSpan> found)
    {
        RecoveryKeys(text, found);
        if (text.AsSpan().IndexOfAny(Signs) < 0) return;
        foreach (Match match in Forms().Matches(text)) Add(match.Groups["v"], found);
        PrivateKeys(text, found);
    }

    private static void Add(Group secret, List<SecretSpan> found)
    {
        if (!secret.Value.Contains("[secret", StringComparison.Ordinal)) found.Add(new SecretSpan(secret.Index, secret.Length));
    }

    // BitLocker: eight groups of six digits; people copy a part of it, too.
    private static void RecoveryKeys(string text, List<SecretSpan> found)
    {
        for (var at = text.IndexOf('-', StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf('-', at + 1) : -1)
        {
            if (!SixDigits(text, at - 6) || (at >= 7 && char.IsAsciiDigit(text[at - 7]))) continue;
            var end = at;
            var groups = 1;
            while (end < text.Length && text[end] == '-' && SixDigits(text, end + 1))
            {
                end += 7;
                groups++;
            }

            if (groups < 3) continue;
            found.Add(new SecretSpan(at - 6, end - at + 6));
            at = end - 1;
        }
    }

    private static bool SixDigits(string text, int start)
    {
        if (start < 0 || start + 6 > text.Length) return false;
        for (var i = start; i < start + 6; i++)
            if (!char.IsAsciiDigit(text[i])) return false;
        return true;
    }

    private static void PrivateKeys(string text, List<SecretSpan> found)
    {
        foreach (Match match in PrivateKey().Matches(text))
        {
            var end = text.IndexOf("-----END", match.Index, StringComparison.OrdinalIgnoreCase);
            var close = end < 0 ? -1 : text.IndexOf("-----", end + 8, StringComparison.Ordinal);
            var stop = close < 0 ? text.Length : close + 5;
            found.Add(new SecretSpan(match.Index, stop - match.Index));
        }
    }

    [GeneratedRegex(
        @"(?<v>eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,})|\bBearer\s+(?<v>[\w.~+/=-]{16,})|\b(?<v>AKIA[0-9A-Z]{16})\b|://[^/\s:@]{1,100}:(?<v>[^@\s/]{1,128})@|(?<v>otpauth://\S+)"
        + @"|WIFI:[^\n]{0,200}?P:(?<v>[^;\n]+);|(?<v>[\w~.-]{3}\dQ~[\w~.-]{31,34})|\b(?<v>ghp_[A-Za-z0-9]{30,})|\b(?<v>xoxb-[\w-]{20,})|\b(?<v>sk-[\w-]{20,})|(?:AccountKey|SharedAccessKey)=(?<v>[\w+/=]{16,})",
        Options)]
    private static partial Regex Forms();

    [GeneratedRegex(@"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex PrivateKey();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Bounded = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
