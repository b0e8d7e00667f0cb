namespace SiOne.Bot.Cards.Actions;

/// <summary>Everything that can be filled in: a closed list.</summary>
public enum CardInput
{
    /// <summary>Free words.</summary>
    Text,

    /// <summary>Somebody chosen: a directory's identifier, or that of a listed person.</summary>
    Person,

    /// <summary>Somebody's full name, written.</summary>
    Name,

    /// <summary>A mailbox: an address, or the name of whose it is.</summary>
    Mailbox,

    /// <summary>A day, 2026-11-30.</summary>
    Date,

    /// <summary>An hour, 14:30, by the clock of Paris.</summary>
    Time,

    /// <summary>A reason out of a list.</summary>
    Reason,

    /// <summary>An operation of the catalogue.</summary>
    Operation,

    /// <summary>What becomes of a mailbox: one of <see cref="CardInputs.Fates"/>.</summary>
    Fate,

    /// <summary>A number on record that was called back, chosen.</summary>
    Number,

    /// <summary>The word that confirms something destructive.</summary>
    Confirmation,
}

/// <summary>
/// The names of inputs. An input belongs to one action: its name ends with the beginning of the action's identifier, since clients send the
/// inputs of the card around a form along with the form's own, and a name may occur once in a card.
/// </summary>
public static class CardInputs
{
    /// <summary>How much of the action's identifier a name bears.</summary>
    internal const int MarkLength = 12;

    /// <summary>What can become of a mailbox: closed, or kept as a shared one (Art. 14).</summary>
    public static IReadOnlyList<string> Fates { get; } = ["close", "share"];

    /// <summary>The value of "somebody else" beside a search for people; it counts as nobody chosen.</summary>
    public const string SomebodyElse = "other";

    /// <summary>The name of an input of that action, for example <c>text-0123456789ab</c>.</summary>
    public static string Id(this CardInput input, CardAction action) => $"{Word(input)}-{action.Id[..MarkLength]}";

    /// <summary>The most characters that are taken in.</summary>
    public static int MaxLength(this CardInput input) => input is CardInput.Text ? 4_000 : 256;

    /// <summary>The first part of the name.</summary>
    internal static string Word(CardInput input) => input.ToString().ToLowerInvariant();
}
