using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 13 ("indications précises") and RGPD I: what the customer has to say before anything can be done; one finding for each detail missing, and one for a name that two people bear.</summary>
public sealed class NeededDetails : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("13");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Details, Fact.Concerned];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null) return [];
        var missing = request.Operation.Needs.Where(detail => !IsGiven(detail, request.Request)).Select(Missing);
        return Namesakes(request) ? [.. missing, WhichPerson()] : [.. missing];
    }

    // Somebody new is not in the directory yet; an incident is looked at, and nothing is changed for the wrong one.
    private static readonly FrozenSet<Operation> OfNewcomers = [LicenceOperations.Arrival, MailboxOperations.Create];

    private static bool Namesakes(Case request) =>
        request.NamesakeUndecided && !OfNewcomers.Contains(request.Operation) && request.Operation.Category is not (Category.Incident or Category.Other);

    private static Finding WhichPerson() => new("which-person", new Article("RGPD I"), Verdict.AwaitDetails, new Label(
        "Plusieurs personnes portent ce nom : merci de nous indiquer l’adresse mail de celle qui est concernée.",
        "Several people bear that name: please tell us the mail address of the one concerned."));

    private static bool IsGiven(Detail detail, UnderstoodRequest request) => detail switch
    {
        Detail.Person => request.Person is not null || HasAddress(request),
        Detail.Mailbox => request.Person is not null || HasAddress(request),
    };

    private static bool HasAddress(UnderstoodRequest request) => request.Fields.ContainsKey(FieldNames.Addresses);

    private Finding Missing(Detail detail) => detail switch
    {
        Detail.Person => new("missing-person", new Article("RGPD I"), Verdict.AwaitDetails, new Label(
            "Merci de nous indiquer le nom complet de la personne concernée.",
            "Please tell us the full name of the person concerned.")),
        Detail.Mailbox => new("missing-mailbox", Article, Verdict.AwaitDetails, new Label(
            "Merci de nous indiquer l’adresse exacte de la boîte, ou le nom complet de la personne à qui elle appartient.",
            "Please tell us the exact address of the mailbox, or the full name of the person whose it is.")),
    };
}
