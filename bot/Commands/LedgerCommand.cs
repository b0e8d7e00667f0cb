using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Ledger;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>ledger</c>: proves that every message seen ended as exactly one of five. Exit 1 if the counts do not add up.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Messages.</param>
public sealed class LedgerCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var command = new Command("ledger", "Counts how every message ended, and checks that the counts add up. The host must not be running on the same store.");
            command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
            return command;
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var read = SettingsReader.Read(HostConfiguration.Build());
        if (read.Usable is not { } settings) return await SettingsReport.WriteAsync(read, error);
        if (!File.Exists(settings.StorePath))
        {
            await error.WriteLineAsync($"{settings.StorePath}: there is no store yet. Run the host first, or set SiOne:DataFolder.");
            return 1;
        }

        await using var store = StoreOpening.Open(settings, TimeProvider.System, NullLoggerFactory.Instance, CommitPoints.None);
        using var spool = new MessageSpool(settings.SpoolPath, MasterKey.Load(settings.MasterKeyPath, mayCreate: false));
        var report = await new LedgerAudit(store, spool).RunAsync(cancellationToken);
        foreach (var line in LedgerText.Of(report)) await output.WriteLineAsync(line);
        foreach (var mistake in report.Mistakes) await error.WriteLineAsync(mistake);
        return report.AddsUp ? 0 : 1;
    }
}

/// <summary>The ledger as people and scripts read it: a name and a number a line.</summary>
internal static class LedgerText
{
    public static IEnumerable<string> Of(LedgerReport report)
    {
        var counts = report.Counts;
        yield return Line("spooled", report.Spooled);
        yield return Line("raw-destroyed", report.RawDestroyed);
        yield return Line("seen", counts.Seen);
        yield return Line("waiting", counts.Waiting);
        yield return Line("requests", counts.Requests);
        yield return Line("follow-up", counts.FollowUps);
        yield return Line("refused", counts.Refused);
        yield return Line("ignored", counts.Ignored);
        yield return Line("quarantined", counts.Quarantined);
        yield return Line("requests-made", report.RequestsMade);
        foreach (var (state, count) in report.Effects) yield return Line($"outbox-{state.ToString().ToLowerInvariant()}", count);
        yield return Line("mistakes", report.MistakesFound);
        yield return report.AddsUp ? "adds up" : "DOES NOT ADD UP";
    }

    private static string Line(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{name,-20} {count}");
}
