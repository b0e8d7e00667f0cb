using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 2: after its last day the contract gives no right to a service; Art. 25 and RGPD VIII keep the rights on data, Art. 23 their recovery for a while.</summary>
public sealed class RunningContract : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("2");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.ContractEnd, Fact.Received, Fact.Operation];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer?.Subscription.TerminatedOn is not { } last || ParisTime.DateOf(request.ReceivedAt) <= last) return [];
        if (request.Operation == OtherOperations.DataRights || DataRecovery.Applies(request, last)) return [];
        return
        [
            new Finding("contract-terminated", Article, Verdict.Terminated, new Label(
                "Le contrat de votre entreprise a pris fin ; un technicien examine votre message.",
                "Your company’s contract has ended; a technician will look at your message.")),
        ];
    }
}
