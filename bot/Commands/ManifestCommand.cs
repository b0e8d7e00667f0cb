using System.CommandLine;
using System.Runtime.InteropServices;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.MailWatcher.Settings;
using SiOne.Bot.Manifest;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>manifest</c>: both Teams app packages from the settings, ready to be uploaded. Exit 1 if a setting is missing or a file cannot be written.</summary>
/// <param name="output">The paths written.</param>
/// <param name="error">Every setting that is missing or cannot be used.</param>
public sealed class ManifestCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var folder = new Option<string>("--out") { Required = true, Description = "The folder to write customers.zip and technicians.zip to; made if missing." };
            var command = new Command("manifest", "Writes the Teams app packages of customers and technicians from the settings.") { folder };
            command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(folder)!, cancellationToken));
            return command;
        }
    }

    private async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        if (folder.Length == 0)
        {
            await error.WriteLineAsync("--out: expected a folder.");
            return CommandLine.WrongUse;
        }

        var built = AppPackage.BuildAll(Input(HostConfiguration.Build()));
        foreach (var mistake in built.Mistakes) await error.WriteLineAsync(new SettingMistake($"SiOne:{mistake.Key}", mistake.Expected).ToString());
        if (!built.Mistakes.IsEmpty) return 1;

        Directory.CreateDirectory(folder);
        foreach (var package in built.Packages)
        {
            var path = Path.Combine(folder, package.FileName);
            await File.WriteAllBytesAsync(path, ImmutableCollectionsMarshal.AsArray(package.Bytes)!, cancellationToken);
            await output.WriteLineAsync(path);
        }

        return 0;
    }

    private static ManifestInput Input(IConfiguration configuration) => ManifestOptions.Read(configuration).Input(
        configuration["SiOne:Teams:Customers:AppId"], configuration["SiOne:Teams:Technicians:AppId"], configuration["SiOne:SupportAddress"]);
}
