using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Rights;

/// <summary>Finds what its time has come for, class by class (<see cref="Retention"/>). Raw messages have a worker of their own. Changes nothing.</summary>
/// <param name="store">Read only here.</param>
/// <param name="chats">The chats.</param>
/// <param name="files">Files attached in chats.</param>
/// <param name="directory">Whose contract has ended, and who agrees to what.</param>
/// <param name="options">How long what is kept.</param>
public sealed class ExpiredFinder(IStore store, ChatBook chats, KeptFiles files, ICustomerDirectory directory, EngineOptions options)
{
    private const string ChatPrefix = "chat/";

    /// <summary>Finds it.</summary>
    /// <param name="now">Now, UTC.</param>
    /// <param name="mark">What was erased before is not looked for; null: everything is.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Expired> FindAsync(DateTimeOffset now, RetentionMark? mark, CancellationToken cancellationToken)
    {
        var (expired, agreed) = (new Expired(), directory.Snapshot);
        var look = new Look(now, mark);
        await foreach (var document in store.AllRequestsAsync(cancellationToken))
        {
            if (!document.State.State.IsEnded()) expired.Open.Add(document.Id);
            var customer = agreed.Find(document.State.CustomerId, now);
            if (customer is not null && IsOver(customer, now)) expired.Customers[customer.Id] = expired.Customers.GetValueOrDefault(customer.Id) + 1;
            // A correction is kept beside its event alone.
            if (document.Journal.Any(entry => entry.Event is RequestEvent.Corrected) && customer?.AgreesToTraining(ParisTime.DateOf(now)) is not true)
                await AddAsync(expired, CorrectedText.Key(document.Id), cancellationToken);
        }

        await foreach (var row in store.AllIntakeAsync(cancellationToken)) await AddAsync(expired, row, look, cancellationToken);
        await foreach (var row in store.AllOutboxAsync(cancellationToken)) await AddAsync(expired, row, look, cancellationToken);
        await AddChatsAsync(expired, agreed, now, cancellationToken);
        foreach (var customer in agreed.All(now).Where(customer => IsOver(customer, now))) expired.Customers.TryAdd(customer.Id, 0);
        return expired;
    }

    private async Task AddAsync(Expired expired, IntakeRow row, Look look, CancellationToken cancellationToken)
    {
        if (row is { End: LedgerEnd.Refused or LedgerEnd.Ignored, EndedAt: { } ended } && ended.AddDays(options.Readings.KeepUnansweredDays) is var due && due <= look.Now)
        {
            look.Unanswered.Add(row.Key, due);
            if (look.IsNew(due, [])) await AddAsync(expired, KeptText.Key(row.Key), DataClass.StrangerTexts, cancellationToken);
        }

        // A mailbox taken on, or a long downtime: an old message is kept late, and due no earlier.
        if (look.IsNew(Later(row.ReceivedAt + options.RawFor, row.KeptAt), row.Requests) && !row.Requests.Any(expired.Open.Contains) && files.CountOf(row.Key, row.ReceivedAt) is > 0 and var count)
            expired.Files.Add((row, count));
    }

    private async Task AddAsync(Expired expired, OutboxRow row, Look look, CancellationToken cancellationToken)
    {
        if (row is not { State: OutboxState.Sent or OutboxState.Failed or OutboxState.Dropped, DoneAt: { } done }) return;
        var about = row.Effect.About();
        DateTimeOffset? unanswered = look.Unanswered.TryGetValue(row.Effect.Intake, out var due) ? Later(done, due) : null;
        if (look.IsNew(unanswered ?? done.AddDays(options.Readings.KeepSentMailsDays), [])) await AddAsync(expired, Outgoing.BytesKey(row.Key), cancellationToken);
        if (look.IsNew(unanswered ?? done.AddDays(options.Readings.KeepSentWordsDays), about) && (unanswered is not null || !about.Any(expired.Open.Contains)))
            await AddAsync(expired, Outgoing.TextKey(row.Key), cancellationToken);
    }

    /// <summary>Of who took the bot away, and of customers that are no longer any. Technicians' own are SI-ONE's.</summary>
    private async Task AddChatsAsync(Expired expired, ICustomerDirectory agreed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tenants = agreed.All(now).Where(customer => !IsOver(customer, now)).Select(customer => customer.TenantId).OfType<Guid>().ToHashSet();
        for (var after = ChatPrefix; ;)
        {
            var page = await store.ListTextsAsync(after, 100, cancellationToken);
            foreach (var row in page.TakeWhile(row => row.Key.StartsWith(ChatPrefix, StringComparison.Ordinal)))
                if (row.Key[ChatPrefix.Length..] is var key && key.Split('/') is [var tenant, _] && Guid.TryParse(tenant, out var id)
                    && (!tenants.Contains(id) || await chats.FindAsync(new ChatKey(key), cancellationToken) is { Closed: true })) expired.Texts.Add(row.Key, DataClass.Chats);
            if (page.Length < 100 || !page[^1].Key.StartsWith(ChatPrefix, StringComparison.Ordinal)) return;
            after = page[^1].Key;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static bool IsOver(Customer customer, DateTimeOffset now) => customer.Subscription.TerminatedOn is { } end && ParisTime.DateOf(now) >= ErasureObstacles.FreeFrom(end);

    /// <summary>One look through everything.</summary>
    private sealed record Look(DateTimeOffset Now, RetentionMark? Mark)
    {
        /// <summary>Messages that led to nothing and are due, with the instant.</summary>
        public Dictionary<IntakeKey, DateTimeOffset> Unanswered { get; } = [];

        /// <summary>Due, and not erased at an earlier look.</summary>
        public bool IsNew(DateTimeOffset due, ImmutableArray<RequestId> about) => due <= Now && Mark?.Covers(due, about) is not true;
    }

    private Task AddAsync(Expired expired, string key, CancellationToken cancellationToken) => AddAsync(expired, key, TextKey.Of(key).Class, cancellationToken);

    private async Task AddAsync(Expired expired, string key, DataClass data, CancellationToken cancellationToken)
    {
        if (await store.FindTextAsync(key, cancellationToken) is not null) expired.Texts[key] = data;
    }
}

/// <summary>What its time has come for.</summary>
public sealed class Expired
{
    /// <summary>Sealed texts by key.</summary>
    public SortedDictionary<string, DataClass> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages whose attached files go, and how many each has.</summary>
    public List<(IntakeRow Row, int Count)> Files { get; } = [];

    /// <summary>Requests that live.</summary>
    public HashSet<RequestId> Open { get; } = [];

    /// <summary>
    /// How many requests each customer has whose time is over (RGPD VIII; Reading: the contract and 15 working days): they wait for a person's word, <c>erase --customer</c>. A
    /// customer of the files that has none left is listed with 0.
    /// </summary>
    public SortedDictionary<string, int> Customers { get; } = new(StringComparer.Ordinal);

    /// <summary>Nothing goes by itself.</summary>
    public bool IsEmpty => Texts.Count + Files.Count == 0;

    /// <summary>How much, by class.</summary>
    public ImmutableSortedDictionary<DataClass, int> Counts()
    {
        var counts = new SortedDictionary<DataClass, int>(Texts.Values.CountBy(data => data).ToDictionary(pair => pair.Key, pair => pair.Value));
        if (Files.Count > 0) counts[DataClass.AttachedFiles] = counts.GetValueOrDefault(DataClass.AttachedFiles) + Files.Sum(file => file.Count);
        return counts.ToImmutableSortedDictionary();
    }
}
