using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>
/// A message's words with nobody in them (Art. 7, RGPD II b): only common words stay, neutral ones stand where people, companies, addresses, numbers,
/// places and files were, and whatever is not known to be harmless goes. A name that is a common word as well stays where nothing gives it away:
/// in small letters, or as the first word of a sentence, of somebody who is not in the customer file.
/// </summary>
public static partial class Redactor
{
    /// <summary>Characters that are read at most; nobody asks in more.</summary>
    public const int MaxLength = 4_000;

    /// <summary>Somebody's first name; <see cref="LastName"/> where another word follows it.</summary>
    public const string FirstName = "Prénom";

    /// <summary>The other words of somebody's name.</summary>
    public const string LastName = "Nom";

    /// <summary>The customer.</summary>
    public const string Company = "Société";

    /// <summary>A mail address.</summary>
    public const string Address = "nom@domaine.example";

    /// <summary>A web address or a domain.</summary>
    public const string Link = "https://site.example";

    /// <summary>A path on a server or drive.</summary>
    public const string Folder = @"Z:\dossier";

    /// <summary>A file's name, before its ending.</summary>
    public const string File = "fichier";

    /// <summary>A street with its number.</summary>
    public const string Street = "1 rue du Nom";

    /// <summary>A telephone number.</summary>
    public const string Phone = "00 00 00 00 00";

    /// <summary>Any other number of four digits and more but a year or a date.</summary>
    public const string Number = "0000";

    /// <summary>Any other word.</summary>
    public const string Word = "…";

    private const int DigitsOfPhone = 9;

    /// <summary>The text with nobody in it. The same text always gives the same.</summary>
    /// <param name="text">Hostile text; line ends as LF.</param>
    /// <param name="names">Whose names are known.</param>
    public static string Redact(string text, NamesToCut names)
    {
        var seen = Visible(text.Length <= MaxLength ? text : text[..MaxLength]);
        var masked = Secrets.Mask(string.Join('\n', seen.Split('\n').TakeWhile(line => !IsClosing(line)).Where(line => !line.StartsWith('>')))).Texts[0];
        return new RedactedWords(masked, names).Read();
    }

    // Letters drawn as symbols are letters.
    private static string Visible(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (SeenText.Has(rune)) seen.Append(rune.Value is '’' or 'ʼ' ? "'" : Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator || rune.Value is '\t' ? " " : rune.ToString());
        return string.Concat(seen.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(rune => rune.IsBmp || !Rune.IsLetterOrDigit(rune)));
    }

    /// <summary>A signature follows.</summary>
    private static bool IsClosing(string line) => ClosingForm().IsMatch(line);

    /// <summary>Dates and years may stay: they say when something is wanted.</summary>
    private static bool IsDay(string number) => DateOnly.TryParseExact(number, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (number.Length == 4 && int.TryParse(number, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100);

    private static readonly string[] DateForms = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d.M.yyyy", "d.M.yy", "yyyy-MM-dd", "d/M", "dd.MM"];

    private static string InPlaceOfNumber(string number) =>
        IsDay(number.TrimEnd()) ? number : number.Count(char.IsDigit) >= DigitsOfPhone ? Phone : Number;

    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions Bounded =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\W*((bien |très |tres )?cordialement|cdlt|cdt|(sincères |meilleures )?salutations|bien (à|a) vous|(best|kind|warm) regards|regards|envoy[ée] (de|depuis)|sent from)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex ClosingForm();

    // What matches further up in this list is not tried as what stands further down.
    [GeneratedRegex(
        @"(?<mark>\[(secret masqué #[0-9]+|numéro masqué)\])"
        + @"|(?<link>\b(https?|ftps?|file|tel|mailto|onenote|sip):\S+|\bwww\.\S+)"
        + @"|(?<address>[\p{L}\p{N}._%+'-]+ ?(@[\p{L}\p{N}._-]*|(\(at\)|\[at\]|\(a\)|\barobase\b) ?[\p{L}\p{N}._-]*))"
        + @"|(?<path>\\\\\S+|\b[a-z]:[\\/]\S*|[\p{L}\p{N}_.-]+(\\[\p{L}\p{N}_.-]*)+)"
        + @"|[\p{L}\p{N}_()-][\p{L}\p{N}_()'.-]*\.(?<file>" + SeenText.FileEndings + @")\b"
        + @"|(?<link>\b([\p{L}\p{N}-]+\.)+(fr|com|net|org|eu|io|info|biz|local|lan|example|bzh|pro|paris|be|ch|lu|de|uk)\b(/\S*)?)"
        + @"|(?<street>(\b[0-9]{1,4}( ?(bis|ter))?,? ?(rue|avenue|av\.?|bd|bld|boulevard|place|pl\.?|all[ée]e|impasse|chemin|route|quai|square|cours|faubourg|lieu-?dit|za|zi|zac)|\b(rue|avenue|boulevard|impasse|faubourg|lieu-?dit|za|zi|zac)) [^\n,;:()!?.]{2,60})"
        + @"|(?<hour>\b[0-9]{1,2} ?(h|:) ?[0-9]{2}\b|\b[0-9]{1,2} ?h\b)"
        + @"|(?<number>\+?\(?[0-9]([ .,/()_-]{0,3}[0-9]){3,})"
        + @"|(?<few>\b[0-9]{1,3}(er|ère|ere|e|ème|eme|nd|nde|st|th|j|min|mn|go|gb|to|mo|%|€|x|fois)?\b)"
        + @"|(?<code>\b(365|m365|o365|e1|e3|e5|f1|f3|p1|p2|4g|5g|2fa|mp3|mp4|h24|24h|48h|7j|a3|a4|w10|w11|win10|win11)\b)"
        + @"|(?<other>[\p{L}\p{M}]*[\p{N}_][\p{L}\p{M}\p{N}_]*)"
        + @"|(?<word>\p{L}[\p{L}\p{M}]*)"
        + @"|(?<sign>[^\p{L}\p{N}_])"
        + @"|(?<rest>.)",
        Options | RegexOptions.Singleline)]
    private static partial Regex Piece();
}
