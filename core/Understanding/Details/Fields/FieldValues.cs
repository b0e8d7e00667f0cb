using System.Runtime.InteropServices;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>A thing that a text names.</summary>
/// <param name="Text">As written.</param>
/// <param name="Token">The first word of it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NamedThing(string Text, int Token);

/// <summary>Values of fields as they are kept.</summary>
internal static class FieldValues
{
    private const int MaxLength = 80;

    /// <summary>One line, single blanks, no control characters and none of the separator; at most 80 characters.</summary>
    public static string Clean(string text)
    {
        var plain = new string([.. text.Select(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == FieldNames.Separator[1] ? ' ' : c)]);
        var joined = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ',', ';', ':', '.');
        if (joined.Length <= MaxLength) return joined;
        return joined[..(char.IsHighSurrogate(joined[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    /// <summary>The number of the word that a character belongs to or that follows it.</summary>
    public static int TokenAt(TokenizedText text, int position)
    {
        var (low, high) = (0, text.Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.Tokens[middle].Start + text.Tokens[middle].Length <= position) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
