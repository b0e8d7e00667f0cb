using System.Globalization;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>
/// Finds passwords, codes, keys and tokens that people write into requests, and masks them (RGPD I expects a session password to arrive;
/// RGPD II e: nothing but the sealed spool may hold it). When in doubt it masks: a technician can unseal the original. Idempotent.
/// </summary>
public static partial class Secrets
{
    // Each pass may uncover a secret that stood behind another one.
    private const int MaxPasses = 8;

    /// <summary>Masks the secrets of one text.</summary>
    /// <param name="text">Any text; line ends as LF.</param>
    public static MaskedTexts Mask(string text) => Mask([text]);

    /// <summary>Masks the secrets of all texts of one message: what is found in one of them is masked in all.</summary>
    /// <param name="texts">Subject, body, names …, in any order.</param>
    public static MaskedTexts Mask(IReadOnlyList<string> texts)
    {
        var known = new SecretNumbers(texts.Where(t => t.Contains(SecretNumbers.Prefix, StringComparison.Ordinal)).Select(HighestNumber).DefaultIfEmpty(0).Max());
        var masked = texts.Select(PersonalNumbers.Mask).ToArray();
        for (var pass = 0; pass < MaxPasses && MaskOnce(masked, known); pass++)
        {
        }

        return new MaskedTexts([.. masked], known.Count);
    }

    private static bool MaskOnce(string[] texts, SecretNumbers numbers)
    {
        var normalised = Array.ConvertAll(texts, NormalisedText.Of);
        var found = normalised.Select(n => NormalisedText.Merged(SecretFinder.Find(n))).ToArray();
        if (Array.TrueForAll(found, f => f.Count == 0)) return false;
        for (var i = 0; i < texts.Length; i++)
            foreach (var span in found[i])
                numbers.Add(normalised[i].Text.Substring(span.Start, span.Length));
        for (var i = 0; i < texts.Length; i++) texts[i] = Replace(normalised[i], found[i], numbers);
        return true;
    }

    private static string Replace(NormalisedText text, List<SecretSpan> found, SecretNumbers numbers)
    {
        var spans = new List<SecretSpan>(found);
        foreach (var secret in numbers.Values)
            for (var at = text.Text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(secret, at + 1, StringComparison.Ordinal))
                if (IsWhole(text.Text, at, secret.Length)) spans.Add(new SecretSpan(at, secret.Length));
        return text.Replace(spans, numbers.MaskFor);
    }

    // "1234" inside "0612345678" is another number.
    private static bool IsWhole(string text, int start, int length) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1]) || !char.IsLetterOrDigit(text[start]))
        && (start + length == text.Length || !char.IsLetterOrDigit(text[start + length]) || !char.IsLetterOrDigit(text[start + length - 1]));

    private static int HighestNumber(string text) => MaskNumber().Matches(text)
        .Select(m => int.Parse(m.Groups["v"].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();

    [GeneratedRegex(@"\[secret masqué #(?<v>\d{1,4})\]", RegexOptions.CultureInvariant, BoundedPatterns.Milliseconds)]
    private static partial Regex MaskNumber();
}
