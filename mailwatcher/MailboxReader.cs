using System.Collections.Immutable;
using MailKit.Net.Imap;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.MailWatcher;

/// <summary>
/// Takes what is missing out of a mailbox: search, ask the intake, fetch, keep, and only then mark. What it remembers between two looks
/// spares work or retries; nothing is lost with it.
/// </summary>
internal sealed partial class MailboxReader(ImapOptions options, IMailIntake intake, MailboxHold hold, ILogger logger, string mailboxTag)
{
    private const int DescribedAtOnce = 500;
    private const int GroupsPerLook = 20;
    private const int MostHeaderBytes = 256 << 10;
    private const long MostBatchBytes = 32 << 20;
    private const int StuckAfter = 3;

    private readonly MailboxIdentity _mailbox = options.Identity;
    private readonly HashSet<uint> _tooOld = [];
    private readonly HashSet<uint> _unmarked = [];
    private readonly Dictionary<uint, int> _failures = [];

    // Of a backlog that takes several looks: its headers are asked for once.
    private readonly Dictionary<uint, MailThread> _backlog = [];
    private uint _uidValidity;
    private ImmutableArray<uint> _inFlight = [];
    private bool _vanished;

    /// <summary>Mails that could not be fetched in three attempts or more.</summary>
    public int Stuck => _failures.Values.Count(n => n >= StuckAfter);

    /// <summary>The last look left something to do again: a mail that was not fetched, described or marked.</summary>
    public bool Unfinished => _vanished || _failures.Count > 0 || _unmarked.Count > 0;

    /// <summary>The last look left a part of a backlog for the next one, which sees what has come meanwhile.</summary>
    public bool More { get; private set; }

    /// <summary>One look at the whole folder. The first of a session also marks what an earlier end left unmarked.</summary>
    /// <exception cref="IntakeException">The intake failed; nothing that it has not kept was marked.</exception>
    public async Task LookAsync(ImapSession session, bool first, CancellationToken stop)
    {
        if (session.UidValidity != _uidValidity) Forget(session.UidValidity);
        _vanished = false;
        var position = await FromIntakeAsync(() => intake.OpenAsync(_mailbox, _uidValidity, session.UidNext, hold.Fence, stop), stop);
        var present = (await session.SearchAboveAsync(position.Cursor, position.Since)).RemoveAll(_tooOld.Contains);
        var missing = await FromIntakeAsync(() => intake.MissingAsync(_mailbox, _uidValidity, present, hold.Fence, stop), stop);
        foreach (var gone in _failures.Keys.Except(missing).ToArray()) _failures.Remove(gone);
        if (first) _unmarked.UnionWith(await session.UnmarkedAsync(position.Cursor, [.. present.Except(missing)]));
        await MarkAsync(session);
        // Mails that failed before come last and alone, so that one that breaks the connection keeps no other waiting.
        foreach (var uids in await GroupsAsync(session, missing.RemoveAll(_failures.ContainsKey)))
            await TakeAsync(session, uids, position.Since, options.BatchSize, stop);
        if (More) return;
        foreach (var uid in missing.Where(_failures.ContainsKey).OrderBy(u => _failures[u]))
            await TakeAsync(session, [uid], position.Since, batchSize: 1, stop);
    }

    private async Task<IEnumerable<ImmutableArray<uint>>> GroupsAsync(ImapSession session, ImmutableArray<uint> missing)
    {
        More = false;
        if (missing.Length < BacklogOrder.Least)
        {
            _backlog.Clear();
            return missing.Chunk(DescribedAtOnce).Select(ImmutableArray.Create);
        }

        foreach (var gone in _backlog.Keys.Except(missing).ToArray()) _backlog.Remove(gone);
        foreach (var thread in await session.ThreadsAsync(missing.RemoveAll(_backlog.ContainsKey))) _backlog[thread.Uid] = thread;
        var groups = BacklogOrder.Of([.. missing.Select(uid => _backlog[uid])], options.BatchSize).ToList();
        More = groups.Count > GroupsPerLook;
        return groups.Take(GroupsPerLook);
    }

    /// <summary>The session broke off: what was just being fetched is suspected.</summary>
    public void Broken()
    {
        foreach (var uid in _inFlight) Failed(uid);
        _inFlight = [];
    }

    private async Task TakeAsync(
        ImapSession session, ImmutableArray<uint> uids, DateTimeOffset? since, int batchSize, CancellationToken stop)
    {
        _inFlight = batchSize == 1 ? uids : [];
        var there = await session.DescribeAsync(uids);
        if (there.Length < uids.Length)
        {
            _vanished = true;
            Log.Vanished(logger, mailboxTag, uids.Length - there.Length);
        }
        _tooOld.UnionWith(there.Where(m => m.InternalDate < since).Select(m => m.Uid));
        foreach (var batch in Batches(there.RemoveAll(m => m.InternalDate < since), batchSize))
        {
            _inFlight = [.. batch.Select(m => m.Uid)];
            var mails = await FetchAsync(session, batch);
            _inFlight = [];
            if (mails.IsEmpty) continue;
            if (session.UidValidity != _uidValidity) throw new IOException("UIDVALIDITY changed while mails were fetched.");
            await FromIntakeAsync(
                async () =>
                {
                    await intake.KeepAsync(mails, hold.Fence, stop);
                    return true;
                },
                stop);
            foreach (var mail in mails) _failures.Remove(mail.Uid);
            _unmarked.UnionWith(mails.Select(m => m.Uid));
            Log.Kept(logger, mailboxTag, mails.Length);
            await MarkAsync(session);
        }
    }

    private async Task<ImmutableArray<RawMail>> FetchAsync(ImapSession session, ImmutableArray<MailFacts> batch)
    {
        var bytes = await session.FetchAsync([.. batch.Where(m => m.Size <= options.MaxMailBytes).Select(m => m.Uid)]);
        var mails = ImmutableArray.CreateBuilder<RawMail>(batch.Length);
        foreach (var mail in batch)
        {
            var tooLarge = mail.Size > options.MaxMailBytes;
            ReadOnlyMemory<byte>? raw = tooLarge || !bytes.TryGetValue(mail.Uid, out var got) ? null
                : got.Length == mail.Size ? got
                : await AgainAsync(session, mail.Uid, got);
            tooLarge |= raw?.Length > options.MaxMailBytes;
            if (tooLarge) raw = await session.FetchHeaderAsync(mail.Uid, MostHeaderBytes);
            if (raw is { } whole)
                mails.Add(new RawMail(_mailbox, _uidValidity, mail.Uid, mail.InternalDate, whole, tooLarge));
            else
                Failed(mail.Uid);
        }
        return mails.ToImmutable();
    }

    // Some servers state sizes that are not those of the bytes they send. Two equal fetches are the mail; anything else was cut short.
    private async Task<ReadOnlyMemory<byte>?> AgainAsync(ImapSession session, uint uid, ReadOnlyMemory<byte> before)
    {
        var again = await session.FetchAsync([uid]);
        if (again.TryGetValue(uid, out var now) && now.Span.SequenceEqual(before.Span)) return now;
        Log.Partial(logger, mailboxTag, uid);
        return null;
    }

    private async Task MarkAsync(ImapSession session)
    {
        if (_unmarked.Count == 0) return;
        try
        {
            await session.MarkAsync([.. _unmarked.Order()]);
            _unmarked.Clear();
        }
        catch (ImapCommandException)
        {
            // The mails are safe; marking is tried again at the next look.
            Log.NotMarked(logger, mailboxTag, _unmarked.Count);
        }
    }

    private static IEnumerable<ImmutableArray<MailFacts>> Batches(ImmutableArray<MailFacts> mails, int most)
    {
        var batch = ImmutableArray.CreateBuilder<MailFacts>();
        long bytes = 0;
        foreach (var mail in mails)
        {
            if (batch.Count > 0 && (batch.Count == most || bytes + mail.Size > MostBatchBytes))
            {
                yield return batch.ToImmutable();
                batch.Clear();
                bytes = 0;
            }
            batch.Add(mail);
            bytes += mail.Size;
        }
        if (batch.Count > 0) yield return batch.ToImmutable();
    }

    private void Failed(uint uid)
    {
        var times = _failures[uid] = _failures.GetValueOrDefault(uid) + 1;
        if (times == StuckAfter) Log.IsStuck(logger, mailboxTag, uid);
    }

    private void Forget(uint uidValidity)
    {
        if (_uidValidity != 0) Log.Renumbered(logger, mailboxTag);
        _uidValidity = uidValidity;
        _tooOld.Clear();
        _unmarked.Clear();
        _failures.Clear();
        _backlog.Clear();
        _inFlight = [];
    }

    private static async Task<T> FromIntakeAsync<T>(Func<Task<T>> ask, CancellationToken stop)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is not StaleLeaseException && !stop.IsCancellationRequested)
        {
            throw new IntakeException(e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2010, LogLevel.Information, "Mailbox {Mailbox}: {Count} mails were kept.")]
        public static partial void Kept(ILogger logger, string mailbox, int count);

        [LoggerMessage(2011, LogLevel.Warning, "Mailbox {Mailbox}: {Count} mails vanished or could not be described between search and fetch.")]
        public static partial void Vanished(ILogger logger, string mailbox, int count);

        [LoggerMessage(2012, LogLevel.Warning, "Mailbox {Mailbox}: the mail with UID {Uid} came incomplete and is fetched again later.")]
        public static partial void Partial(ILogger logger, string mailbox, uint uid);

        [LoggerMessage(2013, LogLevel.Warning, "Mailbox {Mailbox}: the server refused to mark {Count} kept mails; tried again later.")]
        public static partial void NotMarked(ILogger logger, string mailbox, int count);

        [LoggerMessage(2014, LogLevel.Error, "Mailbox {Mailbox}: the mail with UID {Uid} could not be fetched in three attempts; it is still tried.")]
        public static partial void IsStuck(ILogger logger, string mailbox, uint uid);

        [LoggerMessage(2015, LogLevel.Warning, "Mailbox {Mailbox}: UIDVALIDITY changed; the folder is read again.")]
        public static partial void Renumbered(ILogger logger, string mailbox);
    }
}
