using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>What a word looks like by itself: how far it could be a password, or something else that has digits in it.</summary>
internal readonly partial record struct SecretShape(string Value, bool Letters, bool Digits, bool Lower, bool UpperInside, bool Symbols)
{
    public static SecretShape Of(string value)
    {
        bool letters = false, digits = false, lower = false, upperInside = false, symbols = false;
        // An exclamation mark at the end of a word is punctuation until digits say otherwise.
        var core = value.AsSpan().TrimEnd("!?*");
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            letters |= char.IsLetter(c);
            digits |= char.IsAsciiDigit(c);
            lower |= char.IsLower(c);
            upperInside |= char.IsUpper(c) && lower;
            symbols |= i < core.Length && c is '!' or '@' or '#' or '$' or '%' or '&' or '*' or '+' or '=' or '?' or '^' or '~' or '€' or '§' or '_' or '£';
        }

        return new SecretShape(value, letters, digits, lower, upperInside, symbols || (digits && core.Length < value.Length));
    }

    /// <summary>Digits and nothing else, as many as a PIN or one-time code has.</summary>
    public bool IsPin => Value.Length is >= 4 and <= 8 && Value.All(char.IsAsciiDigit);

    /// <summary>Nothing but letters (hyphens, apostrophes): a word unless something says that it is none.</summary>
    public bool IsWord => !Digits && !Symbols;

    /// <summary>Of the kinds that password rules ask for, enough to stand without a separator.</summary>
    public bool IsStrong => Letters && ((Digits && Value.Length >= 6) || (Symbols && Value.Length >= 5)) && !IsSomethingElse;

    /// <summary>So clearly a password that it may stand some words away from its key.</summary>
    public bool IsVeryStrong => Lower && Value.Length >= 6 && !IsSomethingElse
        && (Digits ? Symbols || Value.Length >= 8 || Value.IndexOfAny(['.', '-']) > 0 : Symbols);

    /// <summary>An address, file, date, amount, product, device or error code.</summary>
    public bool IsSomethingElse => SomethingElse().IsMatch(Value);

    [GeneratedRegex(
        @"^(?:[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|https?://\S*|www\.\S*|\\\\\S*|[a-z]:\\\S*|\S+\.(?:xlsx?|docx?|pptx?|pdf|zip|rar|7z|csv|txt|png|jpe?g|eml|pst|ost|exe|msi|mp4|dwg|odt|ods|fr|com|net|org|eu|example|local)"
        + @"|\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}[h:]\d{0,2}|\d+(?:[.,]\d+)?(?:€|%|go|mo|to|gb|mb|k|eur|h|j|x|e|er|ère|ème|eme|nd|th)|\d+x\d+"
        + @"|(?:office|microsoft|windows|win|ms|o|m|w|e|f|a|g|iphone|ipad|galaxy|samsung|pixel|server|sql|exchange|outlook|excel|word|sage|ebp|ie|edge|chrome|http|ipv|usb|rj|wpa|mp|h|p|c|s|n|sha|md|base|utf|tls|wifi|lot|etape|ticket|poste|pc|salle|bureau)[-_ ]?\d{1,6}(?:h2|[a-z])?"
        + @"|[a-z]{1,4}\d{1,2}|0x[0-9a-f]+|(?:kb|inc|req|rdv|cve|aadsts|caa|err|pc|lt|srv|dsk|hp|imp)[-_#]?[0-9a-f-]+|[#n°]+\d+|\d+[-/]\d+|\+?\d[\d .-]{8,}|secret|masqué|\[secret.*)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SomethingElse();
}
