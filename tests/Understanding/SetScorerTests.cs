using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Learning;
using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>Sets of operations weighed against each other.</summary>
public sealed class SetScorerTests
{
    private static readonly int None = AllOperations.List.IndexOf(OtherOperations.None);
    private static readonly int Arrival = AllOperations.List.IndexOf(LicenceOperations.Arrival);
    private static readonly int Phone = AllOperations.List.IndexOf(PhoneOperations.Prepare);

    [Fact]
    public void The_likeliest_operations_stand_alone_in_twos_and_in_threes_and_no_request_only_alone()
    {
        var logits = Enumerable.Range(0, AllOperations.List.Length).Select(i => i == None ? 9.0 : -i).ToArray();
        var sets = CandidateSets.Of(logits);
        Assert.Equal((8, 15, 4), (sets.Count(set => set.Length == 1), sets.Count(set => set.Length == 2), sets.Count(set => set.Length == 3)));
        Assert.Equal([None], sets[0]);
        Assert.DoesNotContain(sets, set => set.Length > 1 && set.Contains(None));
        Assert.Equal(sets.Length, sets.Select(set => string.Join(',', set.Order())).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_operation_is_as_likely_as_the_sets_that_hold_it()
    {
        var likely = new LikelySets([[Arrival], [Phone], [Arrival, Phone]], [0.5, 0.2, 0.3]);
        var asked = likely.Operations();
        Assert.Equal((0.8, 0.5), (asked[Arrival], asked[Phone]));
        Assert.Equal((0.8, 0.5, 0.0), (likely.Of(Category.Licence), likely.Of(Category.Phone), likely.Of(Category.Restore)));
    }

    [Fact]
    public void Probabilities_add_up_to_one_however_large_the_clues_are()
    {
        var probabilities = SetScorer.Probabilities([[1_000, 0], [999, 0], [-1_000, 5]], [1, 1]);
        Assert.Equal(1, probabilities.Sum(), 9);
        Assert.Equal(Math.E, probabilities[0] / probabilities[1], 6);
    }

    [Fact]
    public void Training_finds_the_clue_that_tells_the_right_set()
    {
        var random = new Random(5);
        var examples = Enumerable.Range(0, 200).Select(_ =>
        {
            var right = random.Next(3);
            return (Enumerable.Range(0, 3).Select(set => Enumerable.Range(0, SetClues.Count).Select(i => i == 4 && set == right ? 3f : random.NextSingle()).ToArray()).ToArray(), right);
        }).ToList();
        var scorer = SetTrainer.Train(examples);
        Assert.Equal(4, Array.IndexOf(scorer.Weights, scorer.Weights.Max()));
        Assert.All(examples, example => Assert.True(SetScorer.Probabilities(example.Item1, scorer.Weights)[example.right] > 0.5));
        Assert.Equal(scorer.Weights, SetTrainer.Train(examples).Weights);
    }
}
