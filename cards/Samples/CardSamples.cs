using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Samples;

/// <summary>Every card with sample data, in both languages: for designers, for checks, and to be looked at before a change of words.</summary>
public static class CardSamples
{
    /// <summary>The cards as JSON, by a name that ends with the language ("confirmation.fr").</summary>
    public static IReadOnlyList<(string Name, string Json)> All { get; } =
        [.. Cards().Select(sample => (sample.Name, CardJson.Write(sample.Card)))];

    /// <summary>The same before they are written.</summary>
    internal static IEnumerable<(string Name, AdaptiveCard Card)> Cards() =>
        from sample in CustomerSamples.All.Concat(DigestSamples.All).Concat(GreetingSamples.All).Concat(TechnicianSamples.All).Concat(PlanSamples.All)
        from language in (Language[])[Language.French, Language.English]
        select ($"{sample.Name}.{(language is Language.English ? "en" : "fr")}", sample.In(language));
}
