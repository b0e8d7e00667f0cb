using System.Collections.Immutable;
using SiOne.Bot.Understanding.Cues;
using SiOne.Bot.Understanding.Scoring;
using SiOne.Bot.Understanding.Text;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Model;

/// <summary>Turns a message, or one sentence with its neighbours, into features: stems, pairs of stems, letters within words, and the vocabulary's concepts.</summary>
internal static class MessageFeatures
{
    private const int StemLength = 6;
    private const int ShortestGram = 3;
    private const int LongestGram = 5;
    private const int LongestWord = 30;
    private const string Separator = "<subject>";

    /// <summary>The features of a whole message.</summary>
    public static FeatureBag Of(MessageReading message)
    {
        var bag = new FeatureBag();
        var subject = Words(message.Subject.Tokens);
        Add(bag, [.. subject, Separator, .. Words(message.Body.Tokens)]);
        foreach (var word in subject) bag.Add("s" + Stem(word));
        foreach (var sentence in message.Reading.Sentences) AddConcepts(bag, "C", sentence.Mentions, pairs: true);
        return bag;
    }

    /// <summary>The features of each sentence of the body, in their order.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sentences">Its <see cref="BodySentences"/>.</param>
    public static ImmutableArray<FeatureBag> OfSentences(MessageReading message, ImmutableArray<BodySentence> sentences)
    {
        var words = sentences.Select(sentence => Words(sentence.Tokens)).ToList();
        var subject = Words(message.Subject.Tokens);
        var bags = ImmutableArray.CreateBuilder<FeatureBag>(sentences.Length);
        for (var i = 0; i < sentences.Length; i++)
        {
            var bag = new FeatureBag();
            Add(bag, words[i]);
            if (sentences[i].Part is { } part) AddConcepts(bag, "C", part.Mentions, pairs: true);
            foreach (var word in subject) bag.Add("s" + Stem(word));
            if (i > 0)
            {
                foreach (var word in words[i - 1]) bag.Add("p" + Stem(word));
                if (sentences[i - 1].Part is { } before) AddConcepts(bag, "pC", before.Mentions, pairs: false);
            }
            if (i + 1 < sentences.Length)
                foreach (var word in words[i + 1]) bag.Add("n" + Stem(word));
            bag.Add(i switch { 0 => "q0", 1 => "q1", 2 => "q2", _ => "q3" });
            bags.Add(bag);
        }
        return bags.MoveToImmutable();
    }

    /// <summary>The sentences of the body that have words, with their scored part.</summary>
    public static ImmutableArray<BodySentence> BodySentences(MessageReading message)
    {
        var parts = message.Reading.Sentences.Where(part => !part.IsSubject).ToDictionary(part => part.Sentence);
        return [.. message.Body.Tokens.GroupBy(token => token.Sentence).Select(group => new BodySentence(group.Key, [.. group], parts.GetValueOrDefault(group.Key)))];
    }

    private static void Add(FeatureBag bag, IReadOnlyList<string> words)
    {
        string? before = null;
        foreach (var word in words)
        {
            var stem = Stem(word);
            bag.Add("w" + stem);
            if (before is not null) bag.Add($"b{before} {stem}");
            before = stem;
            if (word[0] != '<') AddGrams(bag, "^" + word + "$");
        }
    }

    private static void AddGrams(FeatureBag bag, string word)
    {
        for (var length = ShortestGram; length <= LongestGram; length++)
            for (var i = 0; i + length <= word.Length; i++) bag.Add(string.Concat("c", word.AsSpan(i, length)));
    }

    private static void AddConcepts(FeatureBag bag, string prefix, Mentions mentions, bool pairs)
    {
        var names = Names(mentions);
        for (var i = 0; i < names.Count; i++)
        {
            bag.Add(prefix + names[i]);
            if (!pairs) continue;
            for (var other = i + 1; other < names.Count; other++) bag.Add($"{prefix}{names[i]}+{names[other]}");
        }
    }

    private static List<string> Names(Mentions mentions)
    {
        var names = new List<string>();
        if (mentions == default) return names;
        foreach (var id in mentions.Asserted.Ids()) names.Add(Lexicon.Default.Names[id]);
        foreach (var id in mentions.Denied.Ids()) names.Add("-" + Lexicon.Default.Names[id]);
        return names;
    }

    // Numbers tell by their length at most; nobody's word is longer than this one can tell anything by.
    private static List<string> Words(ImmutableArray<Token> tokens)
    {
        var words = new List<string>(tokens.Length);
        foreach (var token in tokens)
        {
            if (token.Word.Length == 0) continue; // Nothing but combining marks.
            var word = token.Word.Length > LongestWord ? token.Word[..LongestWord] : token.Word;
            words.Add(word.AsSpan().ContainsAnyInRange('0', '9') ? string.Concat(word.Select(c => char.IsAsciiDigit(c) ? '0' : c)) : word);
        }
        return words;
    }

    private static string Stem(string word) => word.Length > StemLength ? word[..StemLength] : word;
}

/// <summary>A sentence of the body.</summary>
/// <param name="Number">Its number in the body.</param>
/// <param name="Tokens">Its words; at least one.</param>
/// <param name="Part">Its concepts and scores.</param>
internal sealed record BodySentence(int Number, ImmutableArray<Token> Tokens, Part? Part);
