using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Intake;

/// <summary>What is asked of the sender of a message about several requests, and which of their numbered answers is to which (Art. 13).</summary>
internal static class AskedDetails
{
    /// <summary>Whether the customer owes details that the contract needs; a technician's own question is not numbered.</summary>
    public static bool AreOwed(Request state) => state is { State: RequestState.WaitingForDetails, Verdict: Verdict.AwaitDetails, AskedIn: null };

    /// <summary>The questions as our mail put them, in its order.</summary>
    public static ImmutableArray<Label> QuestionsIn(ImmutableArray<Finding> findings) => [.. findings.Where(QuestionWords.IsQuestion).Select(finding => finding.Text).Distinct()];

    /// <summary>
    /// The part of an answer that is about each request: the questions of one mail are numbered through. Null where one request alone waits for details, or
    /// nothing is numbered: then all of the message is about all of them.
    /// </summary>
    /// <param name="documents">The requests, in the order of the mail that is answered.</param>
    /// <param name="message">The answer.</param>
    public static ImmutableDictionary<RequestId, string>? Shares(ImmutableArray<RequestDocument> documents, InboundMessage message)
    {
        if (documents.Count(document => AreOwed(document.State)) < 2 || NumberedAnswers.Of(message.Text) is not { IsEmpty: false } numbered) return null;
        var shares = ImmutableDictionary<RequestId, string>.Empty;
        var number = 0;
        foreach (var document in documents)
        {
            for (var left = AskedAtFirst(document); left > 0; left--)
                if (numbered.TryGetValue(++number, out var text)) shares = shares.SetItem(document.Id, shares.TryGetValue(document.Id, out var said) ? $"{said}\n{text}" : text);
        }

        return shares.IsEmpty ? null : shares;
    }

    // What was answered since keeps its numbers: the mail that is answered still shows them.
    private static int AskedAtFirst(RequestDocument document) =>
        document.Journal.Select(entry => entry.Event).OfType<RequestEvent.Decided>().FirstOrDefault() is
        { Verdict: Verdict.AwaitDetails or Verdict.AwaitApproval or Verdict.Draft } decided
            ? decided.Findings.Count(found => QuestionWords.AsksFor(found.Code))
            : 0;
}
