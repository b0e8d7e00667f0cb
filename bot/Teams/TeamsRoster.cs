using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;

namespace SiOne.Bot.Host.Teams;

/// <summary>Asks Teams who takes part in a conversation, for no longer than a turn may wait: it answers within a second.</summary>
/// <param name="client">Asks.</param>
/// <param name="clock">The clock.</param>
internal sealed class TeamsRoster(ConnectorClient client, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    /// <summary>The member; null when Teams names none, or has not answered in time.</summary>
    /// <param name="conversation">Whose roster; one that names a person is asked by Teams' own id of them, since not every service finds an object id.</param>
    /// <param name="account">Who is looked for.</param>
    /// <param name="cancellationToken">Gives up, by exception.</param>
    public async Task<ChannelAccount?> FindAsync(ConversationReference conversation, SignedInAccount account, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var id = conversation.UserId is { Length: > 0 } own ? own : account.AccountId.ToString("D");
            return (await client.GetMemberAsync(conversation, id, either.Token)).Value;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
