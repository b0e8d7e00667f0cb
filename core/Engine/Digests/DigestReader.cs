using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Digests;

/// <summary>
/// Makes a customer's digest out of the journals: what they told at the end of the week, whenever it is made. What waits for the customer, the
/// licences and the announcements are as they are now. Changes nothing.
/// </summary>
/// <param name="store">Requests.</param>
/// <param name="requests">Whose they are.</param>
/// <param name="vault">Details, and words that were given for a no.</param>
/// <param name="cases">The clauses' sentences, found again.</param>
/// <param name="tenants">The customers' tenants.</param>
/// <param name="backups">What backup products told.</param>
/// <param name="options">The waiting times in force.</param>
public sealed class DigestReader(
    IStore store, CustomerRequests requests, TextVault vault, StoredCases cases, ITenantFacts tenants, BackupBook backups, EngineOptions options)
{
    /// <summary>How many weeks are told in figures, the one of the digest among them.</summary>
    public const int PastWeeks = 8;

    /// <summary>The digest of one customer and week.</summary>
    /// <param name="customer">The customer, as its file says when the digest is made.</param>
    /// <param name="week">The week; one that still runs is told as far as it has come.</param>
    /// <param name="now">When it is made, UTC.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<CustomerDigest> ReadAsync(Customer customer, IsoWeek week, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var weeks = Enumerable.Range(1, PastWeeks - 1).Aggregate(ImmutableList.Create(week), (list, _) => list.Insert(0, list[0].Previous));
        var histories = await HistoriesAsync(customer, weeks[0].From, cancellationToken);
        var seen = now < week.To ? now : week.To;
        ImmutableArray<DigestPromise> promises = [.. histories.SelectMany(history => PromisesKept.In(history, week.From, seen)).OrderBy(promise => promise.Due)];
        var facts = customer.TenantId is { } tenant ? await tenants.ReadAsync(tenant, week.From, cancellationToken) : new TenantFacts([], [], Unread: null);
        var digest = new CustomerDigest
        {
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            Week = week,
            Kind = DigestKind.Ordinary,
            SeenAt = seen,
            SuspendedSince = DigestTerms.SuspendedSince(customer, ParisTime.DateOf(seen)),
            Counts = CountsOf(histories, week, seen),
            Promises = promises,
            Asides = await AsidesOf(histories, customer, week.From, seen, cancellationToken),
            Work = [.. histories.SelectMany(history => WorkDone.In(history, customer, week.From, seen)).OrderBy(work => work.DoneAt)],
            Waiting = WaitingOf(histories, customer),
            Past = [.. weeks.Select(past => FiguresOf(histories, past, seen, past == week ? promises : null))],
            Licences = DigestTerms.Licences(customer, facts.Products),
            Term = DigestTerms.Term(customer, ParisTime.DateOf(seen)),
            Announcements = [.. facts.Announcements.Where(told => told.PublishedAt < seen).OrderByDescending(told => told.PublishedAt)],
            Backups = DigestTerms.Backups(customer, await backups.OfAsync(customer.Id, cancellationToken), now, options.BackupLateAfter),
            TenantUnread = facts.Unread,
        };
        return digest with { Kind = KindOf(digest) };
    }

    private async Task<ImmutableArray<RequestHistory>> HistoriesAsync(Customer customer, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var histories = ImmutableArray.CreateBuilder<RequestHistory>();
        foreach (var id in requests.Of(customer.Id, since))
        {
            // Art. 20: the document itself says whose it is, whatever led to it.
            if (await store.FindRequestAsync(id, cancellationToken) is { } document
                && string.Equals(document.State.CustomerId, customer.Id, StringComparison.Ordinal)) histories.Add(RequestHistory.Of(document));
        }

        return histories.ToImmutable();
    }

    private static ImmutableArray<DigestCount> CountsOf(ImmutableArray<RequestHistory> histories, IsoWeek week, DateTimeOffset seen) =>
    [
        .. histories.Where(history => week.Holds(history.TakenInAt)).Select(history => history.StateAt(seen)).OfType<Request>()
            .GroupBy(state => (AllOperations.Get(state.OperationId).Category, state.State)).OrderBy(group => group.Key)
            .Select(group => new DigestCount(group.Key.Category, group.Key.State, group.Count())),
    ];

    private static DigestPast FiguresOf(ImmutableArray<RequestHistory> histories, IsoWeek week, DateTimeOffset seen, ImmutableArray<DigestPromise>? known)
    {
        var to = seen < week.To ? seen : week.To;
        var promises = known ?? [.. histories.SelectMany(history => PromisesKept.In(history, week.From, to))];
        return new DigestPast(
            week, histories.Count(history => history.TakenInAt >= week.From && history.TakenInAt < to), promises.Count(promise => promise.IsKept),
            promises.Count(promise => !promise.IsKept && week.Holds(promise.Due)));
    }

    private async Task<ImmutableArray<DigestAside>> AsidesOf(
        ImmutableArray<RequestHistory> histories, Customer customer, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var asides = ImmutableArray.CreateBuilder<DigestAside>();
        foreach (var history in histories)
            if (Asides.In(history, from, to) is { } moment) asides.Add(await AsideAsync(history, moment, customer, to, cancellationToken));
        return asides.ToImmutable();
    }

    private async Task<DigestAside> AsideAsync(
        RequestHistory history, HistoryMoment moment, Customer customer, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (then, kind) = (moment.After, Asides.KindOf(moment));
        var decided = history.Document with { State = then };
        var findings = cases.FindingsOf(decided, await RequestDetails.ReadAsync(vault, decided.Id, cancellationToken), then.Since);
        return new DigestAside(then.Reference, then.OperationId, kind, history.StateAt(to)!.State)
        {
            Findings = [.. findings.Where(finding => finding.Audience is not Audience.Technicians && IsBehind(kind, finding))],
            DeclinedBy = kind is AsideKind.RefusedByCustomer ? customer.FindPerson(RefuserOf(history, moment))?.Name : null,
            Said = moment.Event is RequestEvent.Moved { TextKey: { } key } && await vault.ReadBytesAsync(key, cancellationToken) is { } words
                ? Encoding.UTF8.GetString(words)
                : null,
        };
    }

    /// <summary>Whether a finding is the reason; none is where a person decided, whatever clauses had found.</summary>
    private static bool IsBehind(AsideKind kind, Finding finding) => finding.LeadsTo switch
    {
        Verdict.Quote => kind is AsideKind.Quote,
        Verdict.Terminated => kind is AsideKind.Terminated,
        _ => false,
    };

    private static string? RefuserOf(RequestHistory history, HistoryMoment moment) =>
        history.Moments.TakeWhile(earlier => earlier != moment).Select(earlier => earlier.Event).OfType<RequestEvent.Approved>().LastOrDefault(said => !said.Granted)?.PersonId;

    /// <summary>As it stands now: a request answered meanwhile is not asked about again.</summary>
    private ImmutableArray<DigestWaiting> WaitingOf(ImmutableArray<RequestHistory> histories, Customer customer) =>
    [
        .. from history in histories
           let state = history.Document.State
           where state.State is RequestState.Draft or RequestState.WaitingForDetails or RequestState.WaitingForApproval
           orderby state.Since, history.Document.Id.Value
           select new DigestWaiting(
               history.Document.Id, state.Reference, state.OperationId, state.State, state.Since, customer.FindPerson(state.PersonId)?.Name,
               Agenda.ClosesAt(state, customer.Subscription.Weekend, options.LifeTimes)),
    ];

    private DigestKind KindOf(CustomerDigest digest) =>
        digest.SuspendedSince is not null ? DigestKind.Suspended
        : requests.FirstAt(digest.CustomerId) is { } first && digest.Week.Holds(first) ? DigestKind.First
        : digest is { Counts.IsEmpty: true, Promises.IsEmpty: true, Asides.IsEmpty: true, Work.IsEmpty: true, Waiting.IsEmpty: true } ? DigestKind.Empty
        : DigestKind.Ordinary;
}
