using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 8.1: faults of software outside the standard office list are not covered, nor is repairing business software after a virus. The virus itself is an emergency and never quoted, and office software and computers are put right again.</summary>
public sealed class OfficeSoftware : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("8.1");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Matters, Fact.Software];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Operation.Category is not Category.Incident || request.Operation.Emergency) return [];
        if (!request.Request.Speaks(Matter.OtherSoftware)) return [];
        if (request.Request.Speaks(Matter.AfterVirus))
            return
            [
                new Finding("repair-after-virus", Article, Verdict.Quote, new Label(
                    "La remise en état d’un logiciel métier après un virus n’est pas comprise dans la maintenance : elle fait l’objet d’un devis.",
                    "Repairing business software after a virus is not part of the maintenance: it takes a quote.")),
            ];
        if (request.Operation != IncidentOperations.Software || IsListed(request)) return [];
        return
        [
            new Finding("other-software", Article, Verdict.Quote, new Label(
                "Ce logiciel ne fait pas partie des logiciels de bureautique couverts par la maintenance : l’intervention fait l’objet d’un devis.",
                "This software is not among the office software covered by the maintenance: the work takes a quote.")),
        ];
    }

    // The order form's own list goes before the reading.
    private static bool IsListed(Case request)
    {
        var own = request.Customer!.Subscription.OfficeSoftware;
        return request.Request.Fields.TryGetValue(FieldNames.Software, out var named)
            && (own.IsEmpty ? request.Readings.OfficeSoftware : own).Any(listed => named.Contains(listed, StringComparison.OrdinalIgnoreCase));
    }
}
