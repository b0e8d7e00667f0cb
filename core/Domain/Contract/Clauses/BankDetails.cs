using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 4: payments go by the account on record; new bank details are called back before they are believed, whoever writes.</summary>
public sealed class BankDetails : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("4");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Matters];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Operation != OtherOperations.Contract || !request.Request.Speaks(Matter.BankDetails)) return [];
        return
        [
            new Finding("bank-details-call-back", Article, Verdict.ProveIdentity, new Label(
                "Un changement de coordonnées bancaires est vérifié de vive voix, à un numéro que nous connaissons déjà, avant d’être pris en compte.",
                "A change of bank details is checked by voice, at a number that we already know, before it is taken into account."))
                { IsReading = true },
        ];
    }
}
