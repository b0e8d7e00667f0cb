using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 2: a termination takes a registered letter received three months before the end of the term; a ticket is none.</summary>
public sealed class TerminationByLetter : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("2");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Matters];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Operation != OtherOperations.Contract || !request.Request.Speaks(Matter.ContractEnd)) return [];
        return
        [
            new Finding("no-valid-notice", Article, LeadsTo: null, new Label(
                "Votre message est transmis, mais il ne vaut pas résiliation : celle-ci se fait par lettre recommandée, trois mois avant l’échéance du contrat.",
                "Your message is passed on, but it is no valid notice: termination takes a registered letter, three months before the end of the term.")),
        ];
    }
}
