using System.Collections.Immutable;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 8: a lost phone or a security incident is taken in at once, and alerts a technician whatever the verdict.</summary>
public sealed class Emergencies : IClause
{
    /// <summary>The code of the finding that raises the alert.</summary>
    public const string Code = "emergency";

    /// <inheritdoc/>
    public Article Article { get; } = new("8");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request) => request.Customer is null || !request.Operation.Emergency ? [] :
    [
        new Finding(Code, Article, LeadsTo: null, new Label(
            "Un technicien est alerté immédiatement.",
            "A technician is alerted at once."))
            { IsReading = true },
    ];
}
