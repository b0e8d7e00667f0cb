using System.CommandLine;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>quarantine list|show KEY|replay KEY|all</c>: messages that could not be read, without a word of what stands in them.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Messages.</param>
public sealed class QuarantineCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var key = new Argument<string>("KEY") { Description = "The message's key, as list prints it." };
            var which = new Argument<string>("KEY") { Description = "The message's key, or all." };
            var list = new Command("list", "One line a message: key, received (UTC), reason, size in bytes, attempts.");
            var show = new Command("show", "What is known of one message: where it came from, why it was not read, what became of its raw bytes.") { key };
            var replay = new Command("replay", "Puts a message, or all of them, back to be read again with all attempts.") { which };
            list.SetAction((_, cancellationToken) => AskAsync(OperatorActs.QuarantineList, null, cancellationToken));
            show.SetAction((parsed, cancellationToken) => AskAsync(OperatorActs.QuarantineShow, parsed.GetValue(key), cancellationToken));
            replay.SetAction((parsed, cancellationToken) => AskAsync(OperatorActs.QuarantineReplay, parsed.GetValue(which), cancellationToken));
            return new Command("quarantine", "Messages that could not be read: lists them, shows one, puts them back.") { list, show, replay };
        }
    }

    private Task<int> AskAsync(string act, string? key, CancellationToken cancellationToken) =>
        new OperatorVerb(output, error).AskAsync(new OperatorAsk(act, OperatorVerb.Who) { Key = key }, null, cancellationToken);
}
