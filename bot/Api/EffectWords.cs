using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Host.Api;

/// <summary>Names on the local page, in French, what was sent or waits to be.</summary>
internal static class EffectWords
{
    /// <summary>A stable identifier for the page.</summary>
    public static string Kind(Effect effect) => effect switch
    {
        Effect.AnswerSender => "answer",
        Effect.AnswerUnknownSender => "answer-unknown",
        Effect.AlertTechnicians alert => $"alert-{alert.Reason}",
        Effect.AlertDataProtection alert => $"alert-data-protection-{alert.Reason}",
        Effect.Notify notify => $"notify-{notify.Kind}",
        Effect.SendDigest => "digest",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What people call it.</summary>
    public static string Name(Effect effect) => effect switch
    {
        Effect.AnswerSender => "Réponse",
        Effect.AnswerUnknownSender => "Réponse neutre",
        Effect.AlertTechnicians alert => Alert("aux techniciens", alert.Reason),
        Effect.AlertDataProtection alert => Alert("à la protection des données", alert.Reason),
        Effect.Notify notify => Notice(notify.Kind) + Reader(notify),
        Effect.SendDigest digest => $"Récapitulatif {digest.Week}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Alert(string to, string code)
    {
        var reason = Typography.Set(AlertWords.Reason(code), Language.French);
        return $"Alerte {to}\u00a0: {char.ToLowerInvariant(reason[0])}{reason[1..]}";
    }

    private static string Notice(NoticeKind kind) => kind switch
    {
        NoticeKind.ApprovalNeeded => "Accord demandé",
        NoticeKind.Approved => "Accord confirmé",
        NoticeKind.ApprovalRefused => "Refus du client confirmé",
        NoticeKind.DetailsNeeded => "Précisions demandées",
        NoticeKind.Reminder => "Rappel",
        NoticeKind.ClosedUnanswered => "Clôture sans réponse annoncée",
        NoticeKind.ClockResumed => "Nouvelle date annoncée",
        NoticeKind.DueMoved => "Date déplacée annoncée",
        NoticeKind.InProgress => "Début du travail annoncé",
        NoticeKind.VisitPlanned => "Visite annoncée",
        NoticeKind.OnHold => "Attente annoncée",
        NoticeKind.HoldEnded => "Fin de l’attente annoncée",
        NoticeKind.ToBeQuoted => "Passage en devis annoncé",
        NoticeKind.Corrected => "Correction du tri annoncée",
        NoticeKind.Done => "Fin du travail annoncée",
        NoticeKind.Declined => "Refus annoncé",
        NoticeKind.Withdrawn => "Annulation confirmée",
        NoticeKind.Reopened => "Réouverture annoncée",
        NoticeKind.Reply => "Réponse du technicien",
        NoticeKind.ForYou => "Information",
        NoticeKind.BreachNotice => "Notification de violation",
        NoticeKind.RightPassedOn => "Demande de droits transmise",
        NoticeKind.RightSentOn => "Transmission annoncée",
        NoticeKind.Suspended => "Suspension annoncée",
        NoticeKind.CallWrittenDown => "Appel noté, à confirmer",
    };

    private static string Reader(Effect.Notify notify) => notify.Reader switch
    {
        Domain.Requests.Reader.Requester => " au demandeur",
        Domain.Requests.Reader.Concerned => " à la personne concernée",
        Domain.Requests.Reader.OfBreach => " au contact du client pour la protection des données ou à sa direction",
        Domain.Requests.Reader.OfRight => " au contact du client pour la protection des données ou à son administrateur",
        Domain.Requests.Reader.Approvers => " à l’administrateur ou à la direction",
    };
}
