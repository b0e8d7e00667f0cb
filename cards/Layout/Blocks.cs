using System.Collections.Immutable;
using SiOne.Bot.Cards.Model;

namespace SiOne.Bot.Cards.Layout;

/// <summary>The few shapes that all cards are made of. Texts come in escaped by <see cref="CardText"/>.</summary>
internal static class Blocks
{
    public static TextBlock Heading(string text) => new() { Text = text, Size = FontSize.Medium, Weight = FontWeight.Bolder, Style = TextBlockStyle.Heading };

    public static TextBlock Text(string text, Spacing? spacing = null) => new() { Text = text, Spacing = spacing };

    public static TextBlock Strong(string text, Spacing? spacing = null) => new() { Text = text, Weight = FontWeight.Bolder, Spacing = spacing };

    /// <summary>Less important; of normal size, since toned down and small at once is hard to read.</summary>
    public static TextBlock Subtle(string text, Spacing? spacing = Spacing.Small) => new() { Text = text, IsSubtle = true, Spacing = spacing };

    /// <summary>A heading of a part, and its lines.</summary>
    public static IEnumerable<CardElement> Part(string label, IEnumerable<string> lines)
    {
        yield return Strong(label, Spacing.Medium);
        foreach (var line in lines) yield return Text(line, Spacing.Small);
    }

    /// <summary>A person's words below whose they are, on a ground of their own: nothing in them can be taken for ours.</summary>
    public static Container Quoted(string label, IEnumerable<string> lines) => new()
    {
        Style = ContainerStyle.Emphasis,
        Spacing = Spacing.Medium,
        Items = [Strong(label), .. lines.Select(line => Text(line, Spacing.Small))],
    };

    /// <summary>Two texts on one line, the second to the right.</summary>
    public static ColumnSet Beside(CardElement left, CardElement right) => new()
    {
        Columns = [new Column { Width = "stretch", Items = [left] }, new Column { Width = "auto", Items = [right] }],
    };

    /// <summary>Buttons, six to a row at most; none: nothing.</summary>
    public static IEnumerable<CardElement> Buttons(IEnumerable<AdaptiveAction> actions) =>
        actions.Chunk(6).Select(row => new ActionSet { Actions = [.. row], Spacing = Spacing.Medium });

    /// <summary>Buttons in rows of three, for a narrow card with many of them.</summary>
    public static ImmutableArray<CardElement> Rows(IEnumerable<AdaptiveAction> actions) =>
        [.. actions.Chunk(3).Select(row => new ActionSet { Actions = [.. row], Spacing = Spacing.Small })];
}
