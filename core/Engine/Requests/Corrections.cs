using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Requests;

/// <summary>What journals say of technicians' corrections.</summary>
internal static class Corrections
{
    /// <summary>The operation of the last correction by a technician; null when there is none. What its asker put otherwise is no correction.</summary>
    public static string? LastIn(IEnumerable<RequestEvent> events) =>
        events.OfType<RequestEvent.Corrected>().LastOrDefault(corrected => corrected.By.Kind is ActorKind.Technician)?.OperationId;

    /// <summary>The same of a stored request.</summary>
    public static string? LastOf(RequestDocument document) => LastIn(document.Journal.Select(entry => entry.Event));

    /// <summary>What the reader had proposed for the message that asked.</summary>
    public static string ProposedFor(RequestDocument document) => document.Journal.Select(entry => entry.Event).OfType<RequestEvent.Received>().First().OperationId;

    /// <summary>Its asker put it otherwise in another message: the one that is kept says something else.</summary>
    public static bool IsAmended(RequestDocument document) =>
        document.Journal.Any(entry => entry.Event is RequestEvent.Corrected { By.Kind: not ActorKind.Technician });

    /// <summary>Whether a correction says something of the message's category: another date alone does not.</summary>
    public static bool Teaches(RequestDocument before, string operation) =>
        !IsAmended(before) && (before.State.Abstained || !string.Equals(before.State.OperationId, operation, StringComparison.Ordinal));
}
