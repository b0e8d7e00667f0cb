using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 8.1: repairs after an accidental outside cause are billed. Code never alleges a cause: a technician reads that it may apply.</summary>
public sealed class OutsideCauses : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("8.1");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Matters];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Operation.Category is not (Category.Incident or Category.Phone)) return [];
        if (!request.Request.Speaks(Matter.Accident)) return [];
        return
        [
            new Finding("may-be-billed", Article, LeadsTo: null, new Label(
                "Le message évoque une cause extérieure : la réparation peut être facturable, à apprécier par un technicien.",
                "The message speaks of an outside cause: the repair may be billed, for a technician to judge."))
                { Audience = Audience.Technicians },
        ];
    }
}
