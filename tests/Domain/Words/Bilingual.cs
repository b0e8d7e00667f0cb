using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>What holds of any text of ours in its language. Linked into the tests of cards and host.</summary>
internal static class Bilingual
{
    /// <summary>Words and shortened words that no English sentence of ours holds.</summary>
    private static readonly Regex OfFrench = new(
        @"\b([ldnscjm]|qu)[’']\w|\b(le|la|les|des|une|du|et|est|sont|qui|que|dans|avec|sans|vous|votre|vos|nous|notre|pour|sur|par|au|aux|ne|pas|ou|où|à|été|êtes|déjà|"
        + @"après|même|très|attend|demande|demandeur|client|accord|délai|échéance|faite|reçue?|refusée?|annulée?|personne|technicien|précisions|devis|brouillon|reste)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    /// <summary>What a printer would not do. The colon of a short hour ("14:10") is part of it.</summary>
    private static readonly Regex NotSet = new(
        @"'| [:;!?»]|« |[\w.][;!?»]|[\w.-[0-9]]:[^/]|\d:[^/\d]|«\w|\u00A0[;!?»]|\u202F:",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static readonly Regex NotSetInEnglish = new(@"\s[:;!?]|'|«|»", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    /// <summary>Both are there, they differ, and each is what it should be once set.</summary>
    public static void Check(Label label)
    {
        Check(Typography.Set(label, Language.French), Typography.Set(label, Language.English));
        Assert.Equal(label.Fr, label.ToString());
    }

    /// <summary>The same of sentences that are set.</summary>
    public static void Check(string french, string english)
    {
        Assert.False(string.IsNullOrWhiteSpace(french));
        Assert.False(string.IsNullOrWhiteSpace(english));
        Assert.NotEqual(french, english);
        French(french);
        English(english);
    }

    /// <summary>A French text, set as a printer would.</summary>
    public static void French(string text) => Assert.False(NotSet.IsMatch(text), text);

    /// <summary>An English text with nothing French in it: neither words nor spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">What may stand in it as its owner spells it: names, and what a customer wrote.</param>
    public static void English(string text, params IEnumerable<string> names)
    {
        foreach (var name in names) text = text.Replace(name, "", StringComparison.Ordinal);
        Assert.False(NotSetInEnglish.IsMatch(text), text);
        var found = OfFrench.Match(text);
        Assert.False(found.Success, $"“{found.Value}” in “{text}”");
    }
}
