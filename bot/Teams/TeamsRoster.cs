using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;

namespace SiOne.Bot.Host.Teams;

/// <summary>What Teams said of somebody in a conversation.</summary>
/// <param name="Member">Who it is; null when Teams names none.</param>
/// <param name="Answered">Teams answered: without a member that is a no. False: nobody knows.</param>
internal sealed record RosterAnswer(ChannelAccount? Member, bool Answered)
{
    /// <summary>Not heard in time.</summary>
    public static RosterAnswer Silence { get; } = new(null, Answered: false);
}

/// <summary>Asks Teams who takes part in a conversation, for no longer than a turn may wait: it answers within a second.</summary>
/// <param name="client">Asks.</param>
/// <param name="clock">The clock.</param>
internal sealed class TeamsRoster(ConnectorClient client, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    /// <summary>What Teams says; a member is always the account that was asked for.</summary>
    /// <param name="conversation">Whose roster; one that names a person is asked by Teams' own id of them, since not every service finds an object id.</param>
    /// <param name="account">Who is looked for.</param>
    /// <param name="cancellationToken">Gives up, by exception.</param>
    public async Task<RosterAnswer> AskAsync(ConversationReference conversation, SignedInAccount account, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var id = conversation.UserId is { Length: > 0 } own ? own : account.AccountId.ToString("D");
            var answer = await client.GetMemberAsync(conversation, id, either.Token);
            if (answer.Outcome is ConnectorOutcome.TryLater or ConnectorOutcome.Unreachable) return RosterAnswer.Silence;
            return new RosterAnswer(answer.Value?.PersonId() is { } person && person != account.AccountId.ToString("D") ? null : answer.Value, Answered: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RosterAnswer.Silence;
        }
    }
}
