using System.CommandLine;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>verify</c>: looks at every document, index, sealed text and raw message, the ledger and the operators' journal. Exit 1 when anything is wrong.</summary>
/// <param name="output">Findings, a line each, then counts.</param>
/// <param name="error">What to do.</param>
public sealed class VerifyCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var data = new Option<string>("--data") { Description = "Another data folder than the configured one, for example a backup." };
            var command = new Command("verify", "Proves the data, on a copy of the store, whether the host runs or not.") { data };
            command.SetAction((parsed, cancellationToken) => new OperatorVerb(output, error).AskAsync(
                new OperatorAsk(OperatorActs.Verify, OperatorVerb.Who), parsed.GetValue(data), cancellationToken));
            return command;
        }
    }
}
