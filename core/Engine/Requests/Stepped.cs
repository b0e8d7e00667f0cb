using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Requests;

/// <summary>A decision on a request, with the request on both sides of it.</summary>
/// <param name="Before">As it stood; null when it has just come.</param>
/// <param name="After">As it stands, the decision's events appended.</param>
/// <param name="Decision">The decision.</param>
public sealed record Stepped(RequestDocument? Before, RequestDocument After, Decision Decision)
{
    /// <summary>What was asked, of a request that has just come; null otherwise.</summary>
    public Case? Asked { get; init; }

    /// <summary>The sender of the message behind it; null when there was none.</summary>
    public Sender? Answering { get; init; }

    /// <summary>The sender sees what became of it where they are: no notice tells them once more.</summary>
    public bool ShownToSender { get; init; }

    /// <summary>What a technician wrote, masked; it is stored with the decision, so it cannot be read before. Null when nothing was.</summary>
    public string? Said { get; init; }

    /// <summary>What the message says, masked, that brought the request or tells of a breach: it is stored with the decision, so it cannot be read before. Null otherwise.</summary>
    public string? Words { get; init; }

    /// <summary>Who wrote these words, where it was not the message that brought the request; null otherwise.</summary>
    public Sender? WordsBy { get; init; }

    /// <summary>Why what is told has to wait for a technician; null when it need not.</summary>
    public string? Held { get; init; }
}
