using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>Puts into mails where their reader confirms a draft, or says yes or no, by one click. A card in a chat has buttons of its own.</summary>
internal static class MailLinks
{
    /// <summary>
    /// The same words with a link beside each draft of the reader's own, and beside what waits for their yes; unchanged where the reader is somebody
    /// else, unproven, or reads it in a chat.
    /// </summary>
    public static Outgoing WithLinks(this Outgoing outgoing, Effect effect, ConfirmationLinks links)
    {
        ImmutableArray<RequestId> about = effect switch
        {
            Effect.AnswerSender answer => answer.Requests,
            Effect.Notify { Kind: NoticeKind.Reminder, Reader: Reader.Requester } reminder => [reminder.Request],
            _ => [],
        };
        return outgoing with
        {
            Answer = outgoing.Answer is { } told ? told with { Requests = Linked(told.Requests, about, ByItsOwner(told.ReaderIsThirdParty), links) } : null,
            Notice = outgoing.Notice is { } notice ? notice with { Requests = Asked(outgoing, Linked(notice.Requests, about, ByItsOwner(notice.ReaderIsThirdParty), links), links) } : null,
        };

        bool ByItsOwner(bool byThirdParty) => outgoing.Chat is null && !byThirdParty;
    }

    private static ImmutableArray<AnsweredRequest> Asked(Outgoing outgoing, ImmutableArray<AnsweredRequest> told, ConfirmationLinks links) =>
        outgoing is { Chat: null, Asks: { } ask } && told is [var only] ? [only with { DecideAt = links.For(ask) }] : told;

    private static ImmutableArray<AnsweredRequest> Linked(
        ImmutableArray<AnsweredRequest> told, ImmutableArray<RequestId> requests, bool byItsOwner, ConfirmationLinks links) => told.Length != requests.Length
            ? told
            : [.. told.Zip(requests, (one, id) => one with
            {
                ConfirmAt = byItsOwner && one is { Verdict: Verdict.Draft, DetailsWithheld: false } ? links.For(id) : null,
            })];
}
