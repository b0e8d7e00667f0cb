using System.Globalization;
using System.Text;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>What a reader of a message sees of it, for whatever takes people out of its words.</summary>
public static class SeenText
{
    /// <summary>What a file's name ends with, when people send it about: a pattern.</summary>
    public const string FileEndings = "xlsx?|xlsm|docx?|pptx?|pdf|zip|rar|7z|csv|txt|png|jpe?g|heic|eml|msg|pst|ost|mp4|dwg|dxf|odt|ods|vsdx?|exe|msi";

    /// <summary>Whether a character is seen. Tags, joiners and private letters carry words that no reader saw; half a character cannot be quoted back.</summary>
    public static bool Has(Rune rune) => rune.Value is '\n' or '\t' || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));
}
