using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Words;

/// <summary>An answer in words, typeset and ready to be laid out: mail, card and page show these sentences and add none of their own.</summary>
/// <param name="Language">The language of every text in it.</param>
/// <param name="Subject">The subject line. Never quotes the customer's.</param>
/// <param name="Greeting">"Bonjour …,"; the name is as the customer file spells it.</param>
/// <param name="Opening">What became of the message as a whole.</param>
/// <param name="Requests">One block a request; empty in the neutral answer.</param>
/// <param name="Advice">What to do about a secret that was in the message; null when there was none.</param>
/// <param name="Closing">How to correct a misreading; null where nothing was claimed.</param>
/// <param name="Contact">Introduces the support address.</param>
/// <param name="Automatic">Says that no person wrote this.</param>
public sealed record WordedAnswer(
    Language Language, string Subject, string Greeting, string Opening, ImmutableArray<WordedRequest> Requests,
    string? Advice, string? Closing, string Contact, string Automatic)
{
    /// <summary>What a technician or an administrator wrote, quoted before the requests; null where nobody did.</summary>
    public WordedSaid? Said { get; init; }
}

/// <summary>One request of an answer, in words.</summary>
public sealed record WordedRequest
{
    /// <summary>What people call it.</summary>
    public required string Reference { get; init; }

    /// <summary>How it stands, for a colour beside the words.</summary>
    public required Tone Tone { get; init; }

    /// <summary>How it stands, in two or three words.</summary>
    public required string Status { get; init; }

    /// <summary>What kind of thing the title is ("Nous avons compris"); null when the title claims nothing.</summary>
    public string? TitleLabel { get; init; }

    /// <summary>What was understood, or the category alone, or that a technician reads it.</summary>
    public required string Title { get; init; }

    /// <summary>When it was received, and the date that the customer gave.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>What follows from the verdict; null when the promise says it all.</summary>
    public string? Lead { get; init; }

    /// <summary>What is promised about time; null while no clock runs.</summary>
    public WordedPromise? Promise { get; init; }

    /// <summary>What was done for it, and who approved that; null where nothing was, or the reader may not know.</summary>
    public WordedWork? Work { get; init; }

    /// <summary>Heads the questions.</summary>
    public required string QuestionsLabel { get; init; }

    /// <summary>The details that are missing, to be answered one by one; empty when nothing is.</summary>
    public ImmutableArray<WordedQuestion> Questions { get; init; } = [];

    /// <summary>Heads the reasons.</summary>
    public required string ReasonsLabel { get; init; }

    /// <summary>The findings behind the verdict, the one that decided first.</summary>
    public ImmutableArray<WordedReason> Reasons { get; init; } = [];

    /// <summary>Heads the notes.</summary>
    public required string NotesLabel { get; init; }

    /// <summary>The findings that only inform.</summary>
    public ImmutableArray<WordedReason> Notes { get; init; } = [];

    /// <summary>Heads the steps.</summary>
    public required string StepsLabel { get; init; }

    /// <summary>What happens next and what the reader can do. Never empty.</summary>
    public required ImmutableArray<string> Steps { get; init; }

    /// <summary>What the reader can open to make it go on; null: nothing. A chat has buttons of its own and shows none of it.</summary>
    public WordedLink? Link { get; init; }
}

/// <summary>Something to open.</summary>
/// <param name="Text">What opening it is for.</param>
/// <param name="Address">An absolute address of ours; it opens somebody's request and is shown to its reader alone.</param>
public sealed record WordedLink(string Text, string Address);

/// <summary>A detail that is asked for.</summary>
/// <param name="Number">Its number in the list, with a full stop ("1.").</param>
/// <param name="Text">The sentence that asks for it.</param>
public sealed record WordedQuestion(string Number, string Text);

/// <summary>A person's own words, quoted: a reply, a question, a reason.</summary>
/// <param name="Label">Whose words they are.</param>
/// <param name="Lines">The lines as they were written, each of them harmless; an empty one parts paragraphs.</param>
public sealed record WordedSaid(string Label, ImmutableArray<string> Lines);

/// <summary>A promise about time, in words.</summary>
/// <param name="Label">Commitment or target.</param>
/// <param name="Line">The date and hour: the line that must be seen first.</param>
/// <param name="Notes">On what it rests and how it is counted.</param>
public sealed record WordedPromise(string Label, string Line, ImmutableArray<string> Notes);

/// <summary>A finding, in words.</summary>
/// <param name="Text">The clause's own sentence.</param>
/// <param name="Citation">Where to read more in the contract; null where the rule is the customer's or ours and no article's.</param>
public sealed record WordedReason(string Text, string? Citation);

/// <summary>How a request stands, for a colour beside the words: never the only sign.</summary>
public enum Tone
{
    /// <summary>Taken in.</summary>
    Done,

    /// <summary>Waits for somebody at the customer's.</summary>
    Waiting,

    /// <summary>Goes another way.</summary>
    Aside,
}
