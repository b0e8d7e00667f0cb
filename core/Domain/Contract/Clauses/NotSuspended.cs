using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 4 (and 2): SI-ONE may suspend its services; a decision of people, with a date. The rights on data (Art. 25) are never suspended, and after the contract's last day there is nothing left to suspend: the data is recovered whatever the cause of the end (Art. 23).</summary>
public sealed class NotSuspended : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("4");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Suspension, Fact.Received, Fact.Operation, Fact.ContractEnd];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer?.Subscription.Suspended is not { } suspension) return [];
        if (ParisTime.DateOf(request.ReceivedAt) < suspension.Since || request.Operation == OtherOperations.DataRights) return [];
        if (request.Customer.Subscription.TerminatedOn is { } last && request.Day > last) return [];
        return
        [
            new Finding("contract-suspended", Article, Verdict.Suspended, new Label(
                "Les prestations prévues au contrat sont momentanément suspendues ; la direction de votre entreprise peut nous joindre.",
                "The services of the contract are suspended for the moment; your company’s management can reach us.")),
        ];
    }
}
