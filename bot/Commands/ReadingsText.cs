using System.Globalization;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Host.Commands;

/// <summary>The Readings as a French page to be signed: what the contract leaves open, what was chosen, and under which setting.</summary>
internal static class ReadingsText
{
    public static IEnumerable<string> Of(Readings readings)
    {
        var lines = ReadingList.Of(readings);
        yield return Typography.Set($"Lectures du contrat : {Number(lines.Length)} points que le texte laisse ouverts, avec le choix en vigueur.", Language.French);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            yield return "";
            yield return $"{Number(i + 1)}. {string.Join(", ", line.Articles.Select(number => new Article(number).Cited))}";
            yield return Typography.Set($"   Le contrat : {line.Open}", Language.French);
            yield return Typography.Set($"   Notre lecture : {line.Chosen}", Language.French);
            yield return $"   SiOne:Readings:{line.Key}{(line.IsDefault ? "" : " (modifié)")}";
        }

        yield return "";
        yield return Typography.Set("Lu et approuvé pour SI-ONE, le ____________________   Nom et signature : ____________________", Language.French);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
