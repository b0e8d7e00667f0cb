using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 17: growth of over 10 % of the licence count allows a price revision; SI-ONE and the administrator who approves a purchase are told.</summary>
public sealed class LicenceGrowth : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("17");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Licences];

    private const int AllowedPercent = 10;

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer?.Subscription.Licences is not { } licences || !NeedsOneMore(request, licences)) return [];
        if ((licences.Owned + 1) * 100 <= licences.Baseline * (100 + AllowedPercent)) return [];
        return
        [
            new Finding("licence-growth", Article, LeadsTo: null, new Label(
                "Avec cette licence, le nombre de licences dépasse de plus de 10 % celui qui a servi à fixer le prix : une révision du prix est possible.",
                "With this licence, the number of licences exceeds by over 10% the one that the price was based on: the price may be revised."))
                { Audience = Audience.Administrators },
        ];
    }

    private static bool NeedsOneMore(Case request, LicenceCount licences) => request.Operation == LicenceOperations.Purchase
        || ((request.Operation == LicenceOperations.Arrival || request.Operation == LicenceOperations.Assign) && licences.Owned <= licences.Used);
}
