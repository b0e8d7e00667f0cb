using System.Collections.Concurrent;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Host.Connector.Outbound;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// Who is in the technicians' team now: a role in the settings is not enough, or whoever has left would go on acting from an old chat. Asked of
/// Teams, and believed for a few minutes; while Teams does not answer, nobody new is in it.
/// </summary>
/// <param name="client">Asks the roster.</param>
/// <param name="chats">The team's channel.</param>
/// <param name="clock">The clock.</param>
internal sealed class TechnicianTeam(ConnectorClient client, ChatBook chats, TimeProvider clock)
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _seen = new();

    /// <summary>Whether the account is in it.</summary>
    public async Task<bool> HoldsAsync(SignedInAccount account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_seen.TryGetValue(account.AccountId, out var at) && now - at < Believed) return true;
        if (await chats.FindAsync(ChatKey.Technicians, cancellationToken) is not { } kept || TeamsChat.Of(kept) is not { } channel) return false;
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var answer = await client.GetMemberAsync(channel.Reference, account.AccountId.ToString("D"), either.Token);
            if (answer.Value?.PersonId() != account.AccountId.ToString("D")) return false;
            _seen[account.AccountId] = now;
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
