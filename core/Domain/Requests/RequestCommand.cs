using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What somebody wants to happen to a request. Instants and identifiers arrive inside it.</summary>
public abstract record RequestCommand
{
    private RequestCommand() { }

    /// <summary>A message asks for something: examine it under the contract.</summary>
    /// <param name="Reference">What people will call it.</param>
    /// <param name="Conversation">The conversation that it opens or joins.</param>
    /// <param name="Intake">The message that asks.</param>
    /// <param name="Case">What the clauses look at.</param>
    public sealed record Receive(RequestReference Reference, ConversationId Conversation, IntakeKey Intake, Case Case) : RequestCommand;

    /// <summary>A later message speaks of it.</summary>
    /// <param name="Intake">The message.</param>
    /// <param name="ReceivedAt">When it was received, UTC.</param>
    /// <param name="CustomerId">The sender's customer.</param>
    /// <param name="Again">For a draft: the same request as this message, its channel and its instant put it; null otherwise.</param>
    public sealed record FollowUp(IntakeKey Intake, DateTimeOffset ReceivedAt, string CustomerId, Case? Again = null) : RequestCommand;
}
