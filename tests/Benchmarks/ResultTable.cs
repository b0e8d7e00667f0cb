using System.Globalization;
using System.Runtime.InteropServices;
using MailKit.Net.Imap;
using SiOne.Bot.Benchmarks.Runs;

namespace SiOne.Bot.Benchmarks;

/// <summary>All figures of one run as a Markdown table.</summary>
/// <param name="mails">Mails of the longest run.</param>
/// <param name="medianBytes">Their median size.</param>
internal sealed class ResultTable(int mails, int medianBytes)
{
    /// <summary>Raw limit 1, by batch size.</summary>
    public Dictionary<int, Speed> Imap { get; } = [];

    /// <summary>Raw limit 2, by units at once.</summary>
    public Dictionary<int, Speed> Store { get; } = [];

    /// <summary>The product, by batch size.</summary>
    public List<(int Batch, ProductFigures Figures)> Product { get; } = [];

    /// <summary>The product with its answers sent.</summary>
    public ProductFigures? Sending { get; set; }

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync("| what | per second | of raw IMAP | of raw store | CPU ms a mail | peak memory |");
        await output.WriteLineAsync("|---|--:|--:|--:|--:|--:|");
        foreach (var (batch, speed) in Imap) await RowAsync(output, $"raw IMAP: fetch and flag, {At(batch)}", speed.PerSecond, null, null);
        foreach (var (atOnce, speed) in Store) await RowAsync(output, $"raw store: one small unit and its barrier, {At(atOnce)}", speed.PerSecond, null, null);
        foreach (var (batch, figures) in Product)
            await RowAsync(output, Line($"**mail to durable request and queued answer, {At(batch)}** ({figures.Mails} mails)"), figures.PerSecond, batch, figures);
        if (Sending is { } sending)
            await RowAsync(output, Line($"the same with every answer sent through Postfix ({sending.Mails} mails)"), sending.PerSecond, null, sending);
        await output.WriteLineAsync();
        await output.WriteLineAsync(Line(
            $"Up to {mails} mails, median {medianBytes / 1000.0:F0} KB; {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), load {Load()}; ") +
            $"{RuntimeInformation.FrameworkDescription}, MailKit {VersionOf(typeof(ImapClient))}, LiteDB {VersionOf(typeof(LiteDB.LiteDatabase))}, {await DovecotAsync()}.");
    }

    private Task RowAsync(TextWriter output, string what, double perSecond, int? batch, ProductFigures? figures) => output.WriteLineAsync(Line(
        $"| {what} | {perSecond:F0} | {Ratio(perSecond, Imap, batch)} | {Ratio(perSecond, Store, batch)} | {figures?.CpuAMail:F1} | {Memory(figures)} |"));

    private static string Memory(ProductFigures? figures) => figures is null ? "" : Line($"{figures.PeakBytes / 1e6:F0} MB");

    // Beside a raw loop of the same kind: one at a time, or many.
    private static string Ratio(double perSecond, Dictionary<int, Speed> limits, int? batch) =>
        batch is { } size ? Line($"{perSecond / limits[size == 1 ? 1 : limits.Keys.Max()].PerSecond:P0}") : "";

    private static string At(int count) => count == 1 ? "one by one" : Line($"{count} at a time");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string VersionOf(Type type) => type.Assembly.GetName().Version!.ToString(3);

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static async Task<string> DovecotAsync()
    {
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("/usr/sbin/dovecot", "--version") { RedirectStandardOutput = true, UseShellExecute = false })!;
        return $"Dovecot {(await process.StandardOutput.ReadToEndAsync()).Split(' ')[0].Trim()}";
    }
}
