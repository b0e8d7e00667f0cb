using System.CommandLine;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Commands;

/// <summary>
/// What <c>train</c> is asked of technicians' corrections: <c>--corrections</c> counts them, <c>--export-corrections FILE --reason TEXT</c> writes
/// them for a person to read through. Neither trains anything.
/// </summary>
/// <param name="output">One line for each customer and operation: customer, operation before, operation after, how many; or the file.</param>
/// <param name="error">Messages.</param>
public sealed class CorrectionOptions(TextWriter output, TextWriter error)
{
    private readonly Option<bool> _list = new("--corrections") { Description = "Counts the corrections that customers have agreed to be learned from, and trains nothing." };
    private readonly Option<string?> _export = new("--export-corrections") { HelpName = "FILE", Description = "Writes them, redacted, to a new file of labelled messages, and trains nothing." };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why they are taken out; stays in the operators' journal." };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_list);
        command.Add(_export);
        command.Add(_reason);
        command.Validators.Add(parsed =>
        {
            // An option without its word has no value to ask for.
            if (parsed.GetResult(_export) is not null && parsed.GetResult(_reason)?.Tokens.Any(word => !string.IsNullOrWhiteSpace(word.Value)) is not true) parsed.AddError("--reason: say why they are taken out.");
        });
    }

    /// <summary>Whether the verb is asked for corrections rather than to train.</summary>
    public bool AreAsked(ParseResult parsed) => parsed.GetValue(_list) || parsed.GetValue(_export) is not null;

    /// <summary>Counts or writes them.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var ask = parsed.GetValue(_export) is { } path
            ? new OperatorAsk(CorrectionActs.Write, OperatorVerb.Who) { Folder = Path.GetFullPath(path), Reason = parsed.GetValue(_reason) }
            : new OperatorAsk(CorrectionActs.List, OperatorVerb.Who);
        return new OperatorVerb(output, error).AskAsync(ask, null, cancellationToken);
    }
}
