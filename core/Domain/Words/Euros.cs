using System.Globalization;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says amounts and numbers as people write them: "1 240,80 €" with spaces that do not break, in English "€1,240.80".</summary>
internal static class Euros
{
    private static readonly NumberFormatInfo French = NumberFormatInfo.ReadOnly(
        new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202F", NumberDecimalDigits = 2 });

    /// <summary>An amount, always with two decimals.</summary>
    public static string Say(decimal euros, Language language) => language is Language.English
        ? $"€{euros.ToString("N2", CultureInfo.InvariantCulture)}"
        : $"{euros.ToString("N2", French)}{Typography.NoBreakSpace}€";

    /// <summary>A number with as many of two decimals as it has.</summary>
    public static string Number(decimal number, Language language) =>
        number.ToString("0.##", language is Language.English ? NumberFormatInfo.InvariantInfo : French);
}
