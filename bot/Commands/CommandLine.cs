using System.CommandLine;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Host.Commands;

/// <summary>The verbs. Data on standard output, messages on standard error; 0 success, 1 failure, 2 wrong use, 75 store held, 78 settings.</summary>
public static class CommandLine
{
    /// <summary>Wrong use.</summary>
    public const int WrongUse = 2;

    /// <summary>The settings cannot be used (sysexits EX_CONFIG).</summary>
    public const int BadSettings = 78;

    /// <summary>The store is held by another process (sysexits EX_TEMPFAIL).</summary>
    public const int StoreHeld = 75;

    /// <summary>Runs what the arguments ask for.</summary>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("SiOne.Bot: takes in French support requests by mail and from the application. Without a verb it runs; with nothing configured, as a demo.")
        {
            new ExplainCommand(output, error).Command,
            new ClassifyCommand(input, output, error).Command,
            new DueCommand(output, error).Command,
            new CheckCommand(output, error).Command,
            new LedgerCommand(output, error).Command,
            new QuarantineCommand(output, error).Command,
            new BackupCommand(output, error).Command,
            new VerifyCommand(output, error).Command,
            new RebuildCommand(output, error).Command,
            new RawCommand(output, error).Command,
            new CardsCommand(output, error).Command,
            new ManifestCommand(output, error).Command,
            new TrainCommand(output, error).Command,
            new DigestCommand(output, error).Command,
            new ExportCommand(output, error).Command,
            new EraseCommand(output, error).Command,
            new RegisterCommand(output, error).Command,
        };
        root.SetAction((_, cancellationToken) => new RunCommand(output, error).RunAsync(cancellationToken));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var lines = parsed.Errors[0].Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            await error.WriteLineAsync($"{string.Join(' ', lines)} Try --help.");
            return WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // The host stops by itself on SIGTERM and takes the time to drain its store.
                Output = output,
                Error = error,
            });
        }
        catch (StoreUnavailableException unavailable)
        {
            await error.WriteLineAsync(unavailable.Message);
            return StoreHeld;
        }
        catch (InvalidDataException wrongData)
        {
            await error.WriteLineAsync(wrongData.Message);
            return BadSettings;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(failure.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }
}
