using System.CommandLine;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>digest --customer X --week 2026-W12</c>: a customer's week, in French.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Messages.</param>
public sealed class DigestCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var customer = new Option<string>("--customer") { Required = true, Description = "The customer's id: its file's name without the ending." };
            var week = new Option<string>("--week") { Required = true, Description = "An ISO week, such as 2026-W12." };
            var format = new Option<string>("--format") { DefaultValueFactory = _ => "text", Description = "text, html or json." };
            format.AcceptOnlyFromAmong("text", "html", "json");
            var send = new Option<bool>("--send") { Description = "Lets it leave now to the customer's readers, through the running host; never twice." };
            var command = new Command("digest", "Prints what a customer's administrator reads about a week.") { customer, week, format, send };
            command.SetAction((parsed, cancellationToken) => RunAsync(
                parsed.GetValue(customer)!, parsed.GetValue(week)!, parsed.GetValue(format)!, parsed.GetValue(send), cancellationToken));
            return command;
        }
    }

    private async Task<int> RunAsync(string customer, string week, string format, bool send, CancellationToken cancellationToken)
    {
        if (!IsoWeek.TryParse(week, out _))
        {
            await error.WriteLineAsync(DigestActs.NoWeek(week));
            return CommandLine.WrongUse;
        }

        var ask = new OperatorAsk(send ? DigestActs.Send : DigestActs.Show, OperatorVerb.Who) { Customer = customer, Week = week, Format = format };
        return await new OperatorVerb(output, error).AskAsync(ask, null, cancellationToken);
    }
}
