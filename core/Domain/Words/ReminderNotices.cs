using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>What is said when an answer is still waited for, and when none came. Whose answer it was is nobody's fault.</summary>
internal static class ReminderNotices
{
    public static NoticeText Reminder(Notice notice) => (notice.Requests[0].Verdict, notice.ReaderIsAdministrator) switch
    {
        (Verdict.AwaitApproval, true) => new(
            new("Votre accord est toujours attendu", "Your approval is still needed"),
            Politely(notice, "la demande ci-dessous attend votre accord.", "the request below waits for your approval."))
        {
            Stands = ApprovalNotices.Waiting,
            TitleLabel = new("La demande", "The request"),
            Shows = Shows.Notes,
            Steps = [.. ApprovalNotices.Answers(notice), .. Until(notice)],
        },
        (Verdict.AwaitApproval, false) => new(
            new("Votre demande attend toujours un accord", "Your request still waits for approval"),
            Politely(notice, "votre demande attend toujours l'accord de votre administrateur ou de votre direction.",
                "your request still waits for the approval of your administrator or your management."))
        {
            Steps =
            [
                new($"Vous pouvez leur en parler, en citant la référence {notice.Requests[0].Reference}.",
                    $"You can tell them about it, quoting the reference {notice.Requests[0].Reference}."),
                .. Until(notice),
            ],
        },
        (Verdict.Draft, _) => new(
            new("Votre demande est toujours à confirmer", "Your request is still to be confirmed"),
            Politely(notice, "il reste une étape pour que votre demande soit valable.", "one step is left to make your request valid."))
        {
            Shows = Shows.Questions,
            Steps = [StepWords.ToConfirm(notice.Requests[0]), .. StepWords.Starts(notice.Requests[0]), .. Until(notice)],
        },
        _ => new(
            new("Votre demande attend toujours des précisions", "Your request still needs a few details"),
            string.IsNullOrWhiteSpace(notice.Said)
                ? Politely(notice, "il nous manque encore quelques précisions pour traiter votre demande.",
                    "we still need a few details to handle your request.")
                : Politely(notice, "un technicien attend encore votre réponse à la question ci-dessous.",
                    "a technician still waits for your answer to the question below."))
        {
            Stands = (Tone.Waiting, new("Précisions attendues", "Details needed")),
            SaidLabel = new("La question du technicien", "The technician's question"),
            Shows = Shows.Questions,
            Steps =
            [
                new("Répondez simplement à ce message.", "Simply reply to this message."), .. StepWords.Stands(notice.Requests[0]), .. Until(notice),
            ],
        },
    };

    /// <summary>The words in a reminder are the question that a technician put to this very reader.</summary>
    public static bool RepeatsQuestion(Notice notice) =>
        notice.Kind is NoticeKind.Reminder && notice.Requests[0].Verdict is not (Verdict.AwaitApproval or Verdict.Draft);

    public static NoticeText ClosedUnanswered(Notice notice) => new(
        new("Votre demande est close", "Your request is closed"),
        new("Sans réponse à ce jour, nous avons clos cette demande.", "As no answer has come so far, we have closed this request."))
    {
        Stands = (Tone.Aside, new("Close", "Closed")),
        Steps =
        [
            new("Elle est toujours d'actualité ? Envoyez-nous une nouvelle demande, en rappelant la référence "
                + $"{notice.Requests[0].Reference} : nous la reprendrons volontiers.",
                $"Do you still need it? Send us a new request, quoting the reference {notice.Requests[0].Reference}: "
                + "we will gladly take it up again."),
            new("Sinon, vous n'avez rien à faire.", "Otherwise you have nothing to do."),
        ],
    };

    private static Label Politely(Notice notice, string fr, string en) => notice.Number < 2
        ? new($"Nous revenons vers vous : {fr}", $"We are getting back to you: {en}")
        : new($"Nous nous permettons de revenir vers vous : {fr}", $"Allow us to come back to you: {en}");

    private static ImmutableArray<Label> Until(Notice notice) => notice.At is not { } at ? [] :
    [
        new($"Sans réponse, cette demande sera close {Instants.Say(at, Language.French)} ; elle pourra toujours nous être adressée à nouveau.",
            $"Without an answer this request will be closed on {Instants.Say(at, Language.English)}; it can always be sent to us again."),
    ];
}
