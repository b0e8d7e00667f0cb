using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.MailWatcher;

/// <summary>Watches one IMAP folder for as long as it runs: takes what is missing, marks what was kept, reconnects by itself.</summary>
/// <param name="options">Valid options.</param>
/// <param name="intake">Keeps the mails and knows which are missing.</param>
/// <param name="clock">Time for waits and limits.</param>
/// <param name="logger">Never given a subject, an address or a name; a mailbox is a short hash.</param>
/// <param name="holder">Who takes the lease, the same after a restart: its own old lease is taken over at once.</param>
public sealed partial class ImapWatcher(ImapOptions options, IMailIntake intake, TimeProvider clock, ILogger<ImapWatcher> logger, string holder = "bot")
{
    // One failed sign-in a minute locks no account.
    private static readonly TimeSpan SignInPause = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan HeldPause = TimeSpan.FromSeconds(20);

    private readonly string _tag = Tag(options.Host, options.User, options.Folder);
    private volatile WatcherStatus _status = new(WatcherState.Stopped);

    /// <summary>How it is doing at this instant.</summary>
    public WatcherStatus Status => _status;

    /// <summary>Which mailbox it watches.</summary>
    public MailboxIdentity Mailbox => options.Identity;

    /// <summary>Watches until stopped. Never throws for what server, network or intake do.</summary>
    /// <param name="stop">Ends it. A batch that is being kept is finished; its marking is then made up for at the next start.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        var backoff = new Backoff(options.ReconnectAfter, options.ReconnectAtMost);
        using var tokens = MailTokens.Of(options, clock);
        while (!stop.IsCancellationRequested)
        {
            var fault = await HoldAsync(tokens, backoff, stop);
            if (!stop.IsCancellationRequested) await RestAsync(fault, backoff, stop);
        }
        _status = _status with { State = WatcherState.Stopped, RetryAt = null };
    }

    /// <summary>Takes the mailbox and watches it for as long as it is ours.</summary>
    private async Task<WatcherFault> HoldAsync(MailTokens? tokens, Backoff backoff, CancellationToken stop)
    {
        try
        {
            await using var hold = await MailboxHold.TakeAsync(intake, options.Identity, holder, clock, stop);
            if (hold is null) return WatcherFault.HeldElsewhere;
            var reader = new MailboxReader(options, intake, hold, logger, _tag);
            while (true)
            {
                var fault = await WatchAsync(reader, tokens, backoff, hold.Lost);
                if (hold.Lost.IsCancellationRequested || fault is WatcherFault.LeaseLost) return Lost();
                await RestAsync(fault, backoff, hold.Lost, reader.Stuck);
                if (hold.Lost.IsCancellationRequested) return Lost();
            }
        }
        catch (Exception e)
        {
            var fault = ImapFaults.Of(e, expired: false, connected: false);
            if (!stop.IsCancellationRequested) Log.Interrupted(logger, _tag, fault, (e.InnerException ?? e).GetType().Name);
            return fault;
        }

        WatcherFault Lost()
        {
            if (!stop.IsCancellationRequested) Log.LeaseLost(logger, _tag);
            return WatcherFault.LeaseLost;
        }
    }

    private async Task RestAsync(WatcherFault fault, Backoff backoff, CancellationToken stop, int stuck = 0)
    {
        var refused = fault is WatcherFault.SignInRefused or WatcherFault.TokenRefused or WatcherFault.TokenUnreachable;
        var held = fault is WatcherFault.HeldElsewhere;
        if (held && _status.State is not WatcherState.Standby) Log.Standby(logger, _tag);
        var wait = refused ? SignInPause + (SignInPause * (Random.Shared.NextDouble() / 4)) : held ? Shorter(HeldPause, options.ReconnectAtMost) : backoff.Next();
        var now = clock.GetUtcNow();
        _status = _status with
        {
            State = refused ? WatcherState.SignInRefused : held ? WatcherState.Standby : WatcherState.Retrying,
            LastFault = fault,
            LastFaultAt = now,
            RetryAt = now + wait,
            StuckMails = stuck,
        };
        await Task.Delay(wait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<WatcherFault> WatchAsync(MailboxReader reader, MailTokens? tokens, Backoff backoff, CancellationToken stop)
    {
        ImapSession? session = null;
        try
        {
            _status = _status with { State = WatcherState.Connecting, RetryAt = null };
            session = await ImapSession.OpenAsync(options, tokens, clock, stop);
            Log.Opened(logger, _tag);
            if (!session.CanMark) Log.CannotMove(logger, _tag);
            _status = _status with { State = WatcherState.Watching, LastSignIn = clock.GetUtcNow() };
            for (var first = true; ; first = false)
            {
                await reader.LookAsync(session, first, stop);
                if (!reader.Unfinished) backoff.Reset();
                _status = _status with { LastPoll = clock.GetUtcNow(), StuckMails = reader.Stuck, Reported = await session.CountReportedAsync() };
                if (reader.More) continue;
                await session.WaitAsync(reader.Unfinished ? backoff.Next() : options.PollInterval);
            }
        }
        catch (Exception e)
        {
            var fault = ImapFaults.Of(e, session?.Expired ?? false, connected: session is not null);
            if (stop.IsCancellationRequested) return fault;
            reader.Broken();
            Log.Interrupted(logger, _tag, fault, (e.InnerException ?? e).GetType().Name);
            return fault;
        }
        finally
        {
            if (session is not null) await session.DisposeAsync();
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>The mailbox as logs name it: the same in every run, and no name or address.</summary>
    internal static string Tag(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 4));

    private static partial class Log
    {
        [LoggerMessage(2000, LogLevel.Information, "Mailbox {Mailbox}: open.")]
        public static partial void Opened(ILogger logger, string mailbox);

        [LoggerMessage(2001, LogLevel.Warning, "Mailbox {Mailbox}: interrupted ({Fault}, {Exception}); tried again.")]
        public static partial void Interrupted(ILogger logger, string mailbox, WatcherFault fault, string exception);

        [LoggerMessage(2003, LogLevel.Warning, "Mailbox {Mailbox}: somebody else may watch it now.")]
        public static partial void LeaseLost(ILogger logger, string mailbox);

        [LoggerMessage(2004, LogLevel.Information, "Mailbox {Mailbox}: somebody else watches it; standing by.")]
        public static partial void Standby(ILogger logger, string mailbox);

        [LoggerMessage(2002, LogLevel.Warning, "Mailbox {Mailbox}: the server has neither MOVE nor UIDPLUS; kept mails stay where they are.")]
        public static partial void CannotMove(ILogger logger, string mailbox);
    }
}
