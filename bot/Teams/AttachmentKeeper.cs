using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Hosting;
using Channel = SiOne.Bot.Domain.Intake.Channel;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// Fetches the files that people attach, and keeps them sealed beside the spool. Their addresses are good for a short time, so this comes right
/// after the message is kept; what a stop of the program left is fetched at the next start, as far as Teams still gives it.
/// </summary>
/// <param name="parts">The engine.</param>
/// <param name="client">Fetches.</param>
/// <param name="files">Where they are kept.</param>
/// <param name="log">Where warnings go.</param>
internal sealed partial class AttachmentKeeper(EngineParts parts, ConnectorClient client, MessageSpool files, ILogger<AttachmentKeeper> log)
{
    private const int MostWaiting = 10_000;
    private const int LooksBack = 500;
    private readonly ConcurrentDictionary<IntakeKey, bool> _queued = new();
    private readonly Channel<IntakeKey> _waiting = System.Threading.Channels.Channel.CreateBounded<IntakeKey>(MostWaiting);

    /// <summary>A message with files was kept.</summary>
    public void Add(IntakeKey message)
    {
        if (_queued.TryAdd(message, true)) _waiting.Writer.TryWrite(message);
    }

    /// <summary>Fetches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in parts.Board.Newest(LooksBack).Where(entry => entry.Row.Channel is Channel.Teams)) Add(entry.Row.Key);
        await foreach (var key in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            _queued.TryRemove(key, out _);
            try
            {
                await FetchAsync(key, cancellationToken);
            }
            catch (Exception failure) when (failure is IOException or System.Security.Cryptography.CryptographicException or JsonException)
            {
                Log.NotKept(log, key.Value, failure.GetType().Name);
            }
        }
    }

    /// <summary>One kept file; null when there is none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="number">From 0.</param>
    /// <param name="receivedAt">When the message came in.</param>
    public byte[]? Read(IntakeKey message, int number, DateTimeOffset receivedAt) =>
        files.Holds(KeyOf(message, number), receivedAt) ? files.Read(KeyOf(message, number), receivedAt) : null;

    private async Task FetchAsync(IntakeKey key, CancellationToken cancellationToken)
    {
        if (await parts.Store.FindIntakeAsync(key, cancellationToken) is not { RawDestroyedAt: null } row) return;
        var kept = JsonSerializer.Deserialize(parts.Spool.Read(key, row.ReceivedAt), KeptActivityJson.Default.KeptActivity);
        if (kept?.Activity.Deserialize(ConnectorJson.Default.Activity) is not { Type: ActivityTypes.Message, Attachments: { } attached } activity) return;
        if (ConversationReference.Of(BotKey.Customers, activity) is not { } from) return;
        var number = 0;
        foreach (var file in attached.Where(ActivityReader.IsFile).Take(ActivityReader.MaxAttachments))
        {
            var name = KeyOf(key, number++);
            if (files.Holds(name, row.ReceivedAt)) continue;
            var answer = await client.DownloadAsync(from, file, cancellationToken);
            if (answer.Value is { } download)
                MessageSpool.Flush([files.Write(name, nameof(Channel.Teams), null, row.ReceivedAt, download.Bytes.Span)]);
            else
                Log.NotFetched(log, key.Value, answer.Outcome.GetType().Name);
        }
    }

    private static IntakeKey KeyOf(IntakeKey message, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{message}.{number}"));

    private static partial class Log
    {
        [LoggerMessage(3201, LogLevel.Warning, "An attachment of message {Key} could not be fetched ({Outcome}); its name is on the request.")]
        public static partial void NotFetched(ILogger logger, string key, string outcome);

        [LoggerMessage(3202, LogLevel.Warning, "The attachments of message {Key} could not be kept ({Failure}).")]
        public static partial void NotKept(ILogger logger, string key, string failure);
    }
}
