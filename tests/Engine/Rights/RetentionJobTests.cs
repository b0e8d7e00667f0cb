using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Rights;

namespace SiOne.Bot.Engine.Tests.Rights;

/// <summary>What its time has come for goes by itself, class by class and not a day earlier; what a person decides on stays.</summary>
public sealed class RetentionJobTests : IAsyncLifetime, IDisposable
{
    private readonly ChangedRequests _changed = new();
    private Bench _bench = null!;
    private KeptFiles _files = null!;

    public Task InitializeAsync()
    {
        _bench = new Bench();
        _files = new KeptFiles(Path.Combine(_bench.Folder, "attachments"), Bench.Master, _bench.Vault, _bench.Store);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    public void Dispose()
    {
        _changed.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task A_strangers_words_and_what_they_were_answered_go_after_thirty_days_and_a_customers_stay()
    {
        await _bench.TakeAsync(Bench.Mail(1, from: "inconnu@ailleurs.example"), Bench.Mail(2));
        await _bench.SendAllAsync();
        var (stranger, known) = (KeptText.Key((await _bench.RowAsync(1)).Key), KeptText.Key((await _bench.RowAsync(2)).Key));
        Pass(29);
        Assert.Equal(0, (await Job().LookAsync(default)).Counts().GetValueOrDefault(DataClass.StrangerTexts));
        Pass(2);

        var look = await Job().LookAsync(default);
        Assert.Equal(1, look.Counts()[DataClass.StrangerTexts]);
        Assert.NotNull(await _bench.Store.FindTextAsync(stranger, default));
        Assert.False(File.Exists(_bench.JournalPath));

        Assert.Equal(look.Counts(), (await Job().WorkOnceAsync("retention", default)).Counts());
        Assert.Null(await _bench.Store.FindTextAsync(stranger, default));
        Assert.Equal("retention-20261225", (await _bench.Store.FindErasedTextAsync(stranger, default))!.Erasure);
        Assert.NotNull(await _bench.Store.FindTextAsync(known, default));
        foreach (var row in await _bench.EffectsAsync())
            Assert.Equal(row.Effect is Effect.AnswerUnknownSender, await _bench.Store.FindTextAsync(Outgoing.TextKey(row.Key), default) is null);
        Assert.Contains("\"act\":\"retention\",\"key\":\"StrangerTexts=1", await File.ReadAllTextAsync(_bench.JournalPath), StringComparison.Ordinal);
        Assert.True((await Job().WorkOnceAsync("retention", default)).IsEmpty);
        Assert.True((await _bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task A_sent_mail_goes_before_its_words_and_these_only_once_the_request_is_over()
    {
        await _bench.TakeAsync(Bench.Mail(1));
        await _bench.SendAllAsync();
        var answer = await _bench.AnswerToAsync(1);
        Assert.Equal(OutboxState.Sent, answer.State);
        Pass(29);
        await WorkAsync();
        Assert.True(await HoldsAsync(Outgoing.BytesKey(answer.Key)));
        Pass(2);
        await WorkAsync();
        Assert.False(await HoldsAsync(Outgoing.BytesKey(answer.Key)));
        Pass(365);
        await WorkAsync();
        Assert.True(await HoldsAsync(Outgoing.TextKey(answer.Key)));

        await CloseAsync();
        await WorkAsync();
        Assert.False(await HoldsAsync(Outgoing.TextKey(answer.Key)));
        Assert.True(await HoldsAsync(KeptText.Key((await _bench.RowAsync(1)).Key)));
    }

    [Fact]
    public async Task Attached_files_go_with_the_raw_message_but_not_while_the_request_is_open()
    {
        await _bench.TakeAsync(Bench.Mail(1));
        var row = await _bench.RowAsync(1);
        _files.Keep(row.Key, 0, "Teams", row.ReceivedAt, "x"u8);
        _files.Keep(row.Key, 3, "Teams", row.ReceivedAt, "y"u8);
        Pass(91);
        await WorkAsync();
        Assert.Equal(2, _files.CountOf(row.Key, row.ReceivedAt));
        await CloseAsync();
        Assert.Equal(2, (await Job().LookAsync(default)).Counts()[DataClass.AttachedFiles]);
        await WorkAsync();
        Assert.Equal(0, _files.CountOf(row.Key, row.ReceivedAt));
    }

    [Fact]
    public async Task Chats_go_where_the_bot_was_taken_away_or_the_tenant_is_no_customers_any_more()
    {
        var (stays, closed, gone) = (Key(Bench.Ozon.TenantId!.Value, 1), Key(Bench.Ozon.TenantId!.Value, 2), Key(new Guid("0e000000-0000-4000-8000-00000000dead"), 3));
        foreach (var key in (ChatKey[])[stays, closed, gone, ChatKey.Technicians, new($"{ChatKey.Technicians}/{gone}")])
            await _bench.Chats.RememberAsync(key, new Chat("{}", Language.French) { Closed = key == closed }, sender: null, default);
        Assert.Equal(2, (await WorkAsync()).Counts()[DataClass.Chats]);
        Assert.Null(await _bench.Chats.FindAsync(closed, default));
        Assert.Null(await _bench.Chats.FindAsync(gone, default));
        Assert.NotNull(await _bench.Chats.FindAsync(stays, default));
        Assert.NotNull(await _bench.Chats.FindAsync(ChatKey.Technicians, default));
        Assert.Null(await _bench.Store.FindErasedTextAsync($"chat/{gone}", default));
    }

    [Fact]
    public async Task A_correction_goes_as_soon_as_no_agreement_is_in_force()
    {
        await _bench.TakeAsync(Bench.Mail(1));
        var request = Assert.Single(await _bench.Store.AllRequestsAsync(default).ToListAsync());
        Assert.Null((await _bench.Desk.DoAsync(request.State.Reference, "Inès", new ActWish(ActVerb.Correct) { OperationId = "incident.software" }, default)).Refusal);
        await _bench.Store.CommitAsync(new StoreUnit { Texts = [_bench.Vault.Seal(CorrectedText.Key(request.Id), Encoding.UTF8.GetBytes("{}"))] }, default);
        Assert.Equal(1, (await WorkAsync()).Counts()[DataClass.Corrections]);
        Assert.False(await HoldsAsync(CorrectedText.Key(request.Id)));
    }

    [Theory]
    [InlineData(-21, false)]
    [InlineData(-40, true)]
    public async Task A_customers_requests_wait_for_a_persons_word_after_the_contract(int days, bool over)
    {
        var ended = Bench.Acme with { Subscription = Bench.Acme.Subscription with { TerminatedOn = DateOnly.FromDateTime(Bench.Start.UtcDateTime).AddDays(days), DataAtEnd = DataAtEnd.Destroyed } };
        await _bench.TakeAsync(Bench.Mail(1));
        var key = KeptText.Key((await _bench.RowAsync(1)).Key);
        var expired = await Job(new CustomerDirectory([ended])).WorkOnceAsync("retention", default);
        Assert.Equal(over ? [KeyValuePair.Create("acme", 1)] : ImmutableArray<KeyValuePair<string, int>>.Empty, expired.Customers);
        Assert.True(await HoldsAsync(key));
    }

    [Fact]
    public async Task The_job_looks_for_nothing_that_it_erased_and_for_everything_under_other_limits()
    {
        await _bench.TakeAsync(Bench.Mail(1, from: "inconnu@ailleurs.example"), Bench.Mail(2));
        await _bench.SendAllAsync();
        await WorkAsync();
        Pass(400);
        Assert.NotEmpty((await WorkAsync()).Counts());
        var (store, count) = CountingStore.Around(_bench.Store);
        Assert.Empty((await Job(store: store).WorkOnceAsync("retention", default)).Counts());
        Assert.Equal(0, count.Asked);

        // What its open request kept is due behind the mark, and found all the same.
        await CloseAsync();
        Assert.Equal(1, (await Job(store: store).WorkOnceAsync("retention", default)).Counts()[DataClass.OutgoingWords]);
        (store, count) = CountingStore.Around(_bench.Store);
        await Job(store: store).WorkOnceAsync("retention", default);
        Assert.Equal(0, count.Asked);
        await Job(store: store, options: _bench.Options with { RawFor = TimeSpan.FromDays(60) }).WorkOnceAsync("retention", default);
        Assert.InRange(count.Asked, 4, int.MaxValue);
        (store, count) = CountingStore.Around(_bench.Store);
        await Job(store: store).LookAsync(default);
        Assert.InRange(count.Asked, 4, int.MaxValue);
    }

    [Fact]
    public async Task A_file_that_was_kept_behind_the_mark_goes_however_long_ago_its_message_was_received()
    {
        Pass(400);
        await WorkAsync();
        Pass(1);
        await _bench.TakeAsync(Bench.Mail(1, received: Bench.Start));
        await CloseAsync();
        var row = await _bench.RowAsync(1);
        Assert.Equal(Bench.Start, row.ReceivedAt);
        _files.Keep(row.Key, 0, "Teams", row.ReceivedAt, "x"u8);
        await WorkAsync();
        Assert.Equal(0, _files.CountOf(row.Key, row.ReceivedAt));
    }

    [Fact]
    public async Task A_start_is_left_alone_for_an_hour()
    {
        await _bench.TakeAsync(Bench.Mail(1, from: "inconnu@ailleurs.example"));
        Pass(40);
        var (store, count) = CountingStore.Around(_bench.Store);
        using var stop = new CancellationTokenSource();
        var running = Job(store: store).RunAsync(stop.Token);
        _bench.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, count.Calls);
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await count.First.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static ChatKey Key(Guid tenant, int account) => ChatKey.Of(new(tenant, new Guid(account, 0, 0, new byte[8])));

    private RetentionJob Job(ICustomerDirectory? customers = null, IStore? store = null, EngineOptions? options = null) => new(
        new ExpiredFinder(store ?? _bench.Store, _bench.Chats, _files, customers ?? _bench.Customers, options ?? _bench.Options), new Eraser(_bench.Store, _bench.Vault, _bench.Spool, _files, _bench.Board, _changed),
        _files, new RetentionMarks(_bench.Vault, _bench.Store), options ?? _bench.Options, _bench.Journal, _bench.Clock, NullLogger<RetentionJob>.Instance);

    private Task<Expired> WorkAsync() => Job().WorkOnceAsync("retention", default);

    private void Pass(int days) => _bench.Clock.Advance(TimeSpan.FromDays(days));

    private async Task CloseAsync()
    {
        var request = Assert.Single(await _bench.Store.AllRequestsAsync(default).ToListAsync());
        Assert.Null((await _bench.Desk.DoAsync(request.State.Reference, "Inès", new ActWish(ActVerb.Close), default)).Refusal);
    }

    private async Task<bool> HoldsAsync(string key) => await _bench.Store.FindTextAsync(key, default) is not null;
}
