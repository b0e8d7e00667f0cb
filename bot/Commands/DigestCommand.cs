using System.CommandLine;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>digest --customer X --week 2026-W12</c>: a customer's week, or with <c>--own</c> SI-ONE's, in French.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Messages.</param>
public sealed class DigestCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var customer = new Option<string?>("--customer") { Description = "The customer's id: its file's name without the ending." };
            var own = new Option<bool>("--own") { Description = "SI-ONE's own week, as its technicians read it." };
            var week = new Option<string>("--week") { Required = true, Description = "An ISO week, such as 2026-W12." };
            var format = new Option<string>("--format") { DefaultValueFactory = _ => "text", Description = "text, html or json." };
            format.AcceptOnlyFromAmong("text", "html", "json");
            var send = new Option<bool>("--send") { Description = "Lets it leave now to its readers, through the running host; never twice." };
            var command = new Command("digest", "Prints what a customer's administrator, or SI-ONE itself, reads about a week.") { customer, own, week, format, send };
            command.Validators.Add(parsed =>
            {
                if (parsed.GetValue(own) == (parsed.GetValue(customer) is not null)) parsed.AddError("Exactly one of --customer and --own is expected.");
            });
            command.SetAction((parsed, cancellationToken) => RunAsync(
                parsed.GetValue(customer), parsed.GetValue(week)!, parsed.GetValue(format)!, parsed.GetValue(send), cancellationToken));
            return command;
        }
    }

    private async Task<int> RunAsync(string? customer, string week, string format, bool send, CancellationToken cancellationToken)
    {
        if (!IsoWeek.TryParse(week, out _))
        {
            await error.WriteLineAsync(DigestActs.NoWeek(week));
            return CommandLine.WrongUse;
        }

        var act = customer is null ? (send ? DigestActs.SendOwn : DigestActs.ShowOwn) : send ? DigestActs.Send : DigestActs.Show;
        var ask = new OperatorAsk(act, OperatorVerb.Who) { Customer = customer, Week = week, Format = format };
        return await new OperatorVerb(output, error).AskAsync(ask, null, cancellationToken);
    }
}
