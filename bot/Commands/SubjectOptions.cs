using System.CommandLine;
using System.CommandLine.Parsing;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Commands;

/// <summary>Whose data, and why: the options that <c>export</c> and <c>erase</c> share.</summary>
internal sealed class SubjectOptions
{
    private readonly Option<string?> _person = new("--person") { HelpName = "ADDRESS|ID", Description = "A person: one of their mail addresses, or their id in a customer file." };
    private readonly Option<string?> _customer = new("--customer") { HelpName = "ID", Description = "A customer as a whole; beside --person, whose person it is." };
    private readonly Option<string[]> _names = new("--name") { HelpName = "NAME", Description = "First and last name, beside those that are known; may be repeated." };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why; stays in the operators' journal, and must not name the person." };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_person, _customer, _names, _reason]) command.Add(option);
    }

    /// <summary>Whether somebody is named.</summary>
    public bool IsNamed(CommandResult parsed) => parsed.GetResult(_person) is not null || parsed.GetResult(_customer) is not null;

    /// <summary>Says what is missing.</summary>
    public void Check(CommandResult parsed)
    {
        if (!IsNamed(parsed)) parsed.AddError("--person ADDRESS|ID or --customer ID: say whose data.");
        // An option without its word has no value to ask for.
        if (parsed.GetResult(_reason)?.Tokens.Any(word => !string.IsNullOrWhiteSpace(word.Value)) is not true) parsed.AddError("--reason: say why.");
    }

    /// <summary>Fills an ask.</summary>
    public OperatorAsk Fill(ParseResult parsed, OperatorAsk ask) => ask with
    {
        Person = parsed.GetValue(_person),
        Customer = parsed.GetValue(_customer),
        Names = parsed.GetValue(_names) ?? [],
        Reason = parsed.GetValue(_reason),
    };
}
