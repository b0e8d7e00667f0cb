using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>A labelled message with what a reader answered.</summary>
/// <param name="Labelled">The message.</param>
/// <param name="Requests">The answer; at least one.</param>
public sealed record Answer(LabelledMessage Labelled, ImmutableArray<UnderstoodRequest> Requests)
{
    /// <summary>The first request expected.</summary>
    public LabelledRequest Expected => Labelled.Requests[0];

    /// <summary>The first request answered.</summary>
    public UnderstoodRequest First => Requests[0];

    /// <summary>Whether the first answer has a category that the message asks for.</summary>
    public bool HasRightCategory => Labelled.Requests.Any(request => request.Operation.Category == First.Operation.Category);

    /// <summary>The figures of some answers.</summary>
    public static Figures Measure(IReadOnlyCollection<Answer> answers) => new(
        Round(Enum.GetValues<Category>().Average(category => F1(
            answers.Count(answer => answer.First.Operation.Category == category && answer.Expected.Operation.Category == category),
            answers.Count(answer => answer.First.Operation.Category == category),
            answers.Count(answer => answer.Expected.Operation.Category == category)))),
        Share(answers, answer => answer.First.Operation.Category == answer.Expected.Operation.Category),
        Share(answers, answer => answer.First.Operation == answer.Expected.Operation),
        Round(F1(answers.Sum(Hits), answers.Sum(answer => answer.Requests.Length), answers.Sum(answer => answer.Labelled.Requests.Length))),
        Share(answers.Where(answer => answer.Labelled.Requests.Length > 1), HasRightCategories),
        Share(answers.Where(answer => answer.Labelled.Requests.Length == 1), HasRightCategories),
        Share(answers, answer => answer.First.Abstained),
        Share(answers.Where(answer => !answer.First.Abstained), answer => !answer.HasRightCategory),
        Share(answers, answer => answer.First.Person == answer.Expected.Person),
        Share(answers, answer => answer.First.Date == answer.Expected.Date),
        Share(answers, answer => answer.First.Urgent == answer.Expected.Urgent));

    /// <summary>Whether the categories of all requests are those expected.</summary>
    public static bool HasRightCategories(Answer answer) =>
        answer.Requests.Select(request => request.Operation.Category).ToHashSet().SetEquals(answer.Labelled.Requests.Select(request => request.Operation.Category));

    // Two arrivals asked and one read are one hit.
    private static int Hits(Answer answer) => answer.Requests.GroupBy(request => request.Operation)
        .Sum(group => Math.Min(group.Count(), answer.Labelled.Requests.Count(request => request.Operation == group.Key)));

    private static double F1(int right, int given, int expected) => given + expected == 0 ? 0 : 2.0 * right / (given + expected);

    private static double Share(IEnumerable<Answer> answers, Func<Answer, bool> holds)
    {
        var list = answers.ToList();
        return list.Count == 0 ? 0 : Round(list.Count(holds) / (double)list.Count);
    }

    private static double Round(double value) => Math.Round(value, 4);
}
