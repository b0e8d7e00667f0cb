using System.Globalization;
using System.Runtime.InteropServices;
using SiOne.Bot.Benchmarks.Runs;

namespace SiOne.Bot.Benchmarks;

/// <summary>The figures of reading as a Markdown table.</summary>
/// <param name="limits">What was measured.</param>
internal sealed class ReadingTable(IReadOnlyList<ReadingLimit> limits)
{
    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync("| mails, on one thread | median | MimeKit parses a second | **the reader a second** | of MimeKit | ms a mail | allocated a mail |");
        await output.WriteLineAsync("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var limit in limits)
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {limit.What} ({limit.Mails}) | {limit.MedianBytes / 1000.0:F1} KB | {limit.Plain.PerSecond:F0} | **{limit.Reader.PerSecond:F0}** | {limit.Reader.PerSecond / limit.Plain.PerSecond:P0} | {1000 / limit.Reader.PerSecond:F2} | {limit.BytesEach / 1000.0:F0} KB |"));
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, MimeKit {typeof(MimeKit.MimeMessage).Assembly.GetName().Version!.ToString(3)}.");
    }
}
