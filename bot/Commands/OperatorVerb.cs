using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Commands;

/// <summary>What the operator's verbs have in common: settings, the way to the data, and what is printed where.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Messages.</param>
internal sealed class OperatorVerb(TextWriter output, TextWriter error)
{
    /// <summary>Who acts: the account that runs the verb.</summary>
    public static string Who => Environment.UserName;

    /// <summary>Does what is asked, in the running host or without one.</summary>
    public Task<int> AskAsync(OperatorAsk ask, string? dataFolder, CancellationToken cancellationToken) =>
        RunAsync(dataFolder, settings => new OperatorDoor(settings).AskAsync(ask, cancellationToken));

    /// <summary>Does something with the settings.</summary>
    /// <param name="dataFolder">A copy of the data; null for the configured folder.</param>
    /// <param name="act">What.</param>
    public async Task<int> RunAsync(string? dataFolder, Func<UsableSettings, Task<OperatorAnswer>> act)
    {
        var read = dataFolder is null ? HostConfiguration.Read() : HostConfiguration.ReadCopy(dataFolder);
        if (read.Usable is not { } settings) return await SettingsReport.WriteAsync(read, error);
        var answer = await act(settings);
        foreach (var line in answer.Lines) await output.WriteLineAsync(line);
        foreach (var message in answer.Messages) await error.WriteLineAsync(message);
        return answer.ExitCode;
    }
}
