using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 6: level and options change by a signed amendment; a ticket is none.</summary>
public sealed class SignedAmendments : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("6");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Matters];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Operation != OtherOperations.Contract || !request.Request.Speaks(Matter.LevelChange)) return [];
        return
        [
            new Finding("amendment-needed", Article, LeadsTo: null, new Label(
                "Votre message est transmis ; un changement de formule ou d’option prend effet par un avenant signé, et non par une demande de support.",
                "Your message is passed on; a change of plan or option takes effect by a signed amendment, not by a support request.")),
        ];
    }
}
