using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Scoring;

namespace SiOne.Bot.Understanding.Model;

/// <summary>Tells why the model read what it read: for the likeliest operations, chosen or not, what spoke for them.</summary>
internal static class Reasons
{
    private const int Operations = 3;
    private const int SentencesEach = 2;
    private const int FeaturesEach = 8;

    /// <summary>The reasons for the likeliest operations, likeliest first.</summary>
    public static ImmutableArray<Reason> Of(OperationModel model, MessageReading message)
    {
        var evidence = model.Ask(message);
        var probabilities = model.Weigh(evidence).Operations();
        var bag = MessageFeatures.Of(message);
        return
        [
            .. Enumerable.Range(0, probabilities.Length).OrderByDescending(i => probabilities[i]).Take(Operations).Select(i => new Reason(
                AllOperations.List[i], Math.Round(probabilities[i], 3),
                [.. evidence.Sentences.OrderByDescending(sentence => sentence.Logits[i]).Take(SentencesEach).Select(sentence => new Weighed(Words(message, sentence.Sentence), Math.Round(sentence.Logits[i], 2)))],
                [.. model.Messages.Why(bag, i).Take(FeaturesEach).Select(feature => new Weighed(Name(feature.Feature), Math.Round(feature.Weight, 2)))],
                Math.Round(evidence.Rules[i], 1))),
        ];
    }

    private static string Words(MessageReading message, BodySentence sentence) =>
        message.Body.Raw[sentence.Tokens[0].Start..(sentence.Tokens[^1].Start + sentence.Tokens[^1].Length)];

    private static string Name(string feature) => feature[0] switch
    {
        'w' => "word ",
        'b' => "pair ",
        'c' => "letters ",
        's' => "subject ",
        _ => "concept ",
    } + feature[1..];
}
