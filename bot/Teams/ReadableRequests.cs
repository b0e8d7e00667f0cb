using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>One request with what is needed to show it to somebody of its customer.</summary>
/// <param name="Document">The request.</param>
/// <param name="Details">Whom it is about; null when they were erased.</param>
/// <param name="Reader">In which quality the reader reads it.</param>
/// <param name="Standing">How it stands, for that reader.</param>
internal sealed record ReadRequest(RequestDocument Document, RequestDetails? Details, ActorKind Reader, Standing Standing);

/// <summary>The requests that somebody of a customer may read, by whatever channel they came: their own, and for who decides all of the company's.</summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">The clock.</param>
internal sealed class ReadableRequests(EngineParts parts, TimeProvider clock)
{
    private const int Looked = 2_000;

    /// <summary>A request as it stands; null when it is not the reader's to see.</summary>
    public async Task<ReadRequest?> FindAsync(RequestId id, TeamsPerson reader, CancellationToken cancellationToken) =>
        await parts.Store.FindRequestAsync(id, cancellationToken) is { } document ? await ReadAsync(document, reader.Sender, reader.Language, cancellationToken) : null;

    /// <summary>The same by its reference.</summary>
    public async Task<ReadRequest?> FindAsync(RequestReference reference, TeamsPerson reader, CancellationToken cancellationToken)
    {
        var found = await parts.Store.FindRequestsByReferenceAsync(reference, cancellationToken);
        var own = found.Where(document => document.State.CustomerId == reader.Sender.Customer?.Id).ToArray();
        return own is [var only] ? await ReadAsync(only, reader.Sender, reader.Language, cancellationToken) : null;
    }

    /// <summary>The reader's own requests, newest first.</summary>
    public async Task<ImmutableArray<ReadRequest>> MineAsync(TeamsPerson reader, CancellationToken cancellationToken)
    {
        var mine = ImmutableArray.CreateBuilder<ReadRequest>();
        var ofCustomer = parts.Board.Newest(Looked).SelectMany(entry => entry.Requests).DistinctBy(document => document.Id)
            .Where(document => document.State.CustomerId == reader.Sender.Customer?.Id && document.State.State is not RequestState.Closed)
            .OrderByDescending(document => document.State.ReceivedAt);
        foreach (var document in ofCustomer)
            if (await ReadAsync(document, reader.Sender, reader.Language, cancellationToken) is { Reader: ActorKind.Requester } own) mine.Add(own);
        return mine.ToImmutable();
    }

    /// <summary>A stored request as it stands; null when it is not the reader's to see.</summary>
    public async Task<ReadRequest?> ReadAsync(RequestDocument document, Sender reader, Language language, CancellationToken cancellationToken)
    {
        if (reader.Customer is not { } customer || document.State.CustomerId != customer.Id) return null;
        var details = await RequestDetails.ReadAsync(parts.Vault, document.Id, cancellationToken);
        var kind = StoredCases.ActorOf(reader, document.State, details).Kind;
        // Whoever else works there learns nothing of a colleague's request (RGPD: what is needed).
        if (kind is not (ActorKind.Requester or ActorKind.Administrator) && !(kind is ActorKind.Employee && reader.IsAdministrator)) return null;
        var now = clock.GetUtcNow();
        var state = document.State;
        var (said, unanswered) = await SaidAsync(document, cancellationToken);
        var decides = state.State is RequestState.WaitingForApproval && FollowUps.MayDecide(document, reader);
        return new ReadRequest(document, details, kind, new Standing
        {
            Request = UnitMaker.Told(state, details, withheld: kind is ActorKind.Requester && !state.Proven && state.Channel is not Channel.Phone, parts.Settings.Engine.Readings) with
            {
                Findings = parts.Cases.FindingsOf(document, details, now),
                PromisedUnder = Judgement.PromisedUnder(AllOperations.Get(state.OperationId), customer),
                Work = WorkReport.Of(await parts.Plans.Desk.PlanOfAsync(document, cancellationToken), state.Run),
            },
            State = state.State,
            Language = language,
            AskedBy = kind is ActorKind.Requester ? null : customer.FindPerson(state.PersonId)?.Name ?? (decides ? null : details?.AskedBy),
            AskedByAddress = decides && state.PersonId is null ? details?.AskedBy : null,
            SenderUnproven = !state.Proven,
            ReaderDecides = decides,
            Said = said,
            Unanswered = unanswered,
            VisitAt = state.VisitAt is { } visit && visit > now ? visit : null,
            ReopenDays = parts.Settings.Engine.LifeTimes.ReopenWithin.Days,
            ReaderIsAdministrator = reader.IsAdministrator,
            ReaderIsThirdParty = reader.Role is Role.ThirdParty,
        });
    }

    /// <summary>The words that belong to where it stands: an open question, the reason of a refusal. Never a note.</summary>
    private async Task<(string? Said, bool Unanswered)> SaidAsync(RequestDocument document, CancellationToken cancellationToken)
    {
        var last = document.Journal.Select(entry => entry.Event).LastOrDefault(happened => happened is RequestEvent.Moved or RequestEvent.DetailsAsked);
        var key = (document.State, last) switch
        {
            ({ AskedIn: not null }, RequestEvent.DetailsAsked asked) => asked.TextKey,
            ({ State: var state }, RequestEvent.Moved moved) when moved.To == state => moved.TextKey,
            _ => null,
        };
        var words = key is null ? null : await parts.Vault.ReadBytesAsync(key, cancellationToken);
        return (words is null ? null : System.Text.Encoding.UTF8.GetString(words), last is RequestEvent.Moved { Because: Because.NoAnswer });
    }
}
