using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>What a customer's buttons are called, and what they open.</summary>
internal static class CustomerButtons
{
    /// <summary>The buttons of a request, the ready mail first.</summary>
    public static IEnumerable<AdaptiveAction> Of(RequestButtons buttons, Language language)
    {
        if (buttons.Mail is { } mail)
            yield return new ActionOpenUrl { Title = CardWords.Say(new("Ouvrir le mail tout prêt", "Open the ready mail"), language), Style = ActionStyle.Positive, Url = mail.Url };
        foreach (var action in buttons.Actions) yield return Of(action, language);
    }

    private static AdaptiveAction Of(CardAction action, Language language)
    {
        return action.Verb switch
        {
            CardVerb.Confirm => Buttons.Execute(action, Say("Confirmer la demande", "Confirm the request"), ActionStyle.Positive),
            CardVerb.GiveDetails => Buttons.Send(action, Say("Envoyer ces précisions", "Send these details"), ActionStyle.Positive),
            CardVerb.ApproveRequest => Buttons.Execute(action, Say("Donner mon accord", "Approve"), ActionStyle.Positive),
            CardVerb.RefuseRequest => Buttons.Form(
                action, Say("Refuser", "Decline"),
                [Words("Le motif, si vous souhaitez l'indiquer à la personne", "The reason, if you wish to tell the person", required: false)],
                Say("Confirmer le refus", "Confirm the refusal"), ActionStyle.Destructive),
            CardVerb.CorrectRequest => Buttons.Form(
                action, Say("Corriger", "Correct"),
                [Words("Dites-nous ce qu'il faut comprendre", "Tell us what you meant", required: true)], CardWords.Say(CardWords.Send, language)),
            CardVerb.StillBroken => Buttons.Form(
                action, Say("Ça ne marche toujours pas", "Still not working"),
                [Words("Un détail utile, comme un message d'erreur", "A useful detail, such as an error message", required: false)],
                Say("Rouvrir la demande", "Reopen the request")),
            CardVerb.Withdraw => Buttons.Ask(
                action, Say("Annuler la demande", "Cancel the request"),
                Say("Annuler cette demande ? Nous n'y donnerons pas suite.", "Cancel this request? We will take it no further."), Say("Oui, annuler", "Yes, cancel")),
            CardVerb.Settled => Buttons.Execute(action, Say("C'est réglé, merci", "It works, thank you")),
            CardVerb.Show => Buttons.Execute(action, CardWords.Say(CardWords.Open, language)),
            CardVerb.Refresh => Buttons.Execute(action, Say("Actualiser", "Refresh")),
            _ => throw new ArgumentException($"A customer cannot press \"{action.Verb.Text()}\".", nameof(action)),
        };

        string Say(string fr, string en) => CardWords.Say(new Label(fr, en), language);
        InputText Words(string fr, string en, bool required) => Inputs.Words(action, Say(fr, en), language, required);
    }
}
