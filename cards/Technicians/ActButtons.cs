using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>
/// Lays out what a technician can do: the first acts as buttons, the rest behind "Plus". What needs something opens a form. "Plus" shows a
/// hidden part rather than a card of its own, since a card inside a card may not open another one.
/// </summary>
internal static class ActButtons
{
    private const int First = 3;
    private const string MoreId = "more";

    private static Label Person { get; } = new("Qui l'a dit", "Who said so");

    private static Label Number { get; } = new("Le numéro rappelé", "The number called back");

    private static Label Operation { get; } = new("La bonne opération", "The right operation");

    private static Label NewDate { get; } = new("La date du client, si elle change", "The customer's date, if it changes");

    private static Label Hour { get; } = new("Heure de Paris", "Paris time");

    private static Label Reason { get; } = new("Le motif", "The reason");

    private static Label More { get; } = new("Plus", "More");

    public static IEnumerable<CardElement> Of(ImmutableArray<CardAct> acts, Language language)
    {
        if (acts.IsEmpty) yield break;
        var shown = acts.Length <= First + 1 ? acts.Length : First;
        IEnumerable<AdaptiveAction> buttons = acts.Take(shown).Select((act, index) => Of(act, language, first: index == 0));
        if (shown < acts.Length) buttons = buttons.Append(new ActionToggleVisibility { Title = CardWords.Say(More, language), TargetElements = [MoreId] });
        foreach (var row in Blocks.Buttons(buttons)) yield return row;
        if (shown < acts.Length)
            yield return new Container { Id = MoreId, IsVisible = false, Items = [.. Blocks.Buttons(acts.Skip(shown).Select(act => Of(act, language, first: false)))] };
    }

    private static AdaptiveAction Of(CardAct act, Language language, bool first)
    {
        var inputs = Needed(act, language).ToImmutableArray();
        var style = act.Action.Verb is CardVerb.Decline or CardVerb.RefuseApproval ? ActionStyle.Destructive
            : first ? ActionStyle.Positive : (ActionStyle?)null;
        if (!inputs.IsEmpty)
            return Buttons.Form(act.Action, act.Name, [Blocks.Subtle(CardText.Own(act.Hint)), .. inputs], act.Name, style, CardText.Plain(act.Hint, 200));
        return act.Action.Verb is CardVerb.Close
            ? Buttons.Ask(act.Action, act.Name, act.Hint, act.Name)
            : Buttons.Execute(act.Action, act.Name, style, CardText.Plain(act.Hint, 200));
    }

    private static IEnumerable<CardElement> Needed(CardAct act, Language language)
    {
        if (!act.Persons.IsEmpty) yield return Inputs.Choose(CardInput.Person, act.Action, CardWords.Say(Person, language), Choices(act.Persons), language);
        if (!act.Numbers.IsEmpty) yield return Inputs.Choose(CardInput.Number, act.Action, CardWords.Say(Number, language), Choices(act.Numbers), language);
        if (!act.Operations.IsEmpty)
        {
            yield return Inputs.Choose(CardInput.Operation, act.Action, CardWords.Say(Operation, language), Choices(act.Operations), language);
            yield return Inputs.Day(act.Action, CardWords.Say(NewDate, language), language, required: false);
        }

        if (act.At is { } at)
        {
            yield return Inputs.Day(act.Action, CardText.Plain(at), language, required: !act.AtOptional);
            yield return Inputs.Hour(act.Action, CardWords.Say(Hour, language), language, required: !act.AtOptional);
        }

        if (!act.Reasons.IsEmpty) yield return Inputs.Choose(CardInput.Reason, act.Action, CardWords.Say(Reason, language), Choices(act.Reasons), language);
        if (act.Text is { } text) yield return Inputs.Words(act.Action, CardText.Plain(text), language, value: CardText.Begun(act.Value, CardInput.Text.MaxLength()));
    }

    private static IEnumerable<Choice> Choices(ImmutableArray<CardChoice> choices) => choices.Take(60).Select(choice => new Choice(CardText.Plain(choice.Name, 100), choice.Id));
}
