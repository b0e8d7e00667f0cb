using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Intake;

/// <summary>One request as a reader understood it: a proposal out of closed lists, never a decision.</summary>
public sealed record UnderstoodRequest
{
    /// <summary>What is asked.</summary>
    public required Operation Operation { get; init; }

    /// <summary>How sure the reader is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The reader leaves it to a technician; <see cref="Operation"/> is then its best guess.</summary>
    public bool Abstained { get; init; }

    /// <summary>Full name of the person concerned, as written, first name first; null when not named.</summary>
    public string? Person { get; init; }

    /// <summary>The effective date in Paris, or for a restore the state asked for; null when not given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The hour stated for that day, by the wall clock of Paris; null when none was.</summary>
    public TimeOnly? Hour { get; init; }

    /// <summary>The words say that it is urgent.</summary>
    public bool Urgent { get; init; }

    /// <summary>Other details by field name; texts are hostile input.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the words say beyond the operation, out of a closed list.</summary>
    public ImmutableSortedSet<Matter> Matters { get; init; } = [];

    /// <summary>The message tells of what may be a personal-data breach (RGPD V), and this is the request of it that bears the proposal; null where it does not.</summary>
    public BreachKind? Breach { get; init; }

    /// <summary>The words of <see cref="MessageToUnderstand.Text"/> that ask for it; null where no words of the text do, or none could be told.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>Whether the words say so.</summary>
    public bool Speaks(Matter matter) => Matters.Contains(matter);
}

/// <summary>A stretch of a text.</summary>
/// <param name="Start">The first character, from 0.</param>
/// <param name="Length">How many characters.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The character behind the last one.</summary>
    public int End => Start + Length;

    /// <summary>Whether a character belongs to both.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}

/// <summary>The names under which readers put details into <see cref="UnderstoodRequest.Fields"/>.</summary>
public static class FieldNames
{
    /// <summary>The mail addresses in the text that are not the sender’s, separated by blanks; one cut short ("compta2@") ends with its at sign.</summary>
    public const string Addresses = "addresses";

    /// <summary>The business software that the text names, in lower case as it is written.</summary>
    public const string Software = "software";

    /// <summary>Stands between several values of <see cref="PhoneModel"/> and the fields below it; none of them holds it.</summary>
    public const string Separator = " | ";

    /// <summary>Make and model of the telephone, as written.</summary>
    public const string PhoneModel = "phone-model";

    /// <summary>Files and folders, as written: paths, names of files, and names that a text gives to folders.</summary>
    public const string Paths = "paths";

    /// <summary>Distribution lists, by name or address, as written.</summary>
    public const string Lists = "lists";

    /// <summary>Teams in Microsoft Teams, by name, as written.</summary>
    public const string Teams = "teams";

    /// <summary>SharePoint sites and libraries, by name, as written.</summary>
    public const string Sites = "sites";

    /// <summary>Microsoft licences, by name, as written.</summary>
    public const string Licences = "licences";

    /// <summary>The Microsoft 365 account that was picked in a form for the person concerned: its id, or what the client sent for one; hostile text.</summary>
    public const string Account = "account";

    /// <summary>The words of an absence message with their lines, as the person gave them in a form or a mail; hostile text.</summary>
    public const string Message = "message";

    /// <summary>What is to change, one of <see cref="Changes"/>; absent where the words do not say.</summary>
    public const string Change = "change";

    /// <summary>The manager of somebody who arrives: full name or address, as written; title and last name where no more is told.</summary>
    public const string Manager = "manager";

    /// <summary>The language that a mailbox is to speak: <c>fr</c> or <c>en</c>.</summary>
    public const string Language = "language";
}

/// <summary>The values of <see cref="FieldNames.Change"/>. Anything else counts as not said.</summary>
public static class Changes
{
    /// <summary>Becomes a member, is given a right.</summary>
    public const string Add = "add";

    /// <summary>Is a member no more, loses a right.</summary>
    public const string Remove = "remove";

    /// <summary>A locked account is to be unlocked, and keeps its password.</summary>
    public const string Unlock = "unlock";

    /// <summary>The second factor is lost: a code for one sign-in is needed.</summary>
    public const string AccessPass = "access-pass";
}

/// <summary>What a reader is given: visible, masked text and nothing else.</summary>
/// <param name="Channel">How it came in.</param>
/// <param name="Subject">The subject, empty in Teams.</param>
/// <param name="Text">What the person newly wrote.</param>
/// <param name="ReceivedAt">Relative dates count from this instant, in Paris.</param>
/// <param name="SenderName">The sender's known name, for requests about oneself; null when unknown.</param>
public sealed record MessageToUnderstand(
    Channel Channel, string Subject, string Text, DateTimeOffset ReceivedAt, string? SenderName = null)
{
    /// <summary>
    /// Whose person wrote. A reader that asks a third party looks here whether it may, and whose names it must not tell; null: it may not ask.
    /// </summary>
    public Customer? Customer { get; init; }
}
