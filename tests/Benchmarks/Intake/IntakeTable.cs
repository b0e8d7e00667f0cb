using System.Globalization;
using SiOne.Bot.Benchmarks.Runs;

namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>The figures of intake as Markdown tables, each goal beside its figure.</summary>
/// <param name="mails">Mails a run.</param>
/// <param name="seconds">How long the steady load was measured.</param>
internal sealed class IntakeTable(int mails, int seconds)
{
    /// <summary>By what was stored, fewest first.</summary>
    public List<SizeRow> Rows { get; } = [];

    /// <summary>The steady load; null when it was left out.</summary>
    public SteadyFigures? Steady { get; set; }

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync(Line(
            $"| requests stored | **mails/s** | cost beside the first row: time, CPU (goal 1.2) | mails kept, decided at a time | barriers | CPU ms a mail | peak memory | start-up | bare intake mails/s | **of it** (goal 60 %) | store alone mails/s | of it | both at a time, barriers |"));
        await output.WriteLineAsync("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var row in Rows) await output.WriteLineAsync(LineOf(row));
        await output.WriteLineAsync();
        await output.WriteLineAsync(Line($"{mails} mails a run after a warm-up, each from a real Dovecot to the durable row, the decision and the queued answer; nothing is sent."));
        foreach (var row in Rows.Where(row => row.Filling is not null))
            await output.WriteLineAsync(Line($"{row.Stored} requests ({row.Bytes / 1e6:F0} MB) were filled in {row.Filling!.Time.TotalSeconds:F0} s."));
        if (Steady is not null) await WriteAsync(output, Steady);
    }

    private async Task WriteAsync(TextWriter output, SteadyFigures steady)
    {
        var trend = Trend.Of(steady.Megabytes);
        await output.WriteLineAsync();
        await output.WriteLineAsync(Line($"| {SteadyLoad.Pace} single mails a second for {seconds} s, {Rows[^1].Stored} requests stored | p50 | p99 |"));
        await output.WriteLineAsync("|---|--:|--:|");
        await output.WriteLineAsync(Line($"| **visible on the server (answer to APPEND) → row behind its barrier** ({steady.Durable.Count} mails) | {steady.Durable.P50:F0} ms | {steady.Durable.P99:F0} ms |"));
        await output.WriteLineAsync(Line($"| of these, until the server told a bare client in IDLE | {steady.Notice.P50:F0} ms | {steady.Notice.P99:F0} ms |"));
        await output.WriteLineAsync();
        await output.WriteLineAsync(Line(
            $"Memory meanwhile: median {Median(steady.Megabytes):F0} MB, most {steady.Megabytes.DefaultIfEmpty(double.NaN).Max():F0} MB (goal 400); slope {trend.PerMinute:+0.00;-0.00} ± {trend.Margin:F2} MB/min with 95 % confidence, {steady.Megabytes.Count} samples after {SteadyLoad.WarmUp.TotalSeconds:F0} s of warming up: {(trend.IsSlope ? "a slope" : "no slope")} (goal: none). Processor {steady.Product.CpuAMail:F1} ms a mail; start-up {steady.Product.StartSeconds:F1} s."));
    }

    private string LineOf(SizeRow row)
    {
        var (first, figures) = (Rows[0].Figures, row.Figures);
        return Line(
            $"| {row.Stored} | **{figures.PerSecond:F0}** | {first.PerSecond / figures.PerSecond:F2}, {figures.CpuAMail / first.CpuAMail:F2} | {PerBatch(figures, figures.Kept)}, {PerBatch(figures, figures.Begun)} | {figures.Barriers} | {figures.CpuAMail:F1} | {figures.PeakBytes / 1e6:F0} MB | {figures.StartSeconds:F1} s | {row.Intake.Speed.PerSecond:F0} | **{figures.PerSecond / row.Intake.Speed.PerSecond:P0}** | {row.Store.Speed.PerSecond:F0} | {figures.PerSecond / row.Store.Speed.PerSecond:P0} | {row.Intake.Batch}, {row.Intake.Barriers} |");
    }

    private static string PerBatch(ProductFigures figures, int batches) => Line($"{(double)figures.Timed / Math.Max(1, batches):F0}");

    private static double Median(IReadOnlyList<double> samples) => samples.Count == 0 ? double.NaN : samples.Order().ElementAt(samples.Count / 2);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One size of the store.</summary>
/// <param name="Stored">Requests stored before.</param>
/// <param name="Filling">How fast they were stored; null when they were there already.</param>
/// <param name="Bytes">Size of the store's file.</param>
/// <param name="Figures">What the product took.</param>
/// <param name="Intake">The bare intake: fetched, kept as files, stored, flagged.</param>
/// <param name="Store">The store alone.</param>
internal sealed record SizeRow(int Stored, Speed? Filling, long Bytes, ProductFigures Figures, BareFigures Intake, BareFigures Store);
