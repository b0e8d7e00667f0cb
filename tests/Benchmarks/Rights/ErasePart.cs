using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Benchmarks.Intake;
using SiOne.Bot.Benchmarks.Samples;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Rights;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Benchmarks.Rights;

/// <summary>One person looked for and erased in a store of many requests, and the daily job's look through it. Without raw messages: those of a filled store are gone.</summary>
/// <param name="say">Told what is being done.</param>
internal sealed class ErasePart(Action<string> say)
{
    private const int Mails = 20_000;
    private readonly List<string> _lines = [];

    /// <summary>The table as Markdown.</summary>
    public async Task<string> RunAsync(ImmutableArray<Company> companies)
    {
        using var files = new TempFolder();
        var customers = files.File("customers");
        Company.WriteFiles(companies, customers);
        say(Line($"erase: filling {Mails} mails with their requests"));
        await new FilledStore(files.Path).FillAsync(Mails, (await Patterns.MakeAsync(companies, customers)).Lived);
        var settings = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(Patterns.Settings(files.Path, customers, observeOnly: false)).Build());
        await using var parts = await EngineParts.OpenAsync(
            settings.Usable!, new CustomerDirectory(CustomerFiles.Load(customers).Customers), TimeProvider.System, NullLoggerFactory.Instance, CommitPoints.None, activities: null, CancellationToken.None);
        await MeasureAsync(parts, companies[0].People[2]);
        return string.Join('\n', (string[])
        [
            Line($"| one person among {Mails} mails and their requests | s |"), "|---|--:|", .. _lines, "",
            Line($"{Environment.ProcessorCount} cores, load {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")}."), "",
        ]);
    }

    private async Task MeasureAsync(EngineParts parts, Colleague person)
    {
        say("erase: looking");
        var subject = new DataSubjects(parts.Directory, TimeProvider.System.GetUtcNow()).Person(person.Address, null, []).Subject!;
        var held = await TimedAsync("looked for", () => parts.Rights.Finder.FindAsync(subject, CancellationToken.None));
        say("erase: erasing");
        var erasure = new Erasure("erase-benchmark", "benchmark", TimeProvider.System.GetUtcNow());
        await TimedAsync(
            Line($"erased: {held.Requests.Count} requests, {held.Texts.Count} texts whole, {held.Naming.Count} of others cut"), () => parts.Rights.Eraser.RunAsync(held, erasure, CancellationToken.None));
        if (await parts.Rights.Finder.FindAsync(subject, CancellationToken.None) is { IsEmpty: false } left)
            throw new InvalidOperationException(Line($"{left.Texts.Count} texts and {left.Naming.Count} of others are left."));
        var first = await TimedAsync("the daily job, first time", () => parts.Rights.Retention.WorkOnceAsync(RetentionJob.Act, CancellationToken.None));
        if (first.IsEmpty) throw new InvalidOperationException("Nothing of two years was over.");
        await TimedAsync("the daily job, on the next day", () => parts.Rights.Retention.WorkOnceAsync(RetentionJob.Act, CancellationToken.None));
    }

    private async Task<T> TimedAsync<T>(string what, Func<Task<T>> run)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await run();
        _lines.Add(Line($"| {what} | {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} |"));
        return result;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
