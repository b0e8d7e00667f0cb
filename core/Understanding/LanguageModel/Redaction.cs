using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>
/// What of a message may be told to a provider (RGPD II b, c; Art. 20): secrets masked, people, addresses, numbers, places, files and the company
/// as marks, and neither signature nor quotes. Names that no list and no capital gives away stay.
/// </summary>
internal static partial class Redaction
{
    /// <summary>Characters at most; nobody asks in more.</summary>
    public const int MaxLength = 4_000;

    /// <summary>The redacted subject and text of a message.</summary>
    public static RedactedText Of(MessageToUnderstand message)
    {
        var parts = MessageParts.Of(message.Text);
        var text = Secrets.Mask(Seen($"{SubjectLine.Read(message.Subject).Text}\n{parts.Request}").Trim()).Texts[0];
        if (text.Length > MaxLength) text = text[..MaxLength];
        return RedactedText.Of(text, [.. Forms(text), .. PersonalWords.Find(text, message)]);
    }

    private static IEnumerable<RedactedSpan> Forms(string text) =>
    [
        .. Spans(Link(), text, RedactedKind.Link), .. Spans(Address(), text, RedactedKind.Address), .. Spans(PathForm(), text, RedactedKind.Path),
        .. Spans(FileForm(), text, RedactedKind.File), .. Spans(Street(), text, RedactedKind.Place), .. Spans(Town(), text, RedactedKind.Place),
        .. Spans(Number(), text, RedactedKind.Number).Where(span => !IsDate(text.AsSpan(span.Start, span.Length))),
    ];

    private static IEnumerable<RedactedSpan> Spans(Regex form, string text, RedactedKind kind)
    {
        foreach (Match match in form.Matches(text))
        {
            var found = match.Groups["v"] is { Success: true } value ? value : match;
            yield return new RedactedSpan(found.Index, found.Length, kind, Folding.Fold(found.Value));
        }
    }

    private static string Seen(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (SeenText.Has(rune)) seen.Append(rune);
        return seen.ToString();
    }

    // "16/03/2026", "16.03.26", "2026-03-16": when something is wanted may be told.
    private static bool IsDate(ReadOnlySpan<char> number)
    {
        foreach (var format in DateFormats)
            if (DateOnly.TryParseExact(number, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return true;
        return false;
    }

    private static readonly ImmutableArray<string> DateFormats =
        ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", "d M yyyy", "d M yy", "yyyy-MM-dd"];

    [GeneratedRegex(@"\b(?:https?|ftps?|file|tel|mailto|onenote|ms-\w+):\S+|\bwww\.\S+|\b(?:[\w-]+\.)+(?:fr|com|net|org|eu|io|info|biz|local|lan|example|bzh|pro|paris|be|ch|lu)\b(?:/\S*)?", Options)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+ ?(?:@|\(at\)|\[at\])(?: ?(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+|[\p{L}\p{N}-]*)", Options)]
    private static partial Regex Address();

    [GeneratedRegex(@"\\\\\S+|\b[A-Za-z]:[\\/]\S*|\b\w+(?:\\[\w .-]+)+", Options)]
    private static partial Regex PathForm();

    [GeneratedRegex(@"(?<v>[\p{L}\p{N}_()'.-]+)\.(?:" + SeenText.FileEndings + @")\b", Options)]
    private static partial Regex FileForm();

    [GeneratedRegex(@"\b\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.?|bd|boulevard|place|all[ée]e|impasse|chemin|route|quai|square|cours|faubourg) [^\n,.;:()]{2,60}", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Street();

    [GeneratedRegex(@"\b\d{5} (?-i:\p{Lu})[\p{L}' -]{1,40}", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Town();

    [GeneratedRegex(@"\+?\(?\d\)?(?:[ \u00A0\u202F./()-]{0,2}\d){5,}", Options)]
    private static partial Regex Number();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions Bounded = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
