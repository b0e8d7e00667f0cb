using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>What clients do to a text when they make a plain one out of the HTML that a person wrote and sees.</summary>
internal static partial class MangledText
{
    /// <summary>
    /// Line ends were lost ("Bon courageGaël"), or bold and list marks written out: the HTML beside it is the better text. A name such as "iPhone" says so,
    /// too, and then costs no more than reading the HTML.
    /// </summary>
    public static bool Is(string plain) => Glued().IsMatch(plain) || Starred().IsMatch(plain);

    /// <summary>The text without addresses behind links and without the places of pictures, list marks with what they mark.</summary>
    public static string Seen(string plain)
    {
        if (plain.Contains("*\n", StringComparison.Ordinal)) plain = LoneMark().Replace(plain, "* ");
        if (plain.Contains('[', StringComparison.Ordinal)) plain = Picture().Replace(plain, "");
        return plain.Contains('<', StringComparison.Ordinal) ? LinkTarget().Replace(plain, "${before}") : plain;
    }

    [GeneratedRegex(@"\p{Ll}{3}[,.;!?]?\p{Lu}\p{Ll}|-{4,}(?:De|From) ?:", Options)]
    private static partial Regex Glued();

    [GeneratedRegex(@"(?:^|\s)\*\p{L}[^*\r\n]{0,80}\*(?:\s|[.,;:!?]|$)|^ *\*$", Options | RegexOptions.Multiline)]
    private static partial Regex Starred();

    // New Outlook's list: the mark on a line of its own.
    [GeneratedRegex(@"^ *\*\n", Options | RegexOptions.Multiline)]
    private static partial Regex LoneMark();

    // Outlook's "Renouveler maintenant<https://…>": a person sees the words.
    [GeneratedRegex(@"(?<before>[^\s<>])<(?:https?://|mailto:)[^<>\s]{1,2000}>", Options | RegexOptions.IgnoreCase)]
    private static partial Regex LinkTarget();

    // "[cid:image001.png@01DC6660.0F1D2A10]", "[https://…/photo.png]", "[Une image contenant texte, logo Description générée automatiquement]".
    [GeneratedRegex(@"\[(?:(?:cid:|image ?:|https?://)[^\[\]]{0,500}|[^\[\]]{0,300}(?:Description générée automatiquement|Description automatically generated)[^\[\]]{0,40})\]", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
}
