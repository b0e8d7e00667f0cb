using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 25: who exercises a right on personal data is answered within one calendar month, with proof of identity; what SI-ONE holds for its customer is passed on to the customer.</summary>
public sealed class DataRights : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("25");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Operation != OtherOperations.DataRights) return [];
        return
        [
            new Finding("data-rights", Article, LeadsTo: null, new Label(
                "Vous recevez une réponse dans le délai d’un mois ; pour les données que nous traitons pour votre entreprise, la demande lui est transmise. "
                + "Vous pouvez aussi vous adresser à la CNIL.",
                "You receive an answer within one month; for data that we process for your company, the request is passed on to it. "
                + "You may also turn to the CNIL, the French data protection authority.")),
        ];
    }
}
