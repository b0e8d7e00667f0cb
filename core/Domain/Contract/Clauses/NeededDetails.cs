using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 13 ("indications précises") and RGPD I: what the customer has to say before anything can be done; one finding for each detail missing.</summary>
public sealed class NeededDetails : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("13");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Details];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null) return [];
        return [.. request.Operation.Needs.Where(detail => !IsGiven(detail, request.Request)).Select(Missing)];
    }

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
