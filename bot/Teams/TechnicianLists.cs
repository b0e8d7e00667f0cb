using System.Collections.Immutable;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>What technicians ask for: the queue, what runs out soon, and what one of them has.</summary>
/// <param name="parts">The engine.</param>
/// <param name="painter">Makes the cards.</param>
/// <param name="clock">The clock.</param>
internal sealed class TechnicianLists(EngineParts parts, TechnicianPainter painter, TimeProvider clock)
{
    private const int Listed = 12;

    /// <summary>The list as a card.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="technician">Who asks.</param>
    /// <param name="language">Their language.</param>
    public (ShownCard Card, PaintedCard Painted) Of(QueueKind kind, string technician, Language language)
    {
        var all = TechnicianQueues.Of(TechnicianQueues.Live(parts.Board), kind, technician, clock.GetUtcNow());
        var card = new ShownCard { Id = $"technicians-list/{kind}/{technician}", Chat = ChatKey.Technicians, Language = language };
        return (card, painter.List(card, kind, [.. all.Take(Listed)], all.Length));
    }

    /// <summary>Those whose reference, customer or operation, in either language, hold what was typed.</summary>
    public ImmutableArray<RequestDocument> Search(string typed) =>
    [
        .. TechnicianQueues.Live(parts.Board).Where(document => typed.Length == 0 || CustomerCommand.Plain(Searched(document)).Contains(typed, StringComparison.Ordinal))
            .OrderByDescending(document => document.State.ReceivedAt).Take(Listed),
    ];

    private string Searched(RequestDocument document)
    {
        var operation = AllOperations.Get(document.State.OperationId);
        return $"{document.State.Reference} {CustomerOf(document)} {RequestView.NameOf(operation, Language.French)} {RequestView.NameOf(operation, Language.English)}";
    }

    /// <summary>The customer's name, or its id when it has left the files.</summary>
    public string CustomerOf(RequestDocument document) =>
        parts.Directory.Find(document.State.CustomerId, clock.GetUtcNow())?.Name ?? document.State.CustomerId;
}
