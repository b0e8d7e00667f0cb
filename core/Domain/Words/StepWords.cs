using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says what happens next and what the reader can do.</summary>
internal static class StepWords
{
    /// <summary>The steps, in order; at least one.</summary>
    public static ImmutableArray<string> Of(AnsweredRequest request, bool followUp, Language language) =>
        [.. Emergency(request).Concat(Steps(request, followUp)).Select(step => Typography.Set(step, language))];

    // The alert goes out whatever the verdict is.
    private static IEnumerable<Label> Emergency(AnsweredRequest request)
    {
        if (request is { Abstained: false, DetailsWithheld: false } && AllOperations.Get(request.OperationId).Emergency)
            yield return new("Nos techniciens sont alertés dès maintenant.", "Our technicians are being alerted right now.");
    }

    private static IEnumerable<Label> Steps(AnsweredRequest request, bool followUp)
    {
        var outcome = Outcome.Of(request);
        if (outcome == Outcome.Received || (followUp && AnsweredByMail(request)))
            return [new("Un technicien lit votre message et revient vers vous.", "A technician reads your message and will get back to you.")];
        return request.Verdict switch
        {
            Verdict.Terminated =>
            [
                new("Votre administrateur ou votre direction peut nous écrire, par exemple au sujet de vos données sauvegardées.",
                    "Your administrator or your management can write to us, for instance about your backed-up data."),
            ],
            Verdict.Suspended =>
            [
                new("Merci d'en parler à votre administrateur, qui peut nous contacter.",
                    "Please tell your administrator, who can contact us."),
            ],
            Verdict.Quote =>
            [
                new("Un technicien prépare la suite avec votre administrateur ou votre direction. Rien n'est engagé sans leur accord.",
                    "A technician prepares the next step with your administrator or your management. Nothing goes ahead without their approval."),
            ],
            Verdict.Draft => [ToConfirm(request), .. Starts(request)],
            Verdict.ProveIdentity =>
            [
                new("Un technicien vous appelle à un numéro que nous connaissons déjà : vous n'avez rien à faire.",
                    "A technician calls you at a number that we already know: you have nothing to do."),
                new("Ne donnez aucun mot de passe au téléphone : nous n'en avons pas besoin pour vous reconnaître.",
                    "Give no password over the phone: we do not need one to recognise you."),
                .. Stands(request),
            ],
            Verdict.AwaitApproval => [ToApprove(request), .. Stands(request)],
            Verdict.AwaitDetails =>
            [
                new("Répondez simplement à ce message avec ces précisions.", "Simply reply to this message with these details."),
                .. Stands(request),
            ],
            _ => [new("Vous n'avez rien à faire : un technicien s'en occupe.", "You have nothing to do: a technician is taking care of it.")],
        };
    }

    // Art. 3: with Standard the mail is what counts; Art. 9: with Premium and Sérénité, the application.
    private static Label ToConfirm(AnsweredRequest request) =>
        ByMail(request)
            ? new($"Répondez à ce message, même d'un simple « je confirme », en gardant la référence {request.Reference} "
                + "dans l'objet : ce mail rend votre demande valable.",
                $"Reply to this message, a simple “I confirm” will do, and keep the reference {request.Reference} "
                + "in the subject: this mail makes your request valid.")
            : new($"Confirmez-la dans l'application SI-ONE en citant la référence {request.Reference} : "
                + "elle devient alors valable, sans rien réécrire.",
                $"Confirm it in the SI-ONE application with the reference {request.Reference}: "
                + "it is then valid, and there is nothing to write again.");

    private static bool ByMail(AnsweredRequest request) =>
        request.Findings.Any(finding => finding is { LeadsTo: Verdict.Draft, Article.Number: "3" });

    // A later message may be the very answer that was waited for.
    private static bool AnsweredByMail(AnsweredRequest request) =>
        request.Verdict is Verdict.AwaitDetails || (request.Verdict is Verdict.Draft && ByMail(request));

    private static IEnumerable<Label> Starts(AnsweredRequest request) => request.Promise is not Promise.Commitment ? [] :
    [
        new("Le délai de 48 heures commence à la réception de cette demande écrite.",
            "The 48 hours start when this written request is received."),
    ];

    private static Label ToApprove(AnsweredRequest request) => request.DetailsWithheld
        ? new($"Vous pouvez en parler à votre administrateur ou à votre direction, en citant la référence {request.Reference}.",
            $"You can tell your administrator or your management about it, quoting the reference {request.Reference}.")
        : AllOperations.Get(request.OperationId).Asker is Asker.Direction
        ? new("L'article 14 prévoit ces mises à jour « sur demande de la direction » : "
            + $"vous pouvez en parler à votre direction, en citant la référence {request.Reference}.",
            "Article 14 provides for these updates “sur demande de la direction” (at the request of management): "
            + $"you can tell your management about it, quoting the reference {request.Reference}.")
        : new("C'est la règle de votre entreprise : "
            + $"vous pouvez en parler à votre administrateur ou à votre direction, en citant la référence {request.Reference}.",
            "This is your company's rule: "
            + $"you can tell your administrator or your management about it, quoting the reference {request.Reference}.");

    // Our way of counting while the customer owes an answer; said so, and attributed to no article.
    private static IEnumerable<Label> Stands(AnsweredRequest request) => request.Promise is Promise.None ? [] :
    [
        new("Nous ne comptons pas de délai pendant cette attente ; la date vous sera confirmée ensuite.",
            "We count no time while this is waiting; the date will be confirmed to you afterwards."),
    ];
}
