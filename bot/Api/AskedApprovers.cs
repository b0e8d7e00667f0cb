using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>Tells technicians who at the customer's was asked for their yes, by which way and when: out of what was sent, not out of what the file says now.</summary>
/// <param name="parts">The engine.</param>
internal sealed class AskedApprovers(EngineParts parts)
{
    private static readonly Label Asked = new("Accord demandé à", "Approval asked of");

    /// <summary>The fact; null while no yes is waited for, and where nobody could be asked.</summary>
    /// <param name="document">The request.</param>
    /// <param name="customer">Whose people were asked; null when no file lists them any more.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<BoardFact?> OfAsync(RequestDocument document, Customer? customer, Language language, CancellationToken cancellationToken)
    {
        if (document.State.State is not RequestState.WaitingForApproval) return null;
        var asked = new List<(string Person, string Said)>();
        foreach (var row in (await parts.Store.ListOutboxOfAsync(document.State.Conversation, cancellationToken)).OrderBy(row => row.CreatedAt))
        {
            if (row.Effect is not Effect.Notify { Reader: Reader.Approvers, Kind: NoticeKind.ApprovalNeeded } notify || notify.Request != document.Id) continue;
            if (await Outgoing.ReadAsync(parts.Vault, row.Key, cancellationToken) is not { Asks: { } ask } outgoing) continue;
            // Asked anew since, or by mail after a chat refused: the last word counts.
            asked.RemoveAll(one => one.Person == ask.PersonId);
            asked.Add((ask.PersonId, Say(customer?.FindPerson(ask.PersonId)?.Name ?? ask.PersonId, row, outgoing, language)));
        }

        return asked.Count == 0 ? null : new BoardFact("asked", Asked.In(language), string.Join(" ; ", asked.Select(one => one.Said)));
    }

    private static string Say(string name, OutboxRow row, Outgoing outgoing, Language language)
    {
        var way = outgoing.Chat is null ? new Label("par mail", "by mail") : new Label("dans Teams", "in Teams");
        var when = row.State switch
        {
            OutboxState.Sent => JournalWords.At(row.DoneAt ?? row.CreatedAt),
            OutboxState.Waiting or OutboxState.Held => new Label("pas encore parti", "not sent yet").In(language),
            _ => new Label("non remis", "not delivered").In(language),
        };
        return $"{Typography.OneLine(name)}, {way.In(language)}, {when}";
    }
}
