using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>
/// The steps of a request where there are buttons: the domain's sentences tell how to answer by mail, with the reference in the subject. A
/// sentence whose button is on the card gives way to one that speaks of the button; all others stay.
/// </summary>
internal static class CardSteps
{
    // How the domain's sentences tell a reader to answer in writing, in both languages.
    private static readonly ImmutableArray<string> InWriting =
        ["dans l’objet", "in the subject", "je refuse", "application SI-ONE", "SI-ONE application", "Confirmez-nous votre demande par écrit", "Confirm your request in writing"];

    private static readonly ImmutableArray<string> ByReply =
    [
        "Répondez simplement à ce message avec", "Simply reply to this message with", "Répondez simplement à ce message, en reprenant", "Simply reply to this message, using",
        "Répondez simplement à ce message.", "Simply reply to this message.", "Indiquez-nous aussi ce qui manque", "Tell us what we also need",
    ];

    /// <summary>The steps, those of the buttons first.</summary>
    public static ImmutableArray<string> Of(WordedRequest request, RequestButtons? buttons, Language language)
    {
        if (buttons is null) return request.Steps;
        var own = Own(request, buttons).Select(label => CardWords.Say(label, language)).ToImmutableArray();
        if (own.IsEmpty) return request.Steps;
        var details = Has(buttons, CardVerb.GiveDetails);
        var answered = buttons.Mail is not null || Has(buttons, CardVerb.Confirm) || Has(buttons, CardVerb.ApproveRequest) || Has(buttons, CardVerb.StillBroken);
        return [.. own, .. request.Steps.Where(step => !(answered && Speaks(step, InWriting)) && !(details && Speaks(step, ByReply)))];
    }

    private static IEnumerable<Label> Own(WordedRequest request, RequestButtons buttons)
    {
        if (buttons.Mail is not null)
            yield return new("Ouvrez le mail tout prêt et envoyez-le tel quel : c'est lui qui rend votre demande valable.",
                "Open the ready mail and send it as it is: this mail makes your request valid.");
        if (Has(buttons, CardVerb.Confirm))
            yield return new("Confirmez d'un clic ci-dessous : votre demande devient alors valable, sans rien réécrire.",
                "Confirm with one click below: your request is then valid, and there is nothing to write again.");
        if (Has(buttons, CardVerb.GiveDetails) && request.Steps.Any(step => Speaks(step, ByReply)))
            yield return new("Remplissez les champs ci-dessous, ou écrivez-nous simplement ici.", "Fill in the fields below, or simply write to us here.");
        if (Has(buttons, CardVerb.ApproveRequest))
            yield return new("Répondez avec les boutons ci-dessous. En cas de refus, la personne qui a fait la demande en sera informée.",
                "Answer with the buttons below. If you decline, the person who asked will be told.");
        if (Has(buttons, CardVerb.StillBroken))
            yield return new("Ça ne marche toujours pas ? Dites-le-nous ci-dessous : nous reprenons la demande.",
                "Still not working? Tell us below, and we will take the request up again.");
    }

    private static bool Has(RequestButtons buttons, CardVerb verb) => buttons.Actions.Any(action => action.Verb == verb);

    private static bool Speaks(string step, ImmutableArray<string> marks) => marks.Any(mark => step.Contains(mark, StringComparison.Ordinal));
}
