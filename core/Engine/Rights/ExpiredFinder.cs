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
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Expired> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (expired, agreed) = (new Expired(), directory.Snapshot);
        var (open, led) = (new HashSet<RequestId>(), new HashSet<IntakeKey>());
        await foreach (var document in store.AllRequestsAsync(cancellationToken))
        {
            if (!document.State.State.IsEnded()) open.Add(document.Id);
            if (agreed.Find(document.State.CustomerId, now)?.AgreesToTraining(ParisTime.DateOf(now)) is not true) await AddAsync(expired, CorrectedText.Key(document.Id), cancellationToken);
        }

        await foreach (var row in store.AllIntakeAsync(cancellationToken))
        {
            if (IsUnanswered(row, now))
            {
                led.Add(row.Key);
                await AddAsync(expired, KeptText.Key(row.Key), DataClass.StrangerTexts, cancellationToken);
            }

            if (row.ReceivedAt + options.RawFor <= now && !row.Requests.Any(open.Contains) && files.CountOf(row.Key, row.ReceivedAt) is > 0 and var count) expired.Files.Add((row, count));
        }

        await foreach (var row in store.AllOutboxAsync(cancellationToken)) await AddAsync(expired, row, open, led, now, cancellationToken);
        await AddChatsAsync(expired, agreed, now, cancellationToken);
        expired.Customers.AddRange(agreed.All(now).Where(customer => IsOver(customer, now)).Select(customer => customer.Id));
        return expired;
    }

    private bool IsUnanswered(IntakeRow row, DateTimeOffset now) =>
        row is { End: LedgerEnd.Refused or LedgerEnd.Ignored, EndedAt: { } ended } && ended.AddDays(options.Readings.KeepUnansweredDays) <= now;

    private async Task AddAsync(Expired expired, OutboxRow row, HashSet<RequestId> open, HashSet<IntakeKey> unanswered, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (row is not { State: OutboxState.Sent or OutboxState.Failed or OutboxState.Dropped, DoneAt: { } done }) return;
        var wasUnanswered = unanswered.Contains(row.Effect.Intake);
        if (wasUnanswered || done.AddDays(options.Readings.KeepSentMailsDays) <= now) await AddAsync(expired, Outgoing.BytesKey(row.Key), cancellationToken);
        if (wasUnanswered || (done.AddDays(options.Readings.KeepSentWordsDays) <= now && !row.Effect.About().Any(open.Contains))) await AddAsync(expired, Outgoing.TextKey(row.Key), cancellationToken);
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

    private static bool IsOver(Customer customer, DateTimeOffset now) => customer.Subscription.TerminatedOn is { } end && ParisTime.DateOf(now) >= ErasureObstacles.FreeFrom(end);

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

    /// <summary>Customers whose content waits for a person's word: <c>erase --customer</c> (RGPD VIII).</summary>
    public List<string> Customers { get; } = [];

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
