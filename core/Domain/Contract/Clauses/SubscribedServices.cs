using System.Collections.Immutable;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 1: only what is subscribed is in the contract; the rest is a separate contract or a quote, not a refusal.</summary>
public sealed class SubscribedServices : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("1");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Services];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is not { } customer || request.Operation.Services.IsEmpty) return [];
        if (request.Operation.Services.Any(customer.Subscription.Services.Contains)) return [];
        return
        [
            new Finding("out-of-contract", Article, Verdict.Quote, new Label(
                "Ce service ne fait pas partie de ceux que votre entreprise a souscrits : il relève d’un contrat distinct ou d’un devis.",
                "This service is not among those your company has subscribed: it takes a separate contract or a quote.")),
        ];
    }
}
