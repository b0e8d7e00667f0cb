using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>A detail that a form asks for.</summary>
public enum FormField
{
    /// <summary>Somebody of the company: picked, or written where the directory does not know them.</summary>
    Person,

    /// <summary>Somebody who is not there yet: written.</summary>
    NewPerson,

    /// <summary>A mailbox: its address, or whose it is.</summary>
    Mailbox,

    /// <summary>The effective date (Art. 13).</summary>
    EffectiveDate,

    /// <summary>What becomes of a closed mailbox (Art. 14).</summary>
    MailboxFate,

    /// <summary>Anything else, in free words.</summary>
    Details,
}

/// <summary>Which inputs fit what a request lacks.</summary>
public static class FormFields
{
    /// <summary>The fields for a request's findings, in their order; free words where nothing better fits. Never empty.</summary>
    public static ImmutableArray<FormField> Of(AnsweredRequest request)
    {
        if (request.Abstained || request.DetailsWithheld) return [FormField.Details];
        var operation = AllOperations.Get(request.OperationId);
        var fields = request.Findings.Select(finding => Of(finding.Code, operation)).OfType<FormField>().Distinct().ToImmutableArray();
        if (fields.IsEmpty) return [FormField.Details];
        return operation.EffectiveDate is not EffectiveDate.None && request.EffectiveOn is null ? fields.Add(FormField.EffectiveDate) : fields;
    }

    private static FormField? Of(string finding, Operation operation) => finding switch
    {
        "missing-person" => operation.Id == LicenceOperations.Arrival.Id ? FormField.NewPerson : FormField.Person,
        "which-person" => FormField.Person,
        "missing-mailbox" => FormField.Mailbox,
        "mailbox-fate" => FormField.MailboxFate,
        _ => null,
    };

    // Not required here: a form in the body would stop every other form of the card. What is missing is asked again.
    internal static IEnumerable<CardElement> Inputs(FormField field, CardAction action, Language language) => field switch
    {
        FormField.Person =>
        [
            new InputChoiceSet
            {
                Id = CardInput.Person.Id(action), Label = CardWords.Say(WhoIsIt, language), Placeholder = CardWords.Say(Search, language),
                // A client without the search has this choice alone; the renderer wants one.
                Choices = [new Choice(CardWords.Say(SomebodyElse, language), CardInputs.SomebodyElse)],
                Data = new DataQuery(DataQuery.Users),
            },
            Layout.Inputs.Line(CardInput.Name, action, CardWords.Say(OrTheName, language)),
            Blocks.Subtle(CardWords.Text(WhenNamed, language)),
        ],
        FormField.NewPerson => [Layout.Inputs.Line(CardInput.Name, action, CardWords.Say(FullName, language))],
        FormField.Mailbox => [Layout.Inputs.Line(CardInput.Mailbox, action, CardWords.Say(WhichMailbox, language), style: TextInputStyle.Email)],
        FormField.EffectiveDate => [Layout.Inputs.Day(action, CardWords.Say(FromWhen, language), language, required: false)],
        FormField.MailboxFate =>
        [
            Layout.Inputs.Choose(
                CardInput.Fate, action, CardWords.Say(WhatBecomes, language),
                CardInputs.Fates.Select(fate => new Choice(CardWords.Say(fate == "close" ? Closed : Shared, language), fate)), language, required: false),
        ],
        FormField.Details => [Layout.Inputs.Words(action, CardWords.Say(YourDetails, language), language, required: false)],
    };

    private static Label WhoIsIt { get; } = new("La personne concernée", "The person concerned");

    private static Label SomebodyElse { get; } = new("Quelqu'un d'autre", "Somebody else");

    private static Label Search { get; } = new("Cherchez un nom", "Search for a name");

    private static Label OrTheName { get; } = new("… ou son nom complet, si vous ne la trouvez pas", "… or the full name, if you cannot find them");

    private static Label WhenNamed { get; } = new(
        "Écrivez aussi son nom si nous ne la connaissons pas encore : un compte seul ne nous dit pas qui elle est.",
        "Please write the name too if we do not know them yet: an account alone does not tell us who they are.");

    private static Label FullName { get; } = new("Nom complet de la personne concernée", "Full name of the person concerned");

    private static Label WhichMailbox { get; } = new(
        "Adresse exacte de la boîte, ou nom complet de la personne à qui elle appartient", "Exact address of the mailbox, or full name of the person whose it is");

    private static Label FromWhen { get; } = new("Date effective, si vous la connaissez", "Effective date, if you know it");

    private static Label WhatBecomes { get; } = new("Que devient la boîte ?", "What becomes of the mailbox?");

    private static Label Closed { get; } = new("Elle est fermée", "It is closed");

    private static Label Shared { get; } = new("Elle est conservée en boîte partagée", "It is kept as a shared mailbox");

    private static Label YourDetails { get; } = new("Vos précisions", "Your details");
}
