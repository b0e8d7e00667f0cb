using System.CommandLine;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>rebuild-from-spool --into DIR</c>: a new store out of the raw messages, with every effect held; <c>--release</c> ends the hold.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Messages.</param>
public sealed class RebuildCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var into = new Option<string>("--into") { Description = "The new data folder. The old one stays as it is." };
            var release = new Option<bool>("--release") { Description = "Of the configured data folder: answers leave again from the next start on." };
            var drop = new Option<bool>("--drop-held") { Description = "With --release: what was held since the rebuild or restore is dropped instead of waiting for a technician." };
            var command = new Command("rebuild-from-spool", "Makes a lost store anew out of the spool, sends nothing, and holds every effect until it is released. The host must not run.")
            {
                into, release, drop,
            };
            command.Validators.Add(parsed =>
            {
                if (parsed.GetValue(into) is null == !parsed.GetValue(release)) parsed.AddError("Either --into DIR or --release.");
                if (parsed.GetValue(drop) && !parsed.GetValue(release)) parsed.AddError("--drop-held goes with --release.");
            });
            command.SetAction((parsed, cancellationToken) => parsed.GetValue(into) is { } folder
                ? RebuildAsync(Path.GetFullPath(folder), cancellationToken)
                : new OperatorVerb(output, error).RunAsync(null, settings => new HoldRelease(settings).RunAsync(parsed.GetValue(drop), OperatorVerb.Who, cancellationToken)));
            return command;
        }
    }

    private async Task<int> RebuildAsync(string folder, CancellationToken cancellationToken)
    {
        var read = HostConfiguration.Read(folder);
        if (read.Usable is not { } into) return await SettingsReport.WriteAsync(read, error);
        return await new OperatorVerb(output, error).RunAsync(null, settings => new Rebuild(settings, into).RunAsync(cancellationToken));
    }
}
