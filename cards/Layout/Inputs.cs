using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Layout;

/// <summary>Makes inputs that belong to an action.</summary>
internal static class Inputs
{
    private static Label Missing { get; } = new("Cette indication est nécessaire.", "This is needed.");

    public static InputText Words(CardAction action, string label, Language language, bool required = true, string? value = null) =>
        Required(new InputText { Id = CardInput.Text.Id(action), Label = label, IsMultiline = true, MaxLength = CardInput.Text.MaxLength(), Value = value }, required, language);

    public static InputText Line(CardInput input, CardAction action, string label, string? placeholder = null, TextInputStyle? style = null) =>
        new() { Id = input.Id(action), Label = label, Placeholder = placeholder, Style = style, MaxLength = input.MaxLength() };

    public static InputDate Day(CardAction action, string label, Language language, bool required = true) =>
        Required(new InputDate { Id = CardInput.Date.Id(action), Label = label }, required, language);

    public static InputTime Hour(CardAction action, string label, Language language, bool required = true) =>
        Required(new InputTime { Id = CardInput.Time.Id(action), Label = label }, required, language);

    public static InputChoiceSet Choose(CardInput input, CardAction action, string label, IEnumerable<Choice> choices, Language language, bool required = true) =>
        Required(
            new InputChoiceSet
            {
                Id = input.Id(action),
                Label = label,
                Choices = [.. choices],
                Placeholder = CardWords.Say(CardWords.Choose, language),
            },
            required, language);

    /// <summary>An input that its form does without only by a mistake.</summary>
    public static T Needed<T>(T input, Language language)
        where T : InputElement => Required(input, true, language);

    private static T Required<T>(T input, bool required, Language language)
        where T : InputElement =>
        required ? input with { IsRequired = true, ErrorMessage = CardWords.Say(Missing, language) } : input;
}
