using System.Net;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Graph.Reading;

/// <summary>An absence message's words. Exchange keeps them as HTML, and wraps what it is given into a page of its own.</summary>
internal static partial class MailText
{
    /// <summary>Plain words as HTML: what somebody wrote is no markup.</summary>
    public static string ToHtml(string words) => WebUtility.HtmlEncode(words.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>The visible words.</summary>
    public static string OfHtml(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Break().Replace(html.ReplaceLineEndings(" "), "\n"), "")).Trim();

    /// <summary>The same words, whatever lies between them.</summary>
    public static bool SameWords(string one, string other) => Space().Replace(one, "") == Space().Replace(other, "");

    [GeneratedRegex(@"<(br|/p|/div)\b[^>]*>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
