using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>
/// Numbers that belong to a person or an account and are no password: bank accounts (IBAN, ISO 13616), payment cards (ISO/IEC 7812) and French social
/// security numbers (NIR). They are cut out as well (RGPD II e), and nobody is advised to change them. Check digits decide, so that an order or
/// device number stays.
/// </summary>
internal static partial class PersonalNumbers
{
    /// <summary>What stands in the place of one.</summary>
    public const string Cut = "[numéro masqué]";

    /// <summary>The text without them.</summary>
    public static string Mask(string text)
    {
        var cut = Iban().Replace(text, match => IsIban(match.Value) ? Cut : match.Value);
        cut = SocialSecurity().Replace(cut, match => IsSocialSecurity(match.Value) ? Cut : match.Value);
        return Card().Replace(cut, match => IsCard(match.Value) ? Cut : match.Value);
    }

    private static string Plain(string value) => string.Concat(value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static bool IsIban(string value)
    {
        var plain = Plain(value);
        var turned = string.Concat((plain[4..] + plain[..4]).Select(c => char.IsAsciiDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return plain.Length is >= 15 and <= 34 && BigInteger.Parse(turned, CultureInfo.InvariantCulture) % 97 == 1;
    }

    // Visa, Mastercard and the like; 15 digits would be a telephone's IMEI, 14 a SIRET, which end in the same check digit.
    private static bool IsCard(string value)
    {
        var sum = 0;
        var digits = Plain(value);
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    private static bool IsSocialSecurity(string value)
    {
        // Corsica: 2A counts as 19, 2B as 18.
        var plain = Plain(value).Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return plain.Length == 15 && long.TryParse(plain[..13], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && 97 - (number % 97) == int.Parse(plain[13..], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?:[ \u00A0\u202F]?[0-9A-Z]{4}){2,7}(?:[ \u00A0\u202F]?[0-9A-Z]{1,3})?\b", Options | RegexOptions.IgnoreCase, BoundedPatterns.Milliseconds)]
    private static partial Regex Iban();

    [GeneratedRegex(@"\b[24-6]\d{3}(?:[ \u00A0\u202F.-]?\d{4}){3}\b", Options, BoundedPatterns.Milliseconds)]
    private static partial Regex Card();

    [GeneratedRegex(@"\b[12][ \u00A0\u202F]?\d{2}[ \u00A0\u202F]?\d{2}[ \u00A0\u202F]?\d[0-9ABab](?:[ \u00A0\u202F]?\d{3}){2}[ \u00A0\u202F]?\d{2}\b", Options, BoundedPatterns.Milliseconds)]
    private static partial Regex SocialSecurity();

    private const RegexOptions Options = RegexOptions.CultureInvariant;
}
