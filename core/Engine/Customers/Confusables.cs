using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SiOne.Bot.Engine.Customers;

/// <summary>
/// Folds letters that eyes take for one another into one: two names with the same fold look alike. A small table for names in Latin script,
/// with the Cyrillic and Greek letters and the figures that pass for Latin ones. The fold itself is no name.
/// </summary>
public static class Confusables
{
    private static readonly FrozenDictionary<char, char> Letters = Table(
        ("a", "аαɑ"), ("b", "вьƅ8"), ("c", "сϲ"), ("d", "ԁɗ"), ("e", "еєҽε"), ("f", "ƒ"), ("g", "ɡց9"), ("h", "һнҺ"), ("k", "кκ"),
        ("l", "iıіιɩ1|ӏј"), ("m", "м"), ("n", "пηո"), ("o", "оοօ0ѳσ"), ("p", "рρ"), ("q", "ԛ"), ("r", "гꭇ"), ("s", "ѕꜱ5"), ("t", "тτ"),
        ("u", "υսц"), ("v", "νѵ"), ("w", "ԝωшѡ"), ("x", "хχ"), ("y", "уγү"), ("z", "ᴢ2"));

    /// <summary>What a name looks like.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (c == '-' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            Append(char.ToLowerInvariant(c), folded);
        }

        return folded.Replace("rn", "m").Replace("vv", "w").Replace("cl", "d").ToString();
    }

    private static void Append(char c, StringBuilder folded)
    {
        switch (c)
        {
            case 'œ': folded.Append("oe"); break;
            case 'æ': folded.Append("ae"); break;
            case 'ß': folded.Append("ss"); break;
            case 'đ': folded.Append('d'); break;
            case 'ø': folded.Append('o'); break;
            case 'ł': folded.Append('l'); break;
            default: folded.Append(Letters.GetValueOrDefault(c, c)); break;
        }
    }

    private static FrozenDictionary<char, char> Table(params (string Seen, string Alike)[] rows) => rows
        .SelectMany(row => row.Alike.Select(alike => KeyValuePair.Create(alike, row.Seen[0])))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary();
}
