using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>One request as the page shows it.</summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">The clock: people and who may decide are those of now.</param>
internal sealed class RequestView(EngineParts parts, TimeProvider clock)
{
    /// <summary>What every message of the request shows.</summary>
    /// <param name="document">The request.</param>
    /// <param name="told">What was last told about it; null when nothing was, or it was erased.</param>
    /// <param name="home">The message under which it is shown whole.</param>
    public static BoardRequest Short(RequestDocument document, AnsweredRequest? told, string home)
    {
        var state = document.State;
        var operation = AllOperations.Get(state.OperationId);
        var received = (RequestEvent.Received)document.Journal[0].Event;
        return new BoardRequest
        {
            Reference = state.Reference.Value,
            Category = operation.Category.Id(),
            Operation = operation.Id,
            Name = NameOf(operation),
            ConfidencePercent = (int)Math.Round(received.Confidence * 100),
            Abstained = state.Abstained,
            Urgent = state.Urgent,
            EffectiveOn = state.EffectiveOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            Verdict = state.Verdict?.Id() ?? "",
            State = state.State.ToString(),
            StateName = StateWords.Name(state.State),
            StateTone = StateWords.Tone(state.State),
            Articles = [.. operation.Articles.Select(article => article.Cited)],
            Promise = state.Promise.ToString(),
            PromiseArticle = told?.PromisedUnder?.Number,
            DueText = state.ClockRuns ? Instants.Say(state.Due!.At, Language.French) : null,
            DueAt = state.ClockRuns ? ParisTime.Of(state.Due!.At).ToString("o", CultureInfo.InvariantCulture) : null,
            Home = home,
        };
    }

    /// <summary>An operation as people read it.</summary>
    public static string NameOf(Operation operation) => Typography.Capital(Typography.Set(operation.Name, Language.French));

    /// <summary>All the rest.</summary>
    /// <param name="document">The request.</param>
    /// <param name="sentences">The sentences of its findings by code, as they were last told.</param>
    /// <param name="flags">What its message was besides its words.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<BoardLife> LifeAsync(
        RequestDocument document, IReadOnlyDictionary<string, Finding> sentences, ReadingFlags flags, CancellationToken cancellationToken)
    {
        var state = document.State;
        var now = clock.GetUtcNow();
        var customer = parts.Directory.Find(state.CustomerId, now);
        var approvers = customer is null ? [] : Approving(state, customer, ParisTime.DateOf(now));
        return new BoardLife(
            RequestFacts.Of(state, customer, parts.Settings.Engine.LifeTimes, flags),
            [.. state.Findings.Select(found => Finding(found, sentences.GetValueOrDefault(found.Code)))],
            await WrittenAsync(document, cancellationToken),
            [.. document.Journal.Select(line => new BoardLine(JournalWords.At(line.At), JournalWords.Say(line.Event, customer)))],
            ActChoices.For(state, approvers.Count > 0), approvers);
    }

    /// <summary>Those whose yes the desk takes; who asked is not among them.</summary>
    private static IReadOnlyList<BoardChoice> Approving(Request state, Customer customer, DateOnly day)
    {
        var asker = AllOperations.Get(state.OperationId).Asker;
        return
        [
            .. customer.People.Where(person => person.Id != state.PersonId && Authority.Of(customer, person, day).MaySayYes(asker))
                .Select(person => new BoardChoice(person.Id, $"{Typography.OneLine(person.Name)}, {(person.Role is Role.Direction ? "direction" : "administrateur")}")),
        ];
    }

    private static BoardFinding Finding(FoundUnder found, Finding? told)
    {
        var article = new Article(found.Article).Cited;
        if (told is null) return new BoardFinding(article, "Règle appliquée ; la phrase n’est plus gardée", OnlyFor: null);
        return new BoardFinding(article, Typography.Set(told.Text, Language.French), told.Audience switch
        {
            Audience.Everyone => null,
            Audience.Administrators => "administrateurs et techniciens",
            Audience.Technicians => "techniciens seulement",
        });
    }

    private async Task<IReadOnlyList<BoardText>> WrittenAsync(RequestDocument document, CancellationToken cancellationToken)
    {
        var written = new List<BoardText>();
        foreach (var line in document.Journal)
        {
            var (key, kind, isInternal, by) = line.Event switch
            {
                RequestEvent.DetailsAsked e => (e.TextKey, "Question au client", false, e.By),
                RequestEvent.Wrote { ToCustomer: true } e => (e.TextKey, "Réponse au client", false, e.By),
                RequestEvent.Wrote e => (e.TextKey, "Note interne", true, e.By),
                RequestEvent.Moved { TextKey: { } text } e => (text, "Motif du refus", false, e.By),
                _ => ("", "", false, Actor.Product),
            };
            if (key.Length == 0) continue;
            var words = await parts.Vault.ReadBytesAsync(key, cancellationToken);
            written.Add(new BoardText(
                kind, isInternal, Typography.OneLine(by.Id), JournalWords.At(line.At), words is null ? "(texte effacé)" : Encoding.UTF8.GetString(words)));
        }

        return written;
    }
}
