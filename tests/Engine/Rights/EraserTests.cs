using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Rights;
using SiOne.Bot.Engine.Tests.Requests;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Engine.Tests.Rights;

/// <summary>An erasure may be cut at any unit, and others may write meanwhile.</summary>
public sealed class EraserTests : IAsyncLifetime, IDisposable
{
    private readonly ChangedRequests _changed = new();
    private FailingStore _store = null!;
    private Bench _bench = null!;
    private KeptFiles _files = null!;

    public async Task InitializeAsync()
    {
        _bench = new Bench(around: store => _store = new FailingStore(store));
        _files = new KeptFiles(Path.Combine(_bench.Folder, "attachments"), Bench.Master, _bench.Vault, _bench.Store);
        await _bench.TakeAsync(
            Bench.Mail(1, from: "paul@nova.example", subject: "Pour mon poste"), Bench.Mail(2, from: "zoe@nova.example", subject: "Accès de Paul Vasselin"), Bench.Mail(3, from: "luc@nova.example"));
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    public void Dispose()
    {
        _changed.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task Cut_after_every_second_unit_it_is_finished_by_asking_again()
    {
        await CloseAllAsync();
        var before = await TextsAsync();
        var attempts = 0;
        for (var done = false; !done; attempts++)
        {
            Assert.True(attempts < 100);
            // Erasing once more what is gone already is a unit, too.
            var allowed = 2;
            _store.BeforeCommit = (_, _) => allowed-- > 0 ? Task.CompletedTask : throw new StoreUnavailableException("Cut.");
            try
            {
                done = (await EraseAsync()).IsEmpty;
            }
            catch (StoreUnavailableException)
            {
                // As if the process had died.
            }
        }

        _store.BeforeCommit = null;
        Assert.True(attempts > 2);
        var after = await TextsAsync();
        Assert.DoesNotContain(after.Values, IsPaul);
        Assert.DoesNotContain(_bench.Spool.Paths(), path => IsPaul(Encoding.UTF8.GetString(_bench.Spool.TryRead(path)!.Value.Raw)));
        Assert.Contains(after.Values, text => text.Contains("Accès de [nom effacé]", StringComparison.Ordinal));
        var lucs = (await _bench.RowAsync(3)).Key.Value;
        Assert.Equal(before.Where(text => text.Key.Contains(lucs, StringComparison.Ordinal)), after.Where(text => text.Key.Contains(lucs, StringComparison.Ordinal)));
        Assert.True((await _bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task Open_requests_stand_against_it_and_what_has_not_left_never_does()
    {
        var held = await FindAsync();
        var against = await new ErasureObstacles(_bench.Store).OfAsync(held, alsoOpen: false, default);
        Assert.Equal($"{Assert.Single(held.Requests.Values).State.Reference}: open. Finish it, or close it with --also-open.", Assert.Single(against));
        Assert.Empty(await new ErasureObstacles(_bench.Store).OfAsync(held, alsoOpen: true, default));
        var waiting = held.Effects.Values.Where(row => row.State is OutboxState.Waiting).ToArray();
        Assert.NotEmpty(waiting);

        Assert.Empty(await EraseAsync());
        foreach (var row in waiting)
            Assert.True(await _bench.Store.FindOutboxAsync(row.Key, default) is { State: OutboxState.Dropped, Reason: "erased", DecidedBy: "Inès" });
        await _bench.SendAllAsync();
        Assert.DoesNotContain(_bench.Sender.Attempts, mail => mail.To.Value == "paul@nova.example");
    }

    [Fact]
    public async Task A_worker_that_froze_a_mail_meanwhile_does_not_bring_it_back()
    {
        await CloseAllAsync();
        var held = await FindAsync();
        await _bench.SendAllAsync();
        Assert.Empty(await RunAsync(held));
        Assert.DoesNotContain((await TextsAsync()).Values, IsPaul);
    }

    private static bool IsPaul(string text) => text.Contains("Vasselin", StringComparison.OrdinalIgnoreCase) || text.Contains("paul@nova.example", StringComparison.OrdinalIgnoreCase);

    private async Task CloseAllAsync()
    {
        foreach (var request in await _bench.Store.AllRequestsAsync(default).ToListAsync())
            Assert.Null((await _bench.Desk.DoAsync(request.State.Reference, "Inès", new ActWish(ActVerb.Close), default)).Refusal);
    }

    private Task<Holdings> FindAsync()
    {
        var reader = new MessageReader(_bench.Spool, new MailReader(new MailReaderOptions { OwnAddresses = [_bench.Options.SupportAddress], TrustedAuthServId = "mx.msp.example" }), _bench.Activities);
        var subject = new DataSubjects(_bench.Customers, _bench.Clock.GetUtcNow()).Person("paul", "nova", []).Subject!;
        return new HoldingsFinder(_bench.Store, _bench.Vault, new KeptMessages(_bench.Vault, _bench.Spool, reader), _files).FindAsync(subject, default);
    }

    private async Task<ImmutableArray<string>> EraseAsync() => await RunAsync(await FindAsync());

    private Task<ImmutableArray<string>> RunAsync(Holdings held) =>
        new Eraser(_bench.Store, _bench.Vault, _bench.Spool, _files, _bench.Board, _changed).RunAsync(held, new Erasure("erase-1", "Inès", _bench.Clock.GetUtcNow()), default);

    private async Task<SortedDictionary<string, string>> TextsAsync()
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in _bench.Store.AllTextsAsync(default)) texts.Add(row.Key, Encoding.UTF8.GetString(_bench.Vault.Open(row)));
        return texts;
    }
}
