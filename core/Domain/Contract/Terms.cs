using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Contract;

/// <summary>The contract: the list of its clauses. All are always examined; the order is that in which people read the findings.</summary>
public static class Terms
{
    /// <summary>Every clause.</summary>
    public static ImmutableArray<IClause> Clauses { get; } =
    [
        new KnownSender(),
        new RunningContract(),
        new NotSuspended(),
        new SubscribedServices(),
        new QuotedWork(),
        new ValidChannel(),
        new ProvenIdentity(),
        new WhoMayAsk(),
        new Emergencies(),
    ];

    /// <summary>What all clauses find.</summary>
    public static ImmutableArray<Finding> Examine(Case request) => [.. Clauses.SelectMany(clause => clause.Examine(request))];
}
