namespace SiOne.Bot.Domain.Commitments;

/// <summary>A stretch during which the clock stands still (Art. 10, 13): from its start up to, but not including, its end.</summary>
/// <param name="From">Start, UTC.</param>
/// <param name="To">End, UTC; null while it lasts.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? To);
