using System.Collections.Concurrent;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Chats;

namespace SiOne.Bot.Host.Teams;

/// <summary>Whether somebody is in the technicians' team.</summary>
internal enum Membership
{
    /// <summary>Teams does not name them: they have left, or never were in it.</summary>
    Out,

    /// <summary>They are in it.</summary>
    In,

    /// <summary>Teams did not answer in time: nothing may be done, and trying again may help.</summary>
    Unheard,
}

/// <summary>
/// Who is in the technicians' team now: a role in the settings is not enough, or whoever has left would go on acting from an old chat or card. Asked of
/// Teams, and believed for a few minutes or until Teams tells that they left; while it does not answer, nobody new is in it.
/// </summary>
/// <param name="roster">Asks Teams.</param>
/// <param name="chats">The team's channel.</param>
/// <param name="clock">The clock.</param>
internal sealed class TechnicianTeam(TeamsRoster roster, ChatBook chats, TimeProvider clock)
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _seen = new();

    /// <summary>Whether the account is in it.</summary>
    /// <param name="account">Who.</param>
    /// <param name="userId">Teams' id of them for the technicians' bot; null where it is not known.</param>
    /// <param name="cancellationToken">Gives up, by exception.</param>
    public async Task<Membership> OfAsync(SignedInAccount account, string? userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_seen.TryGetValue(account.AccountId, out var at) && now - at < Believed) return Membership.In;
        if (await chats.FindAsync(ChatKey.Technicians, cancellationToken) is not { } kept || TeamsChat.Of(kept) is not { } channel) return Membership.Out;
        var answer = await roster.AskAsync(channel.Reference with { UserId = userId }, account, cancellationToken);
        if (!answer.Answered) return Membership.Unheard;
        if (answer.Member?.PersonId() != account.AccountId.ToString("D"))
        {
            _seen.TryRemove(account.AccountId, out _);
            return Membership.Out;
        }

        _seen[account.AccountId] = now;
        return Membership.In;
    }

    /// <summary>Teams told that somebody left: asked anew before they act.</summary>
    public void Forget(string? personId)
    {
        if (Guid.TryParse(personId, out var account)) _seen.TryRemove(account, out _);
    }
}
