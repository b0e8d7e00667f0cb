using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>Makes the local page's content from the projection and the sealed texts.</summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">The clock: customers are shown as of now.</param>
internal sealed class BoardReader(EngineParts parts, TimeProvider clock)
{
    private const int Shown = 60;

    public async Task<BoardAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var revision = parts.Board.Revision;
        var counts = parts.Board.Counts();
        var messages = new List<BoardMessage>();
        foreach (var entry in parts.Board.Newest(Shown)) messages.Add(await MessageAsync(entry, cancellationToken));
        return new BoardAnswer(
            revision, parts.Settings.Demo, parts.Settings.Engine.ObserveOnly, parts.Settings.Engine.SupportAddress.Value, Customers(),
            new BoardCounts(counts.Seen, counts.Waiting, counts.Requests, counts.FollowUps, counts.Refused, counts.Ignored, counts.Quarantined),
            messages);
    }

    private IReadOnlyList<BoardCustomer> Customers() => !parts.Settings.Demo ? [] :
    [
        .. parts.Directory.All(clock.GetUtcNow()).OrderBy(customer => customer.Subscription.Level).Select(customer => new BoardCustomer(
            customer.Id, customer.Name, customer.Subscription.Level.ToString(), customer.TenantId?.ToString(),
            [.. customer.People.Select(person => new BoardPerson(person.Name, person.Addresses[0].Value, person.Role.ToString()))])),
    ];

    private async Task<BoardMessage> MessageAsync(BoardEntry entry, CancellationToken cancellationToken)
    {
        var text = await KeptText.ReadAsync(parts.Vault, entry.Row.Key, cancellationToken);
        var customer = entry.Requests.IsEmpty ? null : parts.Directory.Find(entry.Requests[0].State.CustomerId, entry.Row.ReceivedAt);
        var findings = new Dictionary<RequestReference, AnsweredRequest>();
        var effects = new List<BoardEffect>();
        foreach (var row in entry.Outbox.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            var outgoing = await Outgoing.ReadAsync(parts.Vault, row.Key, cancellationToken);
            foreach (var answered in outgoing?.Answer?.Requests ?? []) findings[answered.Reference] = answered;
            effects.Add(new BoardEffect(row.Key, KindOf(row.Effect), row.State.ToString(), row.Reason, outgoing?.To, outgoing is not null));
        }

        return new BoardMessage(
            entry.Row.Key.Value, entry.Row.Channel.ToString(), Instants.Say(entry.Row.ReceivedAt, Language.French), text?.From, text?.FromName, customer?.Name,
            customer?.Subscription.Level.ToString(), text?.Subject ?? "", text?.Text ?? "", text?.Attachments ?? [], text?.MaskedSecrets ?? 0,
            entry.Row.End?.ToString(), entry.Row.Reason,
            [.. entry.Requests.OrderBy(d => entry.Row.Requests.IndexOf(d.Id)).Select(d => RequestOf(d, findings.GetValueOrDefault(d.State.Reference)))],
            effects);
    }

    private static BoardRequest RequestOf(RequestDocument document, AnsweredRequest? answered)
    {
        var state = document.State;
        var operation = AllOperations.Get(state.OperationId);
        var received = document.Journal.Select(entry => entry.Event).OfType<RequestEvent.Received>().First();
        var due = state.Due is null ? null : Instants.Say(state.Due.At, Language.French);
        return new BoardRequest(
            state.Reference.Value, operation.Category.Id(), operation.Id, Typography.Capital(Typography.Set(operation.Name, Language.French)), (int)Math.Round(received.Confidence * 100),
            state.Abstained, state.Urgent, state.EffectiveOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), state.Verdict!.Value.Id(),
            [.. operation.Articles.Select(article => article.Cited)], Findings(state, answered), state.Promise.ToString(), answered?.PromisedUnder?.Number, state.ClockRuns ? due : null,
            state.ClockRuns ? ParisTime.Of(state.Due!.At).ToString("o", CultureInfo.InvariantCulture) : null, state.ClockRuns ? null : due);
    }

    /// <summary>With their sentences where the answer still has them; the journal keeps code and article for ever.</summary>
    private static ImmutableArray<BoardFinding> Findings(Request state, AnsweredRequest? answered) => answered is { Findings.IsEmpty: false }
        ? [.. answered.Findings.Select(finding => new BoardFinding(finding.Code, finding.Article.Cited, finding.Text.Fr))]
        : [.. state.Findings.Select(finding => new BoardFinding(finding.Code, new Article(finding.Article).Cited, ""))];

    private static string KindOf(Effect effect) => effect switch
    {
        Effect.AnswerSender => "answer",
        Effect.AnswerUnknownSender => "answer-unknown",
        Effect.AlertTechnicians alert => $"alert-{alert.Reason}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
