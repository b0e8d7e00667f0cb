using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding;

/// <summary>Why an operation was read, or nearly read.</summary>
/// <param name="Operation">What it is about.</param>
/// <param name="Probability">How likely it was held, 0 to 1.</param>
/// <param name="Sentences">The sentences that speak for it, the strongest first, each with the logit that the model of sentences gives; hostile text.</param>
/// <param name="Features">The words, pairs of words, letters and concepts of the whole message that weigh most, for or against, with their share of the logit.</param>
/// <param name="RuleScore">What the rules give it.</param>
public sealed record Reason(
    Operation Operation, double Probability, ImmutableArray<Weighed> Sentences, ImmutableArray<Weighed> Features, double RuleScore);

/// <summary>Something that weighs for an operation, or with a minus against it.</summary>
/// <param name="Text">The sentence, or the feature: <c>word</c>, <c>pair</c>, <c>letters</c>, <c>subject</c> or <c>concept</c> and its name; words are cut to stems.</param>
/// <param name="Weight">How much.</param>
public sealed record Weighed(string Text, double Weight);
