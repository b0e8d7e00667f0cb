using System.Collections.Immutable;
using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Domain.Words;

/// <summary>A digest in words, typeset and ready to be laid out: mail, card and page show these sentences and add none of their own.</summary>
/// <param name="Language">The language of every text in it.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Greeting">"Bonjour …,"; the name is as the customer file spells it.</param>
/// <param name="Customer">Whose week it is, as the customer file spells it.</param>
/// <param name="Period">Which week.</param>
/// <param name="Lead">What the week came to, a paragraph each.</param>
/// <param name="Parts">What there is to tell; a part without a line is not among them.</param>
/// <param name="Chart">The last weeks; null where nothing was promised in them.</param>
/// <param name="Contact">Introduces the support address.</param>
/// <param name="Automatic">Says that no person wrote this.</param>
/// <param name="Unsubscribe">What leaving it is called.</param>
public sealed record WordedDigest(
    Language Language, string Subject, string Greeting, string Customer, string Period, ImmutableArray<string> Lead,
    ImmutableArray<WordedPart> Parts, WordedChart? Chart, string Contact, string Automatic, string Unsubscribe);

/// <summary>One part of a digest.</summary>
/// <param name="Heading">What it tells of.</param>
/// <param name="Lines">At least one.</param>
/// <param name="More">How many lines more there were; null when all are there.</param>
public sealed record WordedPart(string Heading, ImmutableArray<WordedLine> Lines, string? More)
{
    /// <summary>What it tells of, for whoever lays it out.</summary>
    public PartKind Tells { get; init; }
}

/// <summary>What a part of a digest tells of.</summary>
public enum PartKind
{
    /// <summary>Anything that only informs.</summary>
    Facts,

    /// <summary>What waits for the reader: each line has a reference, under which its buttons are found.</summary>
    Waiting,

    /// <summary>The week in figures: the chart stands below it.</summary>
    Figures,

    /// <summary>Promises.</summary>
    Promises,
}

/// <summary>One line of a digest.</summary>
/// <param name="Text">What it is about.</param>
/// <param name="Notes">What is said of it, a sentence or two each.</param>
public sealed record WordedLine(string Text, ImmutableArray<string> Notes)
{
    /// <summary>How it stands, in a word or two; null where nothing is to be marked.</summary>
    public string? Status { get; init; }

    /// <summary>The colour beside that word: never the only sign.</summary>
    public Tone Tone { get; init; }

    /// <summary>What people call the request that it is about; null where it is about none.</summary>
    public string? Reference { get; init; }

    /// <summary>What the reader can open to answer; null without.</summary>
    public WordedLink? Link { get; init; }
}

/// <summary>Promises kept and missed, week by week.</summary>
/// <param name="Title">What is drawn.</param>
/// <param name="Kept">The name of the first part of each bar.</param>
/// <param name="Late">The name of the second.</param>
/// <param name="Alt">All figures, for whoever does not see it.</param>
/// <param name="Weeks">The figures, oldest first.</param>
public sealed record WordedChart(string Title, string Kept, string Late, string Alt, ImmutableArray<DigestPast> Weeks);
