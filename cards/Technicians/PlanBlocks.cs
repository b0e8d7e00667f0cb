using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>
/// Lays a plan out step by step: what it does, how far it is, and what can be done about it. It is what is approved: a card too large for all of it
/// loses the buttons below before it loses a step.
/// </summary>
internal static class PlanBlocks
{
    private const int MaxLine = 400;

    private static Label MindLabel { get; } = new("À savoir avant d'approuver", "To know before approving");

    private static Label Typed { get; } = new("Le mot de confirmation", "The word of confirmation");

    /// <summary>The plan's part of a card.</summary>
    public static IEnumerable<CardElement> Of(PlanCardView plan, Language language, Cut cut)
    {
        var steps = plan.Words.Steps.Select<WordedStep, CardElement>(step => cut is Cut.Most && !step.IsByHandNow ? Dense(step) : Step(step, plan, language));
        yield return new Container { Separator = true, Spacing = Spacing.Large, Items = [.. Head(plan.Words), .. steps] };
        foreach (var line in Below(plan, language)) yield return line;
        foreach (var row in Blocks.Buttons(plan.Acts.Select((act, index) => Button(act, plan.Words, language, first: index == 0)))) yield return row;
    }

    private static IEnumerable<CardElement> Head(WordedPlan words)
    {
        yield return new TextBlock { Text = CardText.Own(words.Title), Size = FontSize.Medium, Weight = FontWeight.Bolder, Color = ColorOf(words.Tone), Style = TextBlockStyle.Heading };
        if (words.Stopped is { } stopped) yield return Blocks.Text(CardText.Own(stopped), Spacing.Small);
        foreach (var obstacle in words.Obstacles) yield return new TextBlock { Text = CardText.Own(obstacle), Color = Colors.Attention, Spacing = Spacing.Small };
    }

    private static Container Step(WordedStep step, PlanCardView plan, Language language) => new()
    {
        Spacing = Spacing.Medium,
        Items =
        [
            Blocks.Text(CardText.Short(step.Line, MaxLine)),
            .. step.Change is { } change ? (CardElement[])[Blocks.Subtle(CardText.Short(change, MaxLine), Spacing.None)] : [],
            .. step.Cost is { } cost ? (CardElement[])[Blocks.Subtle(CardText.Own(cost), Spacing.None)] : [],
            .. step.State is { } state ? (CardElement[])[State(state, step.Tone)] : [],
            .. step.IsByHandNow && plan.Tick is { } tick ? Blocks.Buttons([Button(tick, plan.Words, language, first: true)]) : [],
        ],
    };

    /// <summary>The same on one line, where many steps would not fit otherwise.</summary>
    private static TextBlock Dense(WordedStep step) =>
        Blocks.Text(CardText.Short(string.Join(" · ", new[] { step.Line, step.Change, step.Cost, step.State }.OfType<string>()), MaxLine * 2), Spacing.Small);

    private static TextBlock State(string state, PlanTone tone) =>
        new() { Text = CardText.Own(Typography.Capital(state)), Weight = FontWeight.Bolder, Color = ColorOf(tone), Spacing = Spacing.None };

    private static IEnumerable<CardElement> Below(PlanCardView plan, Language language)
    {
        var words = plan.Words;
        if (!words.Cautions.IsEmpty)
            yield return new Container
            {
                Style = ContainerStyle.Warning,
                Spacing = Spacing.Medium,
                Items = [Blocks.Strong(CardWords.Text(MindLabel, language)), .. words.Cautions.Select(caution => Blocks.Text(CardText.Own(caution), Spacing.Small))],
            };
        if (words.Secret is { } secret)
            yield return new Container { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium, Items = [Blocks.Text(CardText.Own(secret))] };
        for (var i = 0; i < words.Facts.Length; i++) yield return Blocks.Text(CardText.Own(words.Facts[i]), i == 0 ? Spacing.Medium : Spacing.Small);
    }

    private static AdaptiveAction Button(CardAct act, WordedPlan words, Language language, bool first)
    {
        var hint = CardText.Plain(act.Hint, 200);
        return act.Action.Verb switch
        {
            CardVerb.ApprovePlan when words.Confirmation is { } confirm => Buttons.Form(
                act.Action, act.Name, [Blocks.Text(CardText.Own(confirm)), Word(act, language)], act.Name, ActionStyle.Destructive, hint),
            CardVerb.UndoPlan => Buttons.Ask(act.Action, act.Name, act.Hint, act.Name),
            CardVerb.RefusePlan or CardVerb.CallOffWipe => Buttons.Execute(act.Action, act.Name, ActionStyle.Destructive, hint),
            _ => Buttons.Execute(act.Action, act.Name, first ? ActionStyle.Positive : null, hint),
        };
    }

    private static InputText Word(CardAct act, Language language) =>
        Inputs.Needed(Inputs.Line(CardInput.Confirmation, act.Action, CardWords.Say(Typed, language)), language);

    private static Colors? ColorOf(PlanTone tone) => tone switch
    {
        PlanTone.Good => Colors.Good,
        PlanTone.Wait => Colors.Warning,
        PlanTone.Stop => Colors.Attention,
        PlanTone.None => null,
    };
}
