using System.Globalization;

namespace SiOne.Bot.Benchmarks.Teams;

/// <summary>The Teams figures of one run as a Markdown table.</summary>
internal sealed class TeamsTable
{
    private readonly List<(string What, TurnFigures Figures, int? Bare, double? Cpu)> _closed = [];
    private readonly List<(string What, TurnFigures Figures)> _paced = [];

    /// <summary>How many rows the first part has.</summary>
    public int Rows => _closed.Count;

    /// <summary>Milliseconds within which 99 of 100 of the store's last barriers ended.</summary>
    public double BarrierP99 { get; set; }

    /// <summary>A run as fast as it goes.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="figures">How it went.</param>
    /// <param name="bare">The row of the bare endpoint that answers the same bytes.</param>
    /// <param name="cpu">Processor milliseconds a turn.</param>
    public void Add(string what, TurnFigures figures, int? bare, double? cpu = null) => _closed.Add((what, figures, bare, cpu));

    /// <summary>A run at a fixed pace.</summary>
    public void AddPaced(string what, TurnFigures figures) => _paced.Add((what, figures));

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync("| Teams turns | per second | of bare | p50 ms | p99 ms | CPU ms a turn |");
        await output.WriteLineAsync("|---|--:|--:|--:|--:|--:|");
        foreach (var (what, figures, bare, cpu) in _closed)
        {
            var share = bare is { } row ? Line($"{figures.PerSecond / _closed[row].Figures.PerSecond:P0}") : "";
            await output.WriteLineAsync(Line($"| {what}, 16 connections | {figures.PerSecond:F0} | {share} | {figures.P50:F1} | {figures.P99:F1} | {cpu:F2} |"));
        }

        foreach (var (what, figures) in _paced)
            await output.WriteLineAsync(Line($"| {what}, 50 a second | {figures.PerSecond:F0} |  | {figures.P50:F1} | {figures.P99:F1} |  |"));
        await output.WriteLineAsync();
        await output.WriteLineAsync(Line($"The store's barrier under this load: p99 {BarrierP99:F1} ms. "));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
