using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Turns the file name that a sender states into one that is safe to show and cannot leave a folder.</summary>
internal static class AttachmentName
{
    private const int MaxLength = 200;

    /// <summary>A safe name; <paramref name="fallback"/> when nothing is left of it.</summary>
    public static string Clean(string? stated, string fallback)
    {
        if (string.IsNullOrWhiteSpace(stated)) return fallback;
        var last = stated.AsSpan();
        // Some clients state the whole path; only the last piece was ever a name.
        var cut = last.TrimEnd("/\\ ").LastIndexOfAny('/', '\\');
        if (cut >= 0) last = last[(cut + 1)..];
        var name = new StringBuilder(last.Length);
        foreach (var c in TextCleaning.OneLine(last.ToString()))
            if (Shown(c) is { } shown) name.Append(shown);
        var clean = name.ToString().Trim(' ').TrimStart('.').TrimEnd('.', ' ');
        // Apple sends letters and accents apart; the same name must be the same text.
        return clean.Length == 0 ? fallback : Shorten(clean.Normalize(NormalizationForm.FormC));
    }

    private static char? Shown(char c) => c switch
    {
        // Bidirectional controls reverse what a person reads ("gpj.exe"); zero-width ones hide differences.
        '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => null,
        (>= '\u200B' and <= '\u200D') or '\uFEFF' or '\u00AD' => null,
        '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' => '_',
        _ => c,
    };

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength) return name;
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 16 ? name[dot..] : "";
        return TextCleaning.Clip(name, MaxLength - extension.Length) + extension;
    }
}
