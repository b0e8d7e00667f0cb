using System.Buffers;
using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Takes out characters that a person does not see: zero-width ones that split words for programs alone, controls that turn the order of
/// reading, and the tag characters in which whole instructions can be hidden. Joiners stay where they build an emoji.
/// </summary>
internal static class InvisibleCharacters
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        "\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF\uDB40");

    /// <summary>The text as it is seen.</summary>
    public static string Remove(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects)) return text;
        var seen = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // U+E0000 to U+E007F, tags.
            if (text[i] == '\uDB40' && i + 1 < text.Length && text[i + 1] is >= '\uDC00' and <= '\uDC7F') i++;
            else if (text[i] == '\uDB40' || !Suspects.Contains(text[i]) || (text[i] == '\u200D' && JoinsEmoji(text, i))) seen.Append(text[i]);
        }

        return seen.ToString();
    }

    private static bool JoinsEmoji(string text, int at) =>
        at > 0 && at + 1 < text.Length && (char.IsLowSurrogate(text[at - 1]) || text[at - 1] == '\uFE0F') && (char.IsHighSurrogate(text[at + 1]) || text[at + 1] is >= '\u2600' and <= '\u27BF');
}
