using System.Collections.Immutable;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>What is said when a told date changes.</summary>
internal static class ClockNotices
{
    public static NoticeText Resumed(Notice notice) => new(
        new("Votre demande reprend son cours", "Your request is under way again"),
        HasDate(notice)
            ? new("Nous avons ce qu'il nous fallait, merci : le délai court à nouveau, et voici la nouvelle date.",
                "We have what we needed, thank you: time runs again, and here is the new date.")
            : new("Nous avons ce qu'il nous fallait, merci : votre demande reprend son cours.",
                "We have what we needed, thank you: your request is under way again."))
    { Shows = Shows.Everything, Facts = Before(notice) };

    public static NoticeText Moved(Notice notice) => new(
        new("La date prévue change", "The planned date changes"),
        notice.Because switch
        {
            DueReason.CustomerUnavailable => new(
                "Nous n'avons pas encore pu convenir d'un moment avec vous : voici la nouvelle date de votre demande.",
                "We have not yet been able to agree on a time with you: here is the new date of your request."),
            DueReason.SupplierLate => new(
                "Nous attendons encore une livraison ou une réponse d'un fournisseur : voici la nouvelle date de votre demande.",
                "We are still waiting for a delivery or an answer from a supplier: here is the new date of your request."),
            DueReason.ForceMajeure => new(
                "Un événement indépendant de notre volonté nous oblige à déplacer la date de votre demande : voici la nouvelle.",
                "An event beyond our control makes us move the date of your request: here is the new one."),
            DueReason.CustomerAsked => new(
                "Comme vous l'avez demandé, la date de votre demande change : voici la nouvelle.",
                "As you asked, the date of your request changes: here is the new one."),
            DueReason.Mistake => new(
                "La date que nous vous avions indiquée était inexacte, veuillez nous en excuser : voici la bonne.",
                "The date that we had told you was wrong, for which we apologise: here is the right one."),
            null => new("La date de votre demande change : voici la nouvelle.", "The date of your request changes: here is the new one."),
        })
    {
        Shows = Shows.PromiseMoved,
        Facts = Before(notice),
        Steps =
        [
            new("Vous n'avez rien à faire. Une question ? Répondez simplement à ce message.",
                "You have nothing to do. Any question? Simply reply to this message."),
        ],
    };

    private static bool HasDate(Notice notice) => notice.Requests.Any(request => PromiseWords.Of(request, PromiseIs.Told, notice.Language) is not null);

    private static ImmutableArray<Label> Before(Notice notice) => notice.Previously is not { } before ? [] :
        [new($"Date annoncée auparavant : {Instants.Say(before, Language.French)}", $"Date given before: {Instants.Say(before, Language.English)}")];
}
