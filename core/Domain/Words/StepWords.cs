using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says what happens next and what the reader can do.</summary>
internal static class StepWords
{
    private const string ByMailCode = "mail-required";
    private const string ByApplication = "application-required";

    /// <summary>The steps, in order; at least one.</summary>
    public static ImmutableArray<string> Of(AnsweredRequest request, ReaderOf reader) =>
        [.. Emergency(request).Concat(Steps(request, reader)).Select(step => Typography.Set(step, reader.Language))];

    /// <summary>A technician prepares a quote.</summary>
    public static Label ToQuote { get; } = new(
        "Un technicien prépare la suite avec votre administrateur ou votre direction. Rien n'est engagé sans leur accord.",
        "A technician prepares the next step with your administrator or your management. Nothing goes ahead without their approval.");

    /// <summary>
    /// The one step that makes a draft valid. Art. 3: with Standard the mail is what counts; Art. 9: with Premium and Sérénité, the
    /// application. Where no finding tells which, no channel is named.
    /// </summary>
    public static Label ToConfirm(AnsweredRequest request) =>
        !Has(request, ByApplication) && !Has(request, ByMailCode)
            ? new($"Confirmez-nous votre demande par écrit, comme votre contrat le prévoit, en citant la référence {request.Reference} : "
                + "elle devient alors valable.",
                $"Confirm your request in writing, as your contract provides, with the reference {request.Reference}: it is then valid.")
        : ByMail(request)
            ? new($"Répondez à ce message, même d'un simple « je confirme », en gardant la référence {request.Reference} "
                + "dans l'objet : ce mail rend votre demande valable.",
                $"Reply to this message, a simple “je confirme” (I confirm) will do, and keep the reference {request.Reference} "
                + "in the subject: this mail makes your request valid.")
        : IsByClick(request)
            ? new("Confirmez-la en un clic, ci-dessous : elle devient alors valable, sans rien réécrire.",
                "Confirm it in one click, below: it is then valid, and there is nothing to write again.")
            : new($"Confirmez votre demande dans l'application SI-ONE, en citant la référence {request.Reference} : "
                + "elle devient alors valable, sans rien réécrire.",
                $"Confirm your request in the SI-ONE application, with the reference {request.Reference}: "
                + "it is then valid, and there is nothing to write again.");

    /// <summary>What makes a draft valid by one click (Art. 9), or opens what waits for the reader's own yes; null where that takes something else.</summary>
    public static WordedLink? ToOpen(AnsweredRequest request, Language language) => request switch
    {
        { Verdict: Verdict.Draft } when IsByClick(request) => new(Typography.Set(new Label("Confirmer ma demande", "Confirm my request"), language), request.ConfirmAt!),
        { Verdict: Verdict.AwaitApproval, DecideAt: { } address } => new(Typography.Set(new Label("Voir la demande et répondre", "See the request and answer"), language), address),
        _ => null,
    };

    /// <summary>From when the hours of a draft run; nothing where none are promised.</summary>
    public static IEnumerable<Label> Starts(AnsweredRequest request)
    {
        if (request.Promise is not Promise.Commitment) yield break;
        var hours = request.Hours.ToString(CultureInfo.InvariantCulture) + Typography.NoBreakSpace;
        yield return new(
            $"Le délai de {hours}h commence à la réception de votre confirmation.",
            $"The {hours}hours start when your confirmation is received.");
    }

    /// <summary>Our way of counting while the customer owes an answer; said so, and attributed to no article.</summary>
    public static IEnumerable<Label> Stands(AnsweredRequest request) => request.Promise is Promise.None || !request.Paused ? [] :
    [
        new("Nous ne comptons pas de délai pendant cette attente ; la date vous sera confirmée ensuite.",
            "We count no time while this is waiting; the date will be confirmed to you afterwards."),
    ];

    // The alert goes out whatever the verdict is.
    private static IEnumerable<Label> Emergency(AnsweredRequest request)
    {
        if (request is { Abstained: false, DetailsWithheld: false } && AllOperations.Get(request.OperationId).Emergency)
            yield return new("Nos techniciens sont alertés dès maintenant.", "Our technicians are being alerted right now.");
    }

    private static IEnumerable<Label> Steps(AnsweredRequest request, ReaderOf reader)
    {
        var outcome = Outcome.Of(request);
        if (outcome == Outcome.Received || (reader.FollowUp && AnsweredByMail(request)))
            return [new("Un technicien lit votre message et revient vers vous.", "A technician reads your message and will get back to you.")];
        return request.Verdict switch
        {
            Verdict.Terminated =>
            [
                new("Votre administrateur ou votre direction peut nous écrire, par exemple au sujet de vos données sauvegardées.",
                    "Your administrator or your management can write to us, for instance about your backed-up data."),
            ],
            Verdict.Suspended => [Suspended(reader.IsAdministrator)],
            Verdict.Quote => [ToQuote],
            Verdict.Draft => [ToConfirm(request), .. DetailsToo(request, reader), .. Starts(request)],
            Verdict.ProveIdentity =>
            [
                new("Un technicien vous appelle à un numéro que nous connaissons déjà : vous n'avez rien à faire.",
                    "A technician calls you at a number that we already know: you have nothing to do."),
                new("Ne donnez aucun mot de passe au téléphone : nous n'en avons pas besoin pour vous reconnaître.",
                    "Give no password over the phone: we do not need one to recognise you."),
                .. Stands(request),
            ],
            Verdict.AwaitApproval => [.. ToApprove(request), .. DetailsToo(request, reader), .. Stands(request)],
            Verdict.AwaitDetails => [ToComplete(request, reader), .. Stands(request)],
            _ => [Accepted(request)],
        };
    }

    /// <summary>Whom to talk to about a suspension: only an administrator is told to reach us for the management.</summary>
    public static Label Suspended(bool toAdministrator) => toAdministrator
        ? new("Votre direction peut nous joindre pour en parler ; nous reprendrons votre demande à la fin de la suspension.",
            "Your management can reach us to talk about it; we will take your request up again when the suspension ends.")
        : new("Merci d'en parler à votre administrateur, qui peut nous contacter.", "Please tell your administrator, who can contact us.");

    // What is asked or cannot be promised in the findings must not be gainsaid here.
    private static Label Accepted(AnsweredRequest request) =>
        !RequestWords.Understood(request) ? Taken
        : AllOperations.Get(request.OperationId).Emergency ? new("Un technicien s'en occupe en priorité.", "A technician is handling it as a priority.")
        : Has(request, "mailbox-fate")
            ? new("Répondez à ce message pour nous dire ce que devient la boîte ; un technicien s'occupe du reste.",
                "Reply to this message to tell us what becomes of the mailbox; a technician takes care of the rest.")
        : Has(request, "no-recovery-point")
            ? new("Un technicien vérifie ce qui peut être retrouvé et revient vers vous.",
                "A technician checks what can be recovered and gets back to you.")
        : Has(request, "out-of-hours")
            ? new("Vous n'avez rien à faire : un technicien s'en occupe dès la reprise du service.",
                "You have nothing to do: a technician takes care of it as soon as service hours begin again.")
        : Taken;

    private static Label Taken { get; } = new(
        "Vous n'avez rien à faire : un technicien s'en occupe.", "You have nothing to do: a technician is taking care of it.");

    private static bool Has(AnsweredRequest request, string code) => request.Findings.Any(finding => finding.Code == code);

    private static Label ToComplete(AnsweredRequest request, ReaderOf reader) => QuestionWords.Of(request, reader.Language).Length switch
    {
        0 => new("Répondez simplement à ce message avec ces précisions.", "Simply reply to this message with these details."),
        1 => new("Répondez simplement à ce message avec cette précision.", "Simply reply to this message with this detail."),
        _ => new("Répondez simplement à ce message, en reprenant les numéros.", "Simply reply to this message, using the same numbers."),
    };

    private static IEnumerable<Label> DetailsToo(AnsweredRequest request, ReaderOf reader)
    {
        if (!reader.FollowUp && !QuestionWords.Of(request, reader.Language).IsEmpty)
            yield return new("Indiquez-nous aussi ce qui manque, en réponse à ce message : vous gagnerez du temps.",
                "Tell us what we also need, in reply to this message: it will save you time.");
    }

    // Whoever must use the application confirms there.
    private static bool ByMail(AnsweredRequest request) => Has(request, ByMailCode) && !Has(request, ByApplication);

    // Who has to write a mail does not make it valid by opening a page.
    private static bool IsByClick(AnsweredRequest request) => request.ConfirmAt is not null && Has(request, ByApplication);

    // A later message may be the very answer that was waited for.
    private static bool AnsweredByMail(AnsweredRequest request) =>
        request.Verdict is Verdict.AwaitDetails || (request.Verdict is Verdict.Draft && ByMail(request));

    private static IEnumerable<Label> ToApprove(AnsweredRequest request)
    {
        var direction = AllOperations.Get(request.OperationId).Asker is Asker.Direction && !request.DetailsWithheld;
        yield return direction
            ? new("Nous demandons l'accord de votre direction.", "We are asking your management for approval.")
            : new("Nous demandons l'accord de votre administrateur ou de votre direction.",
                "We are asking your administrator or your management for approval.");
        yield return direction
            ? new($"Vous pouvez aussi en parler à votre direction, en citant la référence {request.Reference}.",
                $"You can also tell your management about it, quoting the reference {request.Reference}.")
            : new($"Vous pouvez aussi leur en parler, en citant la référence {request.Reference}.",
                $"You can also tell them about it, quoting the reference {request.Reference}.");
    }
}
