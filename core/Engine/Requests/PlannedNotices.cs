using System.Collections.Immutable;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Requests;

/// <summary>Notices and alerts to commit with the decision behind them.</summary>
/// <param name="Effects">The effects with their sealed words.</param>
/// <param name="Conversation">The conversation, its next order number raised by what was planned; null when there is none.</param>
/// <param name="Before">The conversation as it was.</param>
public sealed record PlannedNotices(ImmutableArray<PlannedEffect> Effects, Conversation? Conversation, Conversation? Before)
{
    /// <summary>The sender of the message behind it reads one of them.</summary>
    public bool TellsSender { get; init; }

    /// <summary>Nothing to tell.</summary>
    public static PlannedNotices None(Conversation? conversation) => new([], conversation, conversation);

    /// <summary>The unit with these effects, and with the conversation when its order moved.</summary>
    public StoreUnit AddTo(StoreUnit unit)
    {
        unit = Effects.Aggregate(unit, (made, effect) => made.With(effect));
        return Conversation is null || ReferenceEquals(Conversation, Before)
            ? unit
            : unit with { Conversations = [.. unit.Conversations, Conversation with { Version = Conversation.Version + 1 }] };
    }
}
