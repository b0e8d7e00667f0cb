namespace SiOne.Bot.Understanding.Scoring;

/// <summary>The numbers that were set on the development set, in one place.</summary>
internal static class Weights
{
    /// <summary>A subject says the topic, a sentence of the body says the request.</summary>
    public const double Subject = 0.8;

    /// <summary>The subject of an answer is often that of an older matter.</summary>
    public const double ReplySubject = 0.4;

    /// <summary>What a sentence counts that asks for something.</summary>
    public const double AskingSentence = 1.15;

    /// <summary>What the second strongest sentence adds.</summary>
    public const double SecondSentence = 0.3;

    /// <summary>What the concepts of all sentences together add.</summary>
    public const double WholeText = 0.35;

    /// <summary>How strong a part of a message must be to be a request of its own, beside one that it often comes with.</summary>
    public const double CompanionRequest = 4.5;

    /// <summary>The same where the message announces several requests.</summary>
    public const double ListedRequest = 6;

    /// <summary>By how much a further request must lead in its part.</summary>
    public const double FurtherRequestLead = 1;
}
