using System.Collections.Immutable;
using SiOne.Bot.Cards.Model;

namespace SiOne.Bot.Cards.Layout;

/// <summary>The few shapes that all cards are made of. Texts come in escaped by <see cref="CardText"/>.</summary>
internal static class Blocks
{
    // Teams shows six buttons of a set.
    private const int MostInRow = 6;
    private const int RowWidth = 40;

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

    /// <summary>Buttons in rows that fit a phone, where a row too long cuts its words; none: nothing.</summary>
    public static IEnumerable<CardElement> Buttons(IEnumerable<AdaptiveAction> actions)
    {
        var row = ImmutableArray.CreateBuilder<AdaptiveAction>();
        var spacing = Spacing.Medium;
        foreach (var action in actions)
        {
            if (row.Count > 0 && (row.Count == MostInRow || row.Append(action).Sum(Width) > RowWidth))
            {
                yield return new ActionSet { Actions = row.DrainToImmutable(), Spacing = spacing };
                spacing = Spacing.Small;
            }

            row.Add(action);
        }

        if (row.Count > 0) yield return new ActionSet { Actions = row.DrainToImmutable(), Spacing = spacing };
    }

    /// <summary>In letters, with what a button takes around its words.</summary>
    private static int Width(AdaptiveAction action) => (action.Title?.Length ?? 0) + 5;
}
