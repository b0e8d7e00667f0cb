using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>Short ways to say a request, and to read what is said of it.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Received = new(2026, 11, 24, 13, 10, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset In48Hours = Received.AddHours(48);

    public static AnsweredRequest Request(Operation operation, Verdict verdict = Verdict.Accepted, params ImmutableArray<Finding> findings) => new()
    {
        Reference = new("SI-7K3M-9QXA"),
        OperationId = operation.Id,
        ReceivedAt = Received,
        Verdict = verdict,
        Promise = operation.Promise,
        Due = verdict is Verdict.Accepted ? new Due(In48Hours, In48Hours, In48Hours) : null,
        Findings = findings,
        PromisedUnder = new("14"),
    };

    public static Finding Finding(string code, Verdict? leadsTo, string text, string article = "14") =>
        new(code, new Article(article), leadsTo, new Label(text, text));

    public static Finding Missing(string what, string text) => Finding($"missing-{what}", Verdict.AwaitDetails, text, "13");

    public static WordedRequest Say(AnsweredRequest request, bool administrator = false) =>
        new Answer { Requests = [request], ReaderIsAdministrator = administrator }.Say().Requests[0];

    /// <summary>Every sentence that anybody reads.</summary>
    public static IEnumerable<string> Sentences(WordedAnswer answer) =>
        new[] { answer.Subject, answer.Greeting, answer.Opening, answer.Advice, answer.Closing, answer.Contact, answer.Automatic, answer.Said?.Label }
            .Concat(answer.Said?.Lines ?? [])
            .Concat(answer.Requests.SelectMany(request => new[] { request.Status, request.TitleLabel, request.Title, request.Lead,
                    request.Promise?.Label, request.Promise?.Line, request.QuestionsLabel, request.ReasonsLabel, request.NotesLabel, request.StepsLabel }
                .Concat(request.Facts).Concat(request.Questions.Select(question => question.Text)).Concat(request.Steps).Concat(request.Promise?.Notes ?? [])
                .Concat(request.Reasons.Concat(request.Notes).SelectMany(reason => new[] { reason.Text, reason.Citation }))))
            .OfType<string>();

    public static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
