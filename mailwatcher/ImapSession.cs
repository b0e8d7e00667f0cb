using System.Collections.Immutable;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.MailWatcher;

/// <summary>
/// One signed-in connection with one open folder. Works by UID alone and never marks by reading. Any exception but a refused command ends
/// it: the next session begins from what the intake has.
/// </summary>
internal sealed class ImapSession : IAsyncDisposable
{
    private const string TakenKeyword = "$SiOneTaken";

    private readonly ImapOptions _options;
    private readonly MailTokens? _tokens;
    private readonly TimeProvider _clock;
    private readonly ImapClient _client;
    private readonly SilenceWatch _watch;
    private readonly CancellationTokenSource _cancel;
    private IMailFolder _folder = null!;
    private IMailFolder? _moveTo;
    private IMailFolder? _report;
    private CancellationTokenSource? _idle;
    private volatile bool _changed;

    private ImapSession(ImapOptions options, MailTokens? tokens, TimeProvider clock, CancellationToken stop)
    {
        (_options, _tokens, _clock) = (options, tokens, clock);
        _watch = new SilenceWatch(options.CommandTimeout, clock);
        _client = new ImapClient(_watch);
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(stop, _watch.Token);
    }

    /// <summary>UIDVALIDITY of the folder.</summary>
    public uint UidValidity => _folder.UidValidity;

    /// <summary>UIDNEXT when the folder was opened.</summary>
    public uint UidNext { get; private set; }

    /// <summary>The server stayed silent for too long, which is why a command was cancelled.</summary>
    public bool Expired => _watch.Expired;

    /// <summary>False when kept mails are to be moved and the server can only delete and hope: they are then left alone.</summary>
    public bool CanMark =>
        _options.AfterKeep is not AfterKeep.Move || (_client.Capabilities & (ImapCapabilities.Move | ImapCapabilities.UidPlus)) != ImapCapabilities.None;

    /// <summary>Connects, signs in and opens the folder.</summary>
    public static async Task<ImapSession> OpenAsync(ImapOptions options, MailTokens? tokens, TimeProvider clock, CancellationToken stop)
    {
        var session = new ImapSession(options, tokens, clock, stop);
        try
        {
            await session.OpenAsync();
            return session;
        }
        catch (OperationCanceledException e) when (session.Expired && !stop.IsCancellationRequested)
        {
            await session.DisposeAsync();
            throw new TimeoutException("The mail server stayed silent.", e);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Every UID above the cursor, ascending; with an instant, those that the server dates to its day, the day before, or later.</summary>
    public async Task<ImmutableArray<uint>> SearchAboveAsync(uint cursor, DateTimeOffset? since)
    {
        _changed = false;
        SearchQuery query = Above(cursor);
        // SEARCH knows days of an unnamed time zone only: one day more is asked for, and the exact instant compared later.
        if (since is { } instant) query = query.And(SearchQuery.DeliveredAfter(instant.UtcDateTime.Date.AddDays(-1)));
        using var owed = _watch.Owed();
        // "n:*" always holds the last mail, even below n (RFC 3501 section 6.4.8).
        return [.. (await _folder.SearchAsync(query, Token)).Select(u => u.Id).Where(u => u > cursor).Order()];
    }

    /// <summary>Of the UIDs given, those not yet marked; empty when nothing is to be marked.</summary>
    public async Task<ImmutableArray<uint>> UnmarkedAsync(uint cursor, ImmutableArray<uint> kept)
    {
        if (kept.IsEmpty || _options.AfterKeep is AfterKeep.None) return [];
        if (_options.AfterKeep is AfterKeep.Move) return kept;
        var unmarked = _options.AfterKeep is AfterKeep.Seen ? SearchQuery.NotSeen : SearchQuery.NotKeyword(TakenKeyword);
        using var owed = _watch.Owed();
        var found = await _folder.SearchAsync(Above(cursor).And(unmarked), Token);
        return [.. kept.Intersect(found.Select(u => u.Id)).Order()];
    }

    /// <summary>Size and INTERNALDATE of the mails that are still there. A mail that the server cannot describe is left out.</summary>
    public async Task<ImmutableArray<MailFacts>> DescribeAsync(ImmutableArray<uint> uids)
    {
        if (uids.IsEmpty) return [];
        try
        {
            using var owed = _watch.Owed();
            var found = await _folder.FetchAsync(Ids(uids), Facts, Token);
            return [.. found.Select(m => new MailFacts(m.UniqueId.Id, m.Size ?? 0, m.InternalDate ?? _clock.GetUtcNow())).OrderBy(m => m.Uid)];
        }
        catch (ImapCommandException e) when (e.Response is ImapCommandResponse.No)
        {
            // One mail that vanished or is damaged fails the command for all: halving leaves it alone.
            if (uids.Length == 1) return [];
            var half = uids.Length / 2;
            return [.. await DescribeAsync(uids[..half]), .. await DescribeAsync(uids[half..])];
        }
    }

    /// <summary>What the headers of mails say of their conversations. A mail that the server cannot describe stands alone.</summary>
    public async Task<ImmutableArray<MailThread>> ThreadsAsync(ImmutableArray<uint> uids)
    {
        var threads = uids.ToDictionary(uid => uid, uid => new MailThread(uid, null, []));
        if (uids.IsEmpty) return [];
        try
        {
            using var owed = _watch.Owed();
            foreach (var mail in await _folder.FetchAsync(Ids(uids), Threading, Token))
            {
                string?[] named = [mail.Envelope?.InReplyTo, .. mail.References ?? []];
                threads[mail.UniqueId.Id] = new MailThread(mail.UniqueId.Id, mail.Envelope?.MessageId, [.. named.OfType<string>().Distinct(StringComparer.Ordinal)]);
            }
        }
        catch (ImapCommandException e) when (e.Response is ImapCommandResponse.No)
        {
            // One damaged mail fails the command for all: what was told before it still counts.
        }

        return [.. threads.Values.OrderBy(thread => thread.Uid)];
    }

    /// <summary>The raw bytes of the mails that are still there, by UID, in one FETCH. Marks nothing (BODY.PEEK).</summary>
    public async Task<Dictionary<uint, ReadOnlyMemory<byte>>> FetchAsync(ImmutableArray<uint> uids)
    {
        var bytes = new Dictionary<uint, ReadOnlyMemory<byte>>();
        try
        {
            using var owed = _watch.Owed();
            await ((IImapFolder)_folder).GetStreamsAsync(
                Ids(uids), async (_, _, uid, stream, token) => bytes[uid.Id] = await ReadAllAsync(stream, token), Token);
        }
        catch (ImapCommandException e) when (e.Response is ImapCommandResponse.No)
        {
            var rest = uids.RemoveAll(bytes.ContainsKey);
            if (rest.Length is 0 || uids.Length is 1) return bytes;
            var half = (rest.Length + 1) / 2;
            foreach (var part in new[] { rest[..half], rest[half..] }.Where(p => !p.IsEmpty))
                foreach (var (uid, raw) in await FetchAsync(part)) bytes[uid] = raw;
        }
        return bytes;
    }

    /// <summary>The raw header block, at most as many bytes as given; null when the mail is gone.</summary>
    public async Task<ReadOnlyMemory<byte>?> FetchHeaderAsync(uint uid, int mostBytes)
    {
        try
        {
            using var owed = _watch.Owed();
            await using var stream = await _folder.GetStreamAsync(new UniqueId(uid), "HEADER", 0, mostBytes, Token);
            return await ReadAllAsync(stream, Token);
        }
        catch (Exception e) when (e is MessageNotFoundException or ImapCommandException { Response: ImapCommandResponse.No })
        {
            return null;
        }
    }

    /// <summary>How many mails the folder holds that is only counted; null where none is set, or the server has none of that name.</summary>
    public async Task<int?> CountReportedAsync()
    {
        if (_options.ReportFolder is not { } name) return null;
        try
        {
            using var owed = _watch.Owed();
            _report ??= await _client.GetFolderAsync(name, Token);
            await _report.StatusAsync(StatusItems.Count, Token);
            return _report.Count;
        }
        catch (Exception e) when (e is FolderNotFoundException or ImapCommandException { Response: ImapCommandResponse.No })
        {
            return null;
        }
    }

    /// <summary>Marks or moves kept mails in one command.</summary>
    public async Task MarkAsync(ImmutableArray<uint> uids)
    {
        if (uids.IsEmpty || !CanMark) return;
        using var owed = _watch.Owed();
        await (_options.AfterKeep switch
        {
            AfterKeep.Seen => _folder.AddFlagsAsync(Ids(uids), MessageFlags.Seen, silent: true, Token),
            AfterKeep.Keyword => _folder.AddFlagsAsync(
                Ids(uids), MessageFlags.None, new HashSet<string>(StringComparer.Ordinal) { TakenKeyword }, silent: true, Token),
            AfterKeep.Move => _folder.MoveToAsync(Ids(uids), _moveTo!, Token),
            AfterKeep.None => Task.CompletedTask,
        });
    }

    /// <summary>Waits until the server announces a change, or until the next full look is due.</summary>
    /// <param name="atMost">When the next look is due at the latest.</param>
    public async Task WaitAsync(TimeSpan atMost)
    {
        if (_changed) return;
        if (!_client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(atMost, _clock, Token);
            return;
        }
        var longest = atMost < _options.IdleReissue ? atMost : _options.IdleReissue;
        using var done = new CancellationTokenSource(longest, _clock);
        // Silence is the rule while idling; from DONE on an answer is owed again.
        await using var owed = done.Token.UnsafeRegister(static w => ((SilenceWatch)w!).Arm(), _watch);
        _idle = done;
        try
        {
            await _client.IdleAsync(done.Token, Token);
        }
        finally
        {
            _idle = null;
            if (done.IsCancellationRequested) _watch.Disarm();
        }
    }

    /// <summary>Ends the session at once.</summary>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _cancel.Dispose();
        _watch.Dispose();
        return ValueTask.CompletedTask;
    }

    private static readonly FetchRequest Facts = new(MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Size);

    private static readonly FetchRequest Threading = new(MessageSummaryItems.UniqueId | MessageSummaryItems.Envelope | MessageSummaryItems.References);

    private CancellationToken Token => _cancel.Token;

    private async Task OpenAsync()
    {
        await MailSignIn.OpenAsync(_client, _options, _tokens, _watch, connected: null, Token);
        using var owed = _watch.Owed();
        _folder = await _client.GetFolderAsync(_options.Folder, Token);
        if (_options.AfterKeep is AfterKeep.Move) _moveTo = await _client.GetFolderAsync(_options.MoveTo!, Token);
        await _folder.OpenAsync(_options.AfterKeep is AfterKeep.None ? FolderAccess.ReadOnly : FolderAccess.ReadWrite, Token);
        if (_folder.UidNext is null) await _folder.StatusAsync(StatusItems.UidNext, Token);
        UidNext = _folder.UidNext?.Id ?? 1;
        _folder.CountChanged += (_, _) => Changed();
    }

    // Fewer mails count as a change too: a deletion and an arrival told together may leave the number as it was, or lower.
    private void Changed()
    {
        _changed = true;
        try
        {
            _idle?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The wait has just ended by itself.
        }
    }

    private static UidSearchQuery Above(uint cursor) =>
        new(new UniqueIdRange(new UniqueId(cursor == uint.MaxValue ? cursor : cursor + 1), UniqueId.MaxValue));

    private static UniqueIdSet Ids(ImmutableArray<uint> uids) => new(uids.Select(u => new UniqueId(u)), SortOrder.Ascending);

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream stream, CancellationToken token)
    {
        var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        await stream.CopyToAsync(bytes, token);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}

/// <summary>What a server says of a mail before it is fetched.</summary>
/// <param name="Uid">Its UID.</param>
/// <param name="Size">RFC822.SIZE in bytes.</param>
/// <param name="InternalDate">When the server received it.</param>
internal sealed record MailFacts(uint Uid, uint Size, DateTimeOffset InternalDate);
