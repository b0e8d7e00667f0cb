using System.Diagnostics;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using Xunit.Abstractions;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>What the rules reach. The cues were set on the odd messages first and later on the misses of the even ones: <see cref="FreshSentenceTests"/> says more about new mail.</summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Odd_messages_on_which_the_cues_were_set_stay_understood()
    {
        var figures = await Measure(odd: true);
        Assert.True(figures.Category >= 0.93, "category");
        Assert.True(figures.Operation >= 0.89, "operation");
        Assert.True(figures.Person >= 0.96, "person");
        Assert.True(figures.Date >= 0.93, "date");
        Assert.True(figures.Urgent >= 0.975, "urgent");
        Assert.True(figures.Count >= 0.92, "number of requests");
    }

    [Fact]
    public async Task Even_messages_whose_misses_were_looked_at_once_are_understood()
    {
        var figures = await Measure(odd: false);
        Assert.True(figures.Category >= 0.82, "category");
        Assert.True(figures.Operation >= 0.75, "operation");
        Assert.True(figures.Person >= 0.92, "person");
        Assert.True(figures.Date >= 0.94, "date");
        Assert.True(figures.Urgent >= 0.96, "urgent");
        Assert.True(figures.Count >= 0.90, "number of requests");
        Assert.True(figures.MacroF1 >= 0.80, "macro F1");
    }

    [Fact]
    public async Task Confidence_tells_right_answers_from_wrong_ones()
    {
        var understanding = new RuleBasedUnderstanding();
        var answers = new List<(double Confidence, bool Abstained, bool Right)>();
        foreach (var labelled in LabelledRequests.All.Where(labelled => labelled.Id % 2 == 0))
        {
            var first = (await understanding.UnderstandAsync(labelled.Message, CancellationToken.None))[0];
            answers.Add((first.Confidence, first.Abstained, first.Operation.Id == labelled.Expected[0].Operation));
        }
        foreach (var band in answers.GroupBy(answer => Math.Floor(answer.Confidence * 10)).OrderBy(band => band.Key))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"confidence {band.Key / 10:0.0}: {band.Count()} messages, {Share(band, answer => answer.Right):0.00} right"));
        var given = Share(answers.Where(answer => !answer.Abstained), answer => answer.Right);
        var withheld = Share(answers.Where(answer => answer.Abstained), answer => answer.Right);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"given {given:0.000} right, abstained {Share(answers, answer => answer.Abstained):0.000} of all, of these {withheld:0.000} right"));
        Assert.True(given >= withheld + 0.2);
        Assert.True(Share(answers.Where(answer => answer.Confidence >= 0.8), answer => answer.Right) >= 0.78);
    }

    [Fact]
    public async Task A_message_takes_at_most_a_few_milliseconds()
    {
        var understanding = new RuleBasedUnderstanding();
        await understanding.UnderstandAsync(LabelledRequests.All[0].Message, CancellationToken.None);
        var started = Stopwatch.GetTimestamp();
        foreach (var labelled in LabelledRequests.All) await understanding.UnderstandAsync(labelled.Message, CancellationToken.None);
        var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / LabelledRequests.All.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:0.00} ms a message"));
        Assert.True(each < 50); // An order of magnitude, not a measurement: the machine may be busy.
    }

    private async Task<Figures> Measure(bool odd)
    {
        var understanding = new RuleBasedUnderstanding();
        var read = new List<(LabelledMessage Labelled, IReadOnlyList<UnderstoodRequest> Requests)>();
        foreach (var labelled in LabelledRequests.All.Where(labelled => labelled.Id % 2 == (odd ? 1 : 0)))
            read.Add((labelled, await understanding.UnderstandAsync(labelled.Message, CancellationToken.None)));
        var figures = new Figures(
            Share(read, r => r.Requests[0].Operation.Category.Id() == r.Labelled.Expected[0].Category),
            Share(read, r => r.Requests[0].Operation.Id == r.Labelled.Expected[0].Operation),
            Share(read, r => r.Requests[0].Person == r.Labelled.Expected[0].Person),
            Share(read, r => r.Requests[0].Date == r.Labelled.Expected[0].Date),
            Share(read, r => r.Requests[0].Urgent == r.Labelled.Expected[0].Urgent),
            Share(read, r => r.Requests.Count == r.Labelled.Expected.Count),
            Enum.GetValues<Category>().Average(category => F1(
                read.Count(r => r.Requests[0].Operation.Category == category && r.Labelled.Expected[0].Category == category.Id()),
                read.Count(r => r.Requests[0].Operation.Category == category),
                read.Count(r => r.Labelled.Expected[0].Category == category.Id()))));
        var several = read.Where(r => r.Labelled.Expected.Count > 1).ToList();
        var found = several.Count(r => r.Requests.Select(q => q.Operation.Id).Order(StringComparer.Ordinal).SequenceEqual(r.Labelled.Expected.Select(e => e.Operation).Order(StringComparer.Ordinal), StringComparer.Ordinal));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(odd ? "odd" : "even")} ({read.Count}): category {figures.Category:0.000}, operation {figures.Operation:0.000}, macro F1 by category {figures.MacroF1:0.000}, person {figures.Person:0.000}, date {figures.Date:0.000}, urgent {figures.Urgent:0.000}, number of requests {figures.Count:0.000}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"several requests: {found} of {several.Count} read exactly; cut although one: {read.Count(r => r.Labelled.Expected.Count == 1 && r.Requests.Count > 1)}"));
        return figures;
    }

    private static double Share<T>(IEnumerable<T> items, Func<T, bool> holds)
    {
        var list = items.ToList();
        return list.Count == 0 ? 0 : list.Count(holds) / (double)list.Count;
    }

    private static double F1(int right, int given, int expected) => given + expected == 0 ? 0 : 2.0 * right / (given + expected);

    private sealed record Figures(double Category, double Operation, double Person, double Date, double Urgent, double Count, double MacroF1);
}
