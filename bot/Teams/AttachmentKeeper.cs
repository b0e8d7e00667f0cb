using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Hosting;
using Channel = SiOne.Bot.Domain.Intake.Channel;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// Fetches the files that people attach. Their addresses are good for a short time, so this comes right after the message is kept; what a stop of
/// the program left is fetched at the next start, as far as Teams still gives it. What fails in passing is tried again for some minutes; why a file will
/// never come is kept, and technicians read it beside its name.
/// </summary>
/// <param name="parts">The engine.</param>
/// <param name="client">Fetches.</param>
/// <param name="clock">Pauses.</param>
/// <param name="log">Where warnings go.</param>
internal sealed partial class AttachmentKeeper(EngineParts parts, ConnectorClient client, TimeProvider clock, ILogger<AttachmentKeeper> log)
{
    private const int MostWaiting = 10_000;
    private const int LooksBack = 500;
    private static readonly ImmutableArray<TimeSpan> Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)];
    private readonly ConcurrentDictionary<IntakeKey, bool> _queued = new();
    private readonly Channel<(IntakeKey Message, int Failures)> _waiting = System.Threading.Channels.Channel.CreateBounded<(IntakeKey, int)>(MostWaiting);

    /// <summary>A message with files was kept.</summary>
    public void Add(IntakeKey message) => Add(message, failures: 0);

    /// <summary>Fetches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in parts.Board.Newest(LooksBack).Where(entry => entry.Row.Channel is Channel.Teams)) Add(entry.Row.Key);
        await foreach (var (key, failures) in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            _queued.TryRemove(key, out _);
            var isLast = failures == Pauses.Length;
            if (!await TryAsync(key, isLast, cancellationToken) && !isLast) _ = AgainAsync(key, failures, cancellationToken);
        }
    }

    private void Add(IntakeKey message, int failures)
    {
        if (_queued.TryAdd(message, true) && !_waiting.Writer.TryWrite((message, failures))) _queued.TryRemove(message, out _);
    }

    private async Task AgainAsync(IntakeKey key, int failures, CancellationToken cancellationToken)
    {
        await Task.Delay(Pauses[failures], clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Add(key, failures + 1);
    }

    /// <summary>False: something is to be tried again.</summary>
    private async Task<bool> TryAsync(IntakeKey key, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            return await FetchAsync(key, isLast, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or StoreUnavailableException or System.Security.Cryptography.CryptographicException or JsonException)
        {
            Log.NotKept(log, key.Value, failure.GetType().Name);
            return false;
        }
    }

    private async Task<bool> FetchAsync(IntakeKey key, bool isLast, CancellationToken cancellationToken)
    {
        if (await parts.Store.FindIntakeAsync(key, cancellationToken) is not { RawDestroyedAt: null } row) return true;
        var kept = JsonSerializer.Deserialize(parts.Spool.Read(key, row.ReceivedAt), KeptActivityJson.Default.KeptActivity);
        if (kept?.Activity.Deserialize(ConnectorJson.Default.Activity) is not { Type: ActivityTypes.Message or ActivityTypes.MessageUpdate, Attachments: not null } activity) return true;
        if (ConversationReference.Of(BotKey.Customers, activity) is not { } from) return true;
        var troubles = await parts.Files.TroublesAsync(key, cancellationToken);
        var whole = true;
        foreach (var (number, file) in ActivityReader.FilesOf(activity).Index())
        {
            if (parts.Files.Holds(key, number, row.ReceivedAt) || troubles.ContainsKey(number)) continue;
            var answer = await client.DownloadAsync(from, file, cancellationToken);
            if (answer.Value is { } download) parts.Files.Keep(key, number, nameof(Channel.Teams), row.ReceivedAt, download.Bytes.Span);
            else if (TroubleOf(answer.Outcome, isLast) is { } trouble)
            {
                Log.NotFetched(log, key.Value, trouble.ToString());
                await parts.Files.GiveUpAsync(key, number, trouble, cancellationToken);
            }
            else
            {
                whole = false;
                continue;
            }

            // Whoever looks at the page sees it.
            parts.Board.Apply(new StoreUnit());
        }

        return whole;
    }

    private static FileTrouble? TroubleOf(ConnectorOutcome outcome, bool isLast) => outcome switch
    {
        ConnectorOutcome.Refused { Code: Downloads.TooLarge } => FileTrouble.TooLarge,
        ConnectorOutcome.Refused { Code: Downloads.OffTheList } => FileTrouble.NotAllowed,
        ConnectorOutcome.Refused or ConnectorOutcome.Gone => FileTrouble.Gone,
        _ => isLast ? FileTrouble.NoAnswer : null,
    };

    private static partial class Log
    {
        [LoggerMessage(3201, LogLevel.Warning, "An attachment of message {Key} could not be fetched ({Trouble}); its name is on the request.")]
        public static partial void NotFetched(ILogger logger, string key, string trouble);

        [LoggerMessage(3202, LogLevel.Warning, "The attachments of message {Key} could not be kept ({Failure}).")]
        public static partial void NotKept(ILogger logger, string key, string failure);
    }
}
