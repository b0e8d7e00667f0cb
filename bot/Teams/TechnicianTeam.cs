using System.Collections.Concurrent;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Chats;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// Who is in the technicians' team now: a role in the settings is not enough, or whoever has left would go on acting from an old chat. Asked of
/// Teams, and believed for a few minutes; while Teams does not answer, nobody new is in it.
/// </summary>
/// <param name="roster">Asks Teams.</param>
/// <param name="chats">The team's channel.</param>
/// <param name="clock">The clock.</param>
internal sealed class TechnicianTeam(TeamsRoster roster, ChatBook chats, TimeProvider clock)
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _seen = new();

    /// <summary>Whether the account is in it.</summary>
    public async Task<bool> HoldsAsync(SignedInAccount account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_seen.TryGetValue(account.AccountId, out var at) && now - at < Believed) return true;
        if (await chats.FindAsync(ChatKey.Technicians, cancellationToken) is not { } kept || TeamsChat.Of(kept) is not { } channel) return false;
        if ((await roster.FindAsync(channel.Reference, account, cancellationToken))?.PersonId() != account.AccountId.ToString("D")) return false;
        _seen[account.AccountId] = now;
        return true;
    }
}
