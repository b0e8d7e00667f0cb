using System.Collections.Immutable;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>A plan on a technicians' card: the domain's words, and what can be done about it.</summary>
/// <param name="Words">The plan in words, in the language of the card.</param>
public sealed record PlanCardView(WordedPlan Words)
{
    /// <summary>What can be done about the plan as a whole, what comes next in most cases first.</summary>
    public ImmutableArray<CardAct> Acts { get; init; } = [];

    /// <summary>Ticks off the step that stands for a technician to do by hand; null where none does.</summary>
    public CardAct? Tick { get; init; }
}
