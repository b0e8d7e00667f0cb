using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Api;

/// <summary>Makes the local page's content from the projection and the sealed texts.</summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">The clock: customers are shown as of now.</param>
internal sealed class BoardReader(EngineParts parts, TimeProvider clock)
{
    private const int Shown = 60;
    private const int LiveShown = 60;
    private const int QuarantinedShown = 20;
    private const int Looked = 2_000;
    private static readonly IReadOnlyList<BoardChoice> Operations =
    [
        .. AllOperations.List.Select(operation => new BoardChoice(
            operation.Id, RequestView.NameOf(operation, Language.French), Typography.Capital(Typography.Set(operation.Category.Name(), Language.French)))),
    ];

    private static readonly IReadOnlyList<BoardChoice> Reasons =
        [.. Enum.GetValues<DueReason>().Select(reason => new BoardChoice(reason.ToString(), RequestView.NameOf(reason, Language.French)))];

    private readonly RequestView _view = new(parts, clock);
    private readonly PlanView _plans = new(parts.Plans.Desk);
    private readonly MessageFiles _files = new(parts, clock);
    private readonly ReservedTexts _reserved = new(parts);

    /// <summary>Reads it.</summary>
    /// <param name="also">The reference of a request that is shown however old it is; null for none.</param>
    /// <param name="readsReserved">Who asks answers for personal data, and reads what people ask about theirs.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<BoardAnswer> ReadAsync(string? also, bool readsReserved, CancellationToken cancellationToken)
    {
        var revision = parts.Board.Revision;
        var counts = parts.Board.Counts();
        var entries = ShownOf(parts.Board.Newest(Looked), also);
        var outgoing = new Dictionary<string, Outgoing>(StringComparer.Ordinal);
        foreach (var row in entries.SelectMany(entry => entry.Outbox))
            if (await Outgoing.ReadAsync(parts.Vault, row.Key, cancellationToken) is { } kept) outgoing[row.Key] = kept;
        var digests = new List<BoardEffect>();
        foreach (var row in parts.Board.Digests()) digests.Add(EffectOf(row, await Outgoing.ReadAsync(parts.Vault, row.Key, cancellationToken)));
        var reading = new Pass(outgoing, ToldOf(entries, outgoing), HomesOf(entries), readsReserved);
        var messages = new List<BoardMessage>(entries.Count);
        foreach (var entry in entries) messages.Add(await MessageAsync(entry, reading, cancellationToken));
        return new BoardAnswer(
            revision, parts.Settings.Demo, parts.Settings.Engine.ObserveOnly, parts.Settings.Engine.SupportAddress.Value, Customers(), Operations, Reasons,
            new BoardCounts(counts.Seen, counts.Waiting, counts.Requests, counts.FollowUps, counts.Refused, counts.Ignored, counts.Quarantined),
            messages)
        { Digests = digests, SafeMode = parts.Settings.Host.SafeMode ? Typography.Set(SafeModeWords.Asked, Language.French) : null };
    }

    /// <summary>
    /// The newest messages, of those before them the newest whose requests still live or that could not be read, and the one that made the request asked for: what waits never
    /// leaves the page unseen.
    /// </summary>
    internal static List<BoardEntry> ShownOf(IReadOnlyList<BoardEntry> newestFirst, string? also = null)
    {
        var (live, quarantined) = (0, 0);
        return
        [
            .. newestFirst.Where((entry, index) => index < Shown
                || (entry.Requests.Any(document => document.State.Intake == entry.Row.Key && !document.State.State.IsEnded()) && ++live <= LiveShown)
                || (entry.Row.End is LedgerEnd.Quarantined && ++quarantined <= QuarantinedShown)
                || (also is not null && entry.Requests.Any(document => document.State.Intake == entry.Row.Key && document.State.Reference.Value == also))),
        ];
    }

    private IReadOnlyList<BoardCustomer> Customers() => !parts.Settings.Demo ? [] :
    [
        .. parts.Directory.All(clock.GetUtcNow()).OrderBy(customer => customer.Subscription.Level).Select(customer => new BoardCustomer(
            customer.Id, customer.Name, customer.Subscription.Level.ToString(), customer.TenantId?.ToString(),
            [.. customer.People.Select(person => new BoardPerson(person.Name, person.Addresses[0].Value, person.Role.ToString()))])),
    ];

    private async Task<BoardMessage> MessageAsync(BoardEntry entry, Pass pass, CancellationToken cancellationToken)
    {
        var isReserved = !pass.ReadsReserved && _reserved.Holds(entry);
        var text = await KeptText.ReadAsync(parts.Vault, entry.Row.Key, cancellationToken);
        var customer = entry.Requests.IsEmpty ? null : parts.Directory.Find(entry.Requests[0].State.CustomerId, entry.Row.ReceivedAt);
        var requests = new List<BoardRequest>();
        foreach (var document in entry.Requests.OrderBy(document => entry.Row.Requests.IndexOf(document.Id)))
        {
            var told = pass.Told.GetValueOrDefault(document.State.Reference) ?? [];
            var home = pass.Homes[document.Id.Value];
            var request = RequestView.Short(document, told.LastOrDefault(), home);
            requests.Add(home == entry.Row.Key.Value
                ? request with
                {
                    Life = await _view.LifeAsync(
                        document, await RequestDetails.ReadAsync(parts.Vault, document.Id, cancellationToken), Sentences(told), text?.Flags ?? ReadingFlags.None, Language.French, cancellationToken,
                        withheld: !pass.ReadsReserved && await _reserved.HoldsMessageOfAsync(document.State, cancellationToken))
                        with
                    { Plan = await _plans.OfAsync(document, Language.French, cancellationToken) },
                }
                : request);
        }

        return new BoardMessage(
            entry.Row.Key.Value, entry.Row.Channel.ToString(), Instants.Say(entry.Row.ReceivedAt, Language.French), text?.From, text?.FromName, customer?.Name,
            customer?.Subscription.Level.ToString(), isReserved ? "" : text?.Subject ?? "",
            isReserved ? Typography.Set(ReservedTexts.Instead, Language.French) : text?.Text ?? "", isReserved ? [] : await _files.OfAsync(entry.Row, text, cancellationToken), text?.MaskedSecrets ?? 0,
            entry.Row.End?.ToString(), entry.Row.Reason, requests,
            [.. InOrder(entry.Outbox).Select(row => EffectOf(row, pass.Outgoing.GetValueOrDefault(row.Key)) is var effect && isReserved && ReservedTexts.MayQuote(row.Effect) ? effect with { HasPreview = false } : effect)]);
    }

    private static BoardEffect EffectOf(OutboxRow row, Outgoing? outgoing) => new(
        row.Key, EffectWords.Kind(row.Effect), EffectWords.Name(row.Effect), row.State.ToString(), row.Reason, outgoing is { Chat: not null } ? "Teams" : outgoing?.To, outgoing is not null);

    /// <summary>What was told of each request, oldest first: the journal keeps codes, the sentences lie in what was said.</summary>
    private static Dictionary<RequestReference, List<AnsweredRequest>> ToldOf(IEnumerable<BoardEntry> entries, Dictionary<string, Outgoing> outgoing) => InOrder(
            entries.SelectMany(entry => entry.Outbox))
        .Where(row => outgoing.ContainsKey(row.Key))
        .SelectMany(row => outgoing[row.Key] is var kept ? kept.Answer?.Requests ?? kept.Notice?.Requests ?? kept.Alert?.Requests ?? [] : [])
        .GroupBy(told => told.Reference).ToDictionary(all => all.Key, all => all.ToList());

    private static Dictionary<string, Finding> Sentences(IEnumerable<AnsweredRequest> told)
    {
        var last = new Dictionary<string, Finding>(StringComparer.Ordinal);
        foreach (var finding in told.SelectMany(one => one.Findings)) last[finding.Code] = finding;
        return last;
    }

    /// <summary>A request is shown whole once: under the message that asked, or where that is no longer shown, under the newest that spoke of it.</summary>
    private static Dictionary<string, string> HomesOf(IEnumerable<BoardEntry> newestFirst)
    {
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in newestFirst)
            foreach (var document in entry.Requests)
                if (document.State.Intake == entry.Row.Key || !homes.ContainsKey(document.Id.Value)) homes[document.Id.Value] = entry.Row.Key.Value;
        return homes;
    }

    private static IEnumerable<OutboxRow> InOrder(IEnumerable<OutboxRow> rows) => rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Key, StringComparer.Ordinal);

    private sealed record Pass(
        IReadOnlyDictionary<string, Outgoing> Outgoing, IReadOnlyDictionary<RequestReference, List<AnsweredRequest>> Told, IReadOnlyDictionary<string, string> Homes, bool ReadsReserved);
}
