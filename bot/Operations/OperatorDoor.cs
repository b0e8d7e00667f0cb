using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.Teams;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Host.Operations;

/// <summary>A verb's way to the data: itself where nobody holds the store, else through the host that does.</summary>
/// <param name="settings">Whose data.</param>
internal sealed class OperatorDoor(UsableSettings settings)
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeProvider Clock = TimeProvider.System;

    /// <summary>Does it.</summary>
    /// <exception cref="StoreUnavailableException">Another process holds the store and does not answer.</exception>
    public async Task<OperatorAnswer> AskAsync(OperatorAsk ask, CancellationToken cancellationToken)
    {
        if (!File.Exists(settings.StorePath) && !Directory.Exists(settings.SpoolPath))
            return OperatorAnswer.Failed($"{settings.Host.DataFolder}: there is no data yet. Run the host first, or set SiOne:DataFolder.");
        if (settings.Host.SafeMode && ask is { Act: OperatorActs.QuarantineReplay } or { Act: RightsActs.Erase or RightsActs.Expire, DryRun: false }) return OperatorAnswer.Failed(SafeModeWords.Refused.En);
        var master = MasterKey.Load(settings.MasterKeyPath, mayCreate: false);
        try
        {
            return RightsActs.Holds(ask.Act) ? await WithEngineAsync(ask, cancellationToken) : await DoAsync(ask, master, cancellationToken);
        }
        catch (StoreUnavailableException held) when (held.HeldByAnother)
        {
            return await AskHostAsync(ask, master, held, cancellationToken);
        }
    }

    private async Task<OperatorAnswer> DoAsync(OperatorAsk ask, MasterKey master, CancellationToken cancellationToken)
    {
        using var spool = new MessageSpool(settings.SpoolPath, master);
        var journal = new OperatorJournal(settings.OperatorJournalPath, master, Clock);
        if (ask.Act is OperatorActs.Backup or OperatorActs.Verify)
        {
            using var held = LiteDbStore.Hold(new LiteDbOptions { Path = settings.StorePath });
            if (!File.Exists(settings.StorePath)) return OperatorAnswer.Failed($"{settings.StorePath} is missing: restore a backup, or make it anew with rebuild-from-spool --into DIR.");
            return await new OperatorActs(new RestingStore(held), settings, master, spool, journal, null, null, null, null, Clock).DoAsync(ask, cancellationToken);
        }

        var customers = ask.Act is CorrectionActs.List or CorrectionActs.Write || DigestActs.Holds(ask.Act) ? CustomerFiles.Load(settings.Host.Customers!) : null;
        if (customers is { Mistakes.IsEmpty: false }) return new OperatorAnswer(1, [], [.. customers.Mistakes.Select(mistake => mistake.ToString())]);
        await using var store = StoreOpening.Open(settings, Clock, NullLoggerFactory.Instance, CommitPoints.None);
        var desk = new QuarantineDesk(store, spool, journal, null, null, Clock, NullLogger<QuarantineDesk>.Instance);
        using var vault = new TextVault(master, store);
        var directory = customers is null ? null : new CustomerDirectory(customers.Customers);
        var corrections = directory is null ? null : new CorrectionActs(new CorrectionsExport(store, vault, directory, journal, Clock));
        var digests = directory is null ? null : await DigestActs.OfRestingAsync(store, vault, directory, settings, Clock, cancellationToken);
        return await new OperatorActs(new OpenedStore(store), settings, master, spool, journal, desk, corrections, null, digests, Clock).DoAsync(ask, cancellationToken);
    }

    /// <summary>The engine without its workers: what is done is the same as in a running host.</summary>
    private async Task<OperatorAnswer> WithEngineAsync(OperatorAsk ask, CancellationToken cancellationToken)
    {
        var customers = CustomerFiles.Load(settings.Host.Customers!);
        if (!customers.Mistakes.IsEmpty) return new OperatorAnswer(1, [], [.. customers.Mistakes.Select(mistake => mistake.ToString())]);
        var directory = new CustomerDirectory(customers.Customers, new CustomerArchive(settings.CustomerArchivePath));
        await using var parts = await EngineParts.OpenAsync(
            EffectsHeld.Under(settings), directory, Clock, NullLoggerFactory.Instance, CommitPoints.None, new ActivityReader(), cancellationToken);
        return await new RightsActs(parts, Clock).DoAsync(ask, cancellationToken);
    }

    private async Task<OperatorAnswer> AskHostAsync(OperatorAsk ask, MasterKey master, StoreUnavailableException held, CancellationToken cancellationToken)
    {
        if (PlaceOf(settings.OperatorPath) is not { } place) throw held;
        var signature = new OperatorSignature(master, place.Start, Clock);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(place.Url), Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            // A host that was stopped in its tracks takes connections and never answers; a backup may take its time.
            using var hurry = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            hurry.CancelAfter(AnswersWithin);
            await CallAsync(client, signature, new OperatorAsk(OperatorActs.Hello, ask.Who), hurry.Token);
            return await CallAsync(client, signature, ask, cancellationToken);
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new StoreUnavailableException($"Another process holds {settings.StorePath} and does not answer at {place.Url}: wait until it has started, or end it.", silent);
        }
    }

    private static async Task<OperatorAnswer> CallAsync(HttpClient client, OperatorSignature signature, OperatorAsk ask, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ask, OperatorJson.Default.OperatorAsk);
        using var request = new HttpRequestMessage(HttpMethod.Post, OperatorEndpoint.Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", signature.Sign(body));
        using var answer = await client.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"The host answered {(int)answer.StatusCode}.");
        return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellationToken), OperatorJson.Default.OperatorAnswer) ?? throw new JsonException();
    }

    private static OperatorPlace? PlaceOf(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), OperatorJson.Default.OperatorPlace);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private sealed class OpenedStore(IStore store) : IOperatedStore
    {
        public IStore Live => store;

        public Task<string> CopyToAsync(string folder, CancellationToken cancellationToken) => throw new NotSupportedException("What is copied is not opened.");
    }
}
