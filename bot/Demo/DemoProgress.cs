using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;

namespace SiOne.Bot.Host.Demo;

/// <summary>Tells on the console how each message of the demo ends, as it happens: no text of a message, only what was decided.</summary>
/// <param name="board">What happened.</param>
/// <param name="output">The console.</param>
internal sealed class DemoProgress(Board board, TextWriter output)
{
    private const int Looked = 200;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Tells until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var known in board.Newest(Looked).Where(entry => entry.Row.End is not null)) _told.Add(known.Row.Key.Value);
        while (true)
        {
            var changed = board.Changed;
            foreach (var entry in board.Newest(Looked).Reverse().Where(entry => entry.Row.End is not null))
                if (_told.Add(entry.Row.Key.Value))
                    foreach (var line in Lines(entry)) await output.WriteLineAsync(line);
            if (await Task.WhenAny(changed, Task.Delay(Timeout.Infinite, cancellationToken)) != changed) return;
        }
    }

    private static IEnumerable<string> Lines(BoardEntry entry) => entry.Row.End is LedgerEnd.Requests
        ? entry.Requests.OrderBy(document => document.Id.Value, StringComparer.Ordinal).Select(document => Line(document.State))
        : [$"  {entry.Row.Key}  {entry.Row.Reason}"];

    private static string Line(Request state) =>
        $"  {state.Reference}  {AllOperations.Get(state.OperationId).Name.Fr} : {state.Verdict!.Value.Id()}"
        + (state.ClockRuns ? $", {(state.Promise is Promise.Commitment ? "au plus tard" : "objectif")} {Instants.Say(state.Due!.At, Language.French)}" : "");
}
