using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 25: who exercises a right on personal data is answered within one calendar month, with proof of identity; what SI-ONE holds for its customer is passed on to the customer.</summary>
public sealed class DataRights : IClause
{
    /// <summary>The code of the finding that opens the path of its own.</summary>
    public const string Code = "data-rights";

    /// <inheritdoc/>
    public Article Article { get; } = new("25");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Proof];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Operation != OtherOperations.DataRights) return [];
        return
        [
            new Finding(Code, Article, LeadsTo: null, new Label(
                "Vous recevez une réponse dans le délai d’un mois ; pour les données que nous traitons pour votre entreprise, la demande lui est transmise. "
                + (request.Sender.Proven ? "" : "Avant d’y répondre, nous devons vérifier votre identité. ")
                + "Vous pouvez aussi vous adresser à la CNIL.",
                "You receive an answer within one month; for data that we process for your company, the request is passed on to it. "
                + (request.Sender.Proven ? "" : "Before answering it, we have to verify your identity. ")
                + "You may also turn to the CNIL, the French data protection authority.")),
        ];
    }
}
