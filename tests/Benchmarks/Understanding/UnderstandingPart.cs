using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.TestKit;
using SiOne.Bot.Understanding;
using SiOne.Bot.Understanding.Learning;
using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Benchmarks.Understanding;

/// <summary>How well and how fast requests are read: cross-validated over the development set, the product's own messages in training only.</summary>
internal static class UnderstandingPart
{
    private static readonly string Folder = Path.Combine(Repository.Root, "core", "Understanding");

    /// <summary>Measures, writes the picture beside the model, and gives a report in Markdown.</summary>
    public static string Run(Action<string> say)
    {
        var data = TrainingData.Load(Path.Combine(Folder, "Data"));
        say("speed and memory"); // Before the training, whose garbage would hide what the reader takes.
        var speed = new StringBuilder();
        Speed(speed, data);
        var (_, answers) = new ModelTraining(new UnderstandingOptions(), say).Train(data, CancellationToken.None);
        var report = new StringBuilder();
        report.AppendLine(CultureInfo.InvariantCulture, $"{data.Development.Length} messages tested, each by a model trained on the other four folds and {data.Own.Length} own messages; 95 % intervals from resampling.").AppendLine();
        Table(report, answers);
        Confusion(report, answers);
        var points = CalibrationCurve.Points(answers);
        report.AppendLine(CultureInfo.InvariantCulture, $"Mean distance between confidence and truth: {CalibrationCurve.Error(points):0.000}").AppendLine();
        File.WriteAllText(Path.Combine(Folder, "calibration.svg"), CalibrationCurve.Svg(points).ReplaceLineEndings("\n"));
        File.WriteAllText(Path.Combine(Folder, "confusion.svg"), ConfusionPicture.Svg(answers).ReplaceLineEndings("\n"));
        return report.Append(speed).ToString();
    }

    private static void Table(StringBuilder report, ImmutableArray<Answer> answers)
    {
        (string Name, Func<Figures, double> Figure)[] rows =
        [
            ("macro-F1 over the six categories", figures => figures.CategoryMacroF1), ("category of the first request", figures => figures.Category),
            ("operation of the first request", figures => figures.Operation), ("operations, micro-F1", figures => figures.OperationMicroF1),
            ("exact set of categories, several requests", figures => figures.SeveralCategories), ("exact set of categories, one request", figures => figures.SingleCategories),
            ("left to a technician", figures => figures.Abstained), ("wrong category among the answers given", figures => figures.WrongGiven),
            ("person", figures => figures.Person), ("date", figures => figures.Date), ("urgency", figures => figures.Urgent),
        ];
        report.AppendLine("| figure | value (95 %) |").AppendLine("|---|---|");
        foreach (var (name, figure) in rows) report.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {Interval.Of(answers, sample => figure(Answer.Measure(sample)))} |");
        report.AppendLine();
    }

    private static void Confusion(StringBuilder report, ImmutableArray<Answer> answers)
    {
        var categories = Enum.GetValues<Category>();
        report.AppendLine(CultureInfo.InvariantCulture, $"| asked \\ read | {string.Join(" | ", categories.Select(category => category.Id()))} |").AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(categories.Select(_ => "---|"))}");
        foreach (var asked in categories)
            report.AppendLine(CultureInfo.InvariantCulture, $"| {asked.Id()} | {string.Join(" | ", categories.Select(read => answers.Count(answer => answer.Expected.Operation.Category == asked && answer.First.Operation.Category == read)))} |");
        report.AppendLine();
    }

    // The shipped model, as the product uses it. Memory: what reading adds to a process that has loaded the messages already.
    private static void Speed(StringBuilder report, TrainingData data)
    {
        var before = Resident();
        var started = Stopwatch.GetTimestamp();
        var reader = new LearnedUnderstanding();
        var loading = Stopwatch.GetElapsedTime(started);
        var messages = data.Development.Select(labelled => labelled.Message).ToList();
        foreach (var message in messages) reader.Understand(message);
        var loaded = Resident() - before;
        started = Stopwatch.GetTimestamp();
        foreach (var message in messages) reader.Understand(message);
        var alone = Stopwatch.GetElapsedTime(started).TotalMilliseconds / messages.Count;
        started = Stopwatch.GetTimestamp();
        Parallel.ForEach(Enumerable.Repeat(messages, 4).SelectMany(list => list), new ParallelOptions { MaxDegreeOfParallelism = 2 }, message => reader.Understand(message));
        var perSecond = 4 * messages.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var size = new FileInfo(Path.Combine(Folder, "Model", "operations.model")).Length;
        report.AppendLine("| speed and size | |").AppendLine("|---|---|")
            .AppendLine(CultureInfo.InvariantCulture, $"| one message, one thread | {alone:0.00} ms |")
            .AppendLine(CultureInfo.InvariantCulture, $"| two threads | {perSecond:0} messages/s |")
            .AppendLine(CultureInfo.InvariantCulture, $"| loading the model | {loading.TotalMilliseconds:0} ms |")
            .AppendLine(CultureInfo.InvariantCulture, $"| model file, resident memory | {size / 1e6:0.0} MB, {loaded / 1e6:0} MB |");
    }

    private static long Resident()
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
