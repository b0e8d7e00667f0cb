using System.Collections.Immutable;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Rights;

/// <summary>What an erasure is called, and who asked for it.</summary>
/// <param name="Id">As the operators' journal and every tombstone bear it; no personal data.</param>
/// <param name="Who">The account that asked.</param>
/// <param name="At">When it was begun, UTC.</param>
public sealed record Erasure(string Id, string Who, DateTimeOffset At);

/// <summary>
/// Erases what was found. In small units: one that is cut is finished by asking again, since whatever they are found by goes after what it finds: others' texts
/// first, by names that their own texts give, then these, then the raw messages that say whose these are, and the chats that say whose an account is.
/// Journals, the ledger and every key stay.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="vault">Opens and seals.</param>
/// <param name="spool">The raw messages.</param>
/// <param name="files">Files attached in chats.</param>
/// <param name="board">Is told.</param>
/// <param name="changed">Cards that are shown anew.</param>
public sealed class Eraser(IStore store, TextVault vault, MessageSpool spool, KeptFiles files, Board board, ChangedRequests changed)
{
    private const int UnitSize = 64;
    private const string Reason = "erased";
    private readonly RawDestruction _raw = new(store, spool, board);

    /// <summary>Does it.</summary>
    /// <param name="held">What is held; nothing of it stands against it.</param>
    /// <param name="erasure">What it is called.</param>
    /// <param name="cancellationToken">Stops between two units.</param>
    /// <returns>Keys that others were changing at every attempt: ask again.</returns>
    public async Task<ImmutableArray<string>> RunAsync(Holdings held, Erasure erasure, CancellationToken cancellationToken)
    {
        var left = ImmutableArray.CreateBuilder<string>();
        var (whole, byAddress) = (TextCut.Of(held.Subject, ofOtherCustomers: false), TextCut.Of(held.Subject, ofOtherCustomers: true));
        foreach (var (key, data) in held.Naming.Where(text => IsCut(text.Value)))
            if (!await CutAsync(key, data, held.OfOtherCustomers.Contains(key) ? byAddress : whole, erasure, cancellationToken)) left.Add(key);
        await DestroyAsync(held.RawNaming);
        foreach (var row in held.Effects.Values)
            if (!await DropAsync(row, erasure, cancellationToken)) left.Add(row.Key);
        // A mail may have been frozen since it was looked for.
        await EraseAsync(
            [
                .. held.Naming.Where(text => !IsCut(text.Value)).Concat(held.Texts.Where(text => text.Value is not DataClass.Chats)).Select(text => text.Key)
                    .Union(held.Effects.Keys.Select(Outgoing.BytesKey), StringComparer.Ordinal),
            ],
            erasure, cancellationToken);
        foreach (var key in held.Files.Keys) files.Destroy(new IntakeKey(key), held.Messages[key].ReceivedAt);
        await DestroyAsync(held.Raw);
        await EraseAsync([.. held.Texts.Where(text => text.Value is DataClass.Chats).Select(text => text.Key)], erasure, cancellationToken);
        await ShowAnewAsync(held, cancellationToken);
        return left.ToImmutable();

        async Task DestroyAsync(IEnumerable<IntakeRow> rows)
        {
            foreach (var row in rows)
                if (!await _raw.DestroyAsync(row, erasure.At, cancellationToken)) left.Add(row.Key.Value);
        }
    }

    /// <summary>Erases texts by key.</summary>
    public async Task EraseAsync(ImmutableArray<string> keys, Erasure erasure, CancellationToken cancellationToken)
    {
        foreach (var unit in keys.Chunk(UnitSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await store.CommitAsync(new StoreUnit { ErasedTexts = [.. unit.Select(key => Of(key, erasure))] }, cancellationToken);
        }
    }

    // The key of a chat bears an account.
    private static ErasedText Of(string key, Erasure erasure) => new(key, erasure.At, erasure.Id) { WithoutTrace = TextKey.Of(key).Class is DataClass.Chats };

    /// <summary>A plan is bound to its hash, a mail to its bytes, a redacted text is worth nothing cut twice: they go whole.</summary>
    private static bool IsCut(DataClass data) => data is not (DataClass.Plans or DataClass.FrozenMails or DataClass.Corrections);

    /// <summary>Words that have yet to leave are cut with their row, so that a worker that had read them before sends nothing.</summary>
    private async Task<bool> CutAsync(string key, DataClass data, TextCut cut, Erasure erasure, CancellationToken cancellationToken)
    {
        if (await vault.ReadBytesAsync(key, cancellationToken) is not { } bytes || cut.Cut(bytes) is not { } without) return true;
        var unit = new StoreUnit { Texts = [vault.Seal(key, without)] };
        if (data is DataClass.OutgoingWords && TextKey.Of(key).Effect is { } effect)
        {
            unit = unit with { ErasedTexts = [Of(Outgoing.BytesKey(effect), erasure)] };
            if (await store.FindOutboxAsync(effect, cancellationToken) is { State: OutboxState.Waiting or OutboxState.Held } row) unit = unit with { Outbox = [row with { Version = row.Version + 1 }] };
        }

        return await CommitAsync(unit, cancellationToken);
    }

    /// <summary>What has not left never does.</summary>
    private async Task<bool> DropAsync(OutboxRow found, Erasure erasure, CancellationToken cancellationToken) =>
        await store.FindOutboxAsync(found.Key, cancellationToken) is not { State: OutboxState.Waiting or OutboxState.Held } row
        || await CommitAsync(
            new StoreUnit
            {
                Outbox = [row with { Version = row.Version + 1, State = OutboxState.Dropped, Reason = Reason, DecidedBy = erasure.Who, DoneAt = erasure.At }],
                ErasedTexts = [.. new[] { Outgoing.TextKey(row.Key), Outgoing.BytesKey(row.Key) }.Select(key => Of(key, erasure))],
            },
            cancellationToken);

    /// <summary>A card that stands in somebody else's chat shows what is no longer held until it is replaced in its place.</summary>
    private async Task ShowAnewAsync(Holdings held, CancellationToken cancellationToken)
    {
        RequestId[] concerned = [.. held.Requests.Keys.Select(id => new RequestId(id)).Concat(held.Naming.Keys.Select(key => TextKey.Of(key).Request).OfType<RequestId>()).Distinct()];
        foreach (var key in held.CardsElsewhere.Union(concerned.Select(id => $"card/{ShownCard.IdForTechnicians(id)}"), StringComparer.Ordinal))
            if (await vault.ReadBytesAsync(key, cancellationToken) is { } bytes && CardBook.Read(bytes) is { } card)
                await store.CommitAsync(new StoreUnit { Texts = [CardBook.Seal(card with { Versions = [] }, vault)] }, cancellationToken);
        foreach (var id in concerned) changed.Add(id);
        board.Announce();
    }

    private async Task<bool> CommitAsync(StoreUnit unit, CancellationToken cancellationToken)
    {
        if (await store.CommitAsync(unit, cancellationToken) is CommitResult.Conflict) return false;
        board.Apply(unit);
        return true;
    }
}
