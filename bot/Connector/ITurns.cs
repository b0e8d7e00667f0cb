namespace SiOne.Bot.Host.Connector;

/// <summary>An activity whose sender is proven: Teams signed for it, for this bot, from a known tenant.</summary>
/// <param name="Bot">The bot that it is for.</param>
/// <param name="Activity">The activity. Names and words in it prove nothing.</param>
/// <param name="TenantId">The tenant, as a GUID in lower case.</param>
/// <param name="Body">The bytes as they came, for the spool.</param>
/// <param name="ReceivedAt">When they were read.</param>
public sealed record VerifiedActivity(BotKey Bot, Activity Activity, string TenantId, ReadOnlyMemory<byte> Body, DateTimeOffset ReceivedAt);

/// <summary>What is done with verified activities.</summary>
public interface ITurns
{
    /// <summary>
    /// Records the activity and answers within a second; slow work comes later. The same activity may come again. Null answers 200 without a body,
    /// to an invoke 501.
    /// </summary>
    Task<InvokeResponse?> TurnAsync(VerifiedActivity turn, CancellationToken cancellationToken);
}
