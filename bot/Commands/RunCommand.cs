using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Demo;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Commands;

/// <summary>No verb: runs the product until it is stopped.</summary>
/// <param name="output">Where the address is printed.</param>
/// <param name="error">Mistakes in settings and customer files.</param>
public sealed class RunCommand(TextWriter output, TextWriter error)
{
    /// <summary>Runs.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var read = SettingsReader.Read(HostConfiguration.Build());
        if (read.Usable is not { } settings) return await SettingsReport.WriteAsync(read, error);
        var loaded = CustomerFiles.Load(settings.Host.Customers!);
        if (!loaded.Mistakes.IsEmpty)
        {
            foreach (var mistake in loaded.Mistakes) await error.WriteLineAsync(mistake.ToString());
            return CommandLine.BadSettings;
        }

        if (settings.Host.SafeMode) return await LookAsync(settings, loaded, cancellationToken);
        SiOneHost started;
        try
        {
            started = await SiOneHost.StartAsync(settings, loaded, TimeProvider.System, CrashRequest.FromEnvironment(), cancellationToken);
        }
        catch (StoreUnavailableException damage) when (damage.Damaged)
        {
            await error.WriteLineAsync(damage.Message);
            return await LookAsync(settings, loaded, cancellationToken);
        }

        await using var host = started;
        await output.WriteLineAsync(Greeting(host.Parts.Settings, host.Url));
        if (!settings.Demo) await output.WriteLineAsync(Access(settings));
        host.Codes?.Follow(WriteCode);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.App.Lifetime.ApplicationStopping);
        var progress = settings.Demo ? new DemoProgress(host.Parts.Board, output).RunAsync(stopping.Token) : Task.CompletedTask;
        await host.App.WaitForShutdownAsync(cancellationToken);
        await progress;
        return Environment.ExitCode;
    }

    /// <summary>Safe mode, until it is stopped.</summary>
    private async Task<int> LookAsync(UsableSettings settings, LoadedCustomers customers, CancellationToken cancellationToken)
    {
        await using var host = await SafeHost.StartAsync(settings, customers, TimeProvider.System, cancellationToken);
        await output.WriteLineAsync($"{Typography.Set(host.Says, Language.English)} {host.Url}");
        await output.WriteLineAsync(Typography.Set(host.Says, Language.French));
        host.Codes?.Follow(WriteCode);
        await host.App.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private void WriteCode(string code) => output.WriteLine($"Technician's code: {code} (once; a new one is printed after each use)");

    private static string Greeting(UsableSettings settings, string url)
    {
        if (settings.Demo) return $"Demo mode, nothing is configured: open {url}";
        if (settings.Engine.HoldAll is { } reason) return $"Data that was {reason}, everything waits for a release (rebuild-from-spool --release ends it): {url}";
        var mode = settings.Engine.ObserveOnly ? "Observe-only mode, answers wait for a release" : "Running";
        return $"{mode}: {url}";
    }

    /// <summary>Who gets into the local page; a line of its own, for the address above is read by programs too.</summary>
    private static string Access(UsableSettings settings) => settings.SignIn switch
    {
        null => "The page asks for no sign-in and answers this machine alone.",
        { PublicUrl: { } outside } => $"Technicians sign in by Entra ID, outside at {outside.GetLeftPart(UriPartial.Authority)}.",
        _ => "Technicians sign in by Entra ID.",
    };
}
