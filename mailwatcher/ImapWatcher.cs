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
public sealed partial class ImapWatcher(ImapOptions options, IMailIntake intake, TimeProvider clock, ILogger<ImapWatcher> logger)
{
    // One failed sign-in a minute locks no account.
    private static readonly TimeSpan SignInPause = TimeSpan.FromSeconds(60);

    private readonly string _tag = Tag(options.Host, options.User, options.Folder);
    private volatile WatcherStatus _status = new(WatcherState.Stopped);

    /// <summary>How it is doing at this instant.</summary>
    public WatcherStatus Status => _status;

    /// <summary>Watches until stopped. Never throws for what server, network or intake do.</summary>
    /// <param name="stop">Ends it. A batch that is being kept is finished; its marking is then made up for at the next start.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        var backoff = new Backoff(options.ReconnectAfter, options.ReconnectAtMost);
        var reader = new MailboxReader(options, intake, logger, _tag);
        using var tokens = MailTokens.Of(options, clock);
        while (!stop.IsCancellationRequested)
        {
            var fault = await WatchAsync(reader, tokens, backoff, stop);
            if (stop.IsCancellationRequested) break;
            var refused = fault is WatcherFault.SignInRefused or WatcherFault.TokenRefused or WatcherFault.TokenUnreachable;
            var wait = refused ? SignInPause + (SignInPause * (Random.Shared.NextDouble() / 4)) : backoff.Next();
            var now = clock.GetUtcNow();
            _status = _status with
            {
                State = refused ? WatcherState.SignInRefused : WatcherState.Retrying,
                LastFault = fault,
                LastFaultAt = now,
                RetryAt = now + wait,
                StuckMails = reader.Stuck,
            };
            await Task.Delay(wait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        _status = _status with { State = WatcherState.Stopped, RetryAt = null };
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
            _status = _status with { State = WatcherState.Watching };
            for (var first = true; ; first = false)
            {
                await reader.LookAsync(session, first, stop);
                if (!reader.Unfinished) backoff.Reset();
                _status = _status with { LastPoll = clock.GetUtcNow(), StuckMails = reader.Stuck };
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

    /// <summary>The mailbox as logs name it: the same in every run, and no name or address.</summary>
    internal static string Tag(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 4));

    private static partial class Log
    {
        [LoggerMessage(2000, LogLevel.Information, "Mailbox {Mailbox}: open.")]
        public static partial void Opened(ILogger logger, string mailbox);

        [LoggerMessage(2001, LogLevel.Warning, "Mailbox {Mailbox}: interrupted ({Fault}, {Exception}); tried again.")]
        public static partial void Interrupted(ILogger logger, string mailbox, WatcherFault fault, string exception);

        [LoggerMessage(2002, LogLevel.Warning, "Mailbox {Mailbox}: the server has neither MOVE nor UIDPLUS; kept mails stay where they are.")]
        public static partial void CannotMove(ILogger logger, string mailbox);
    }
}
