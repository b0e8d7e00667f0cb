using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Model;

namespace SiOne.Bot.Cards.Layout;

/// <summary>Makes buttons out of actions.</summary>
internal static class Buttons
{
    /// <summary>A button that acts at once; no input goes with it.</summary>
    public static ActionExecute Execute(CardAction action, string title, ActionStyle? style = null, string? tooltip = null) =>
        Execute(action, title, style, tooltip, AssociatedInputs.None);

    /// <summary>A button that sends the inputs around it.</summary>
    public static ActionExecute Send(CardAction action, string title, ActionStyle? style = null) => Execute(action, title, style, null, null);

    /// <summary>A button that opens a form: what follows, the inputs, and a button that sends them.</summary>
    public static ActionShowCard Form(
        CardAction action, string title, IEnumerable<CardElement> body, string send, ActionStyle? style = null, string? tooltip = null) => new()
        {
            Title = CardText.Plain(title),
            Tooltip = tooltip,
            Card = new AdaptiveCard { Body = [.. body, new ActionSet { Actions = [Send(action, send, style)] }] },
        };

    /// <summary>A button that asks before it acts; no input goes with it.</summary>
    public static ActionShowCard Ask(CardAction action, string title, string question, string yes) => new()
    {
        Title = CardText.Plain(title),
        Card = new AdaptiveCard
        {
            Body = [Blocks.Text(CardText.Own(question)), new ActionSet { Actions = [Execute(action, yes, ActionStyle.Destructive)] }],
        },
    };

    /// <summary>Asks for the same card anew.</summary>
    public static Refresh Refresh(CardAction action, ImmutableArray<string> users) =>
        new(new ActionExecute { Verb = action.Verb.Text(), Data = new ActionData(CardPayload.Version, action.Id) }, users);

    private static ActionExecute Execute(CardAction action, string title, ActionStyle? style, string? tooltip, AssociatedInputs? inputs)
    {
        var data = new ActionData(CardPayload.Version, action.Id);
        var words = CardText.Plain(title);
        return new ActionExecute
        {
            Title = words,
            Style = style,
            Tooltip = tooltip,
            Verb = action.Verb.Text(),
            Data = data,
            AssociatedInputs = inputs,
            Fallback = new ActionSubmit { Title = words, Style = style, Data = data, AssociatedInputs = inputs },
        };
    }
}
