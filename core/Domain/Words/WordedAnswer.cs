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
    string? Advice, string? Closing, string Contact, string Automatic);

/// <summary>One request of an answer, in words.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="Tone">How it stands, for a colour beside the words.</param>
/// <param name="Status">How it stands, in two or three words.</param>
/// <param name="TitleLabel">What kind of thing the title is ("Nous avons compris"); null when the title claims nothing.</param>
/// <param name="Title">What was understood, or the category alone, or that a technician reads it.</param>
/// <param name="Facts">When it was received, and the date that the customer gave.</param>
/// <param name="Lead">What follows from the verdict; null when the promise says it all.</param>
/// <param name="Promise">What is promised about time; null while no clock runs.</param>
/// <param name="ReasonsLabel">Heads the reasons.</param>
/// <param name="Reasons">The findings, the one that decided first.</param>
/// <param name="StepsLabel">Heads the steps.</param>
/// <param name="Steps">What happens next and what the reader can do. Never empty.</param>
public sealed record WordedRequest(
    string Reference, Tone Tone, string Status, string? TitleLabel, string Title, ImmutableArray<string> Facts, string? Lead,
    WordedPromise? Promise, string ReasonsLabel, ImmutableArray<WordedReason> Reasons, string StepsLabel, ImmutableArray<string> Steps);

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
