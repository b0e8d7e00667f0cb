using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>Puts into mails where their reader confirms a draft by one click. A card in a chat has a button of its own.</summary>
internal static class DraftLinks
{
    /// <summary>The same words with a link beside each draft of the reader's own; unchanged where the reader is somebody else, unproven, or reads it in a chat.</summary>
    public static Outgoing WithLinks(this Outgoing outgoing, Effect effect, ConfirmationLinks links)
    {
        var byMail = outgoing.Chat is null;
        return effect switch
        {
            Effect.AnswerSender answer when outgoing.Answer is { } told =>
                outgoing with { Answer = told with { Requests = Linked(told.Requests, answer.Requests, byMail && !told.ReaderIsThirdParty, links) } },
            Effect.AnswerSender call when outgoing.Notice is { } told =>
                outgoing with { Notice = told with { Requests = Linked(told.Requests, call.Requests, byMail && !told.ReaderIsThirdParty, links) } },
            Effect.Notify { Kind: NoticeKind.Reminder, Reader: Reader.Requester } reminder when outgoing.Notice is { } told =>
                outgoing with { Notice = told with { Requests = Linked(told.Requests, [reminder.Request], byMail && !told.ReaderIsThirdParty, links) } },
            _ => outgoing,
        };
    }

    private static ImmutableArray<AnsweredRequest> Linked(
        ImmutableArray<AnsweredRequest> told, ImmutableArray<RequestId> requests, bool opens, ConfirmationLinks links) => told.Length != requests.Length
            ? told
            : [.. told.Zip(requests, (one, id) => one with
            {
                ConfirmAt = opens && one is { Verdict: Verdict.Draft, DetailsWithheld: false } ? links.For(id) : null,
            })];
}
