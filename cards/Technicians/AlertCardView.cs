using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>An alert for the technicians' channel, in the domain's words.</summary>
/// <param name="Alert">In words, in the language of the channel.</param>
public sealed record AlertCardView(WordedAlert Alert)
{
    /// <summary>It is an emergency.</summary>
    public bool Emergency { get; init; }

    /// <summary>Shows a request, by its reference; none: no button.</summary>
    public ImmutableArray<(string Reference, CardAction Action)> Show { get; init; } = [];
}
