using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>XIV: with Sérénité, SI-ONE may call manufacturers and approved maintainers for the customer; it lifts no exclusion, and travel, restoration and hosting are billed (XIV 4.2).</summary>
public sealed class SereniteHelp : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("XIV");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Level, Fact.Operation, Fact.Matters];

    private static readonly ImmutableArray<IClause> Exclusions = [new OfficeSoftware(), new ForeignEquipment()];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer?.Subscription.Level is not Level.Serenite || Exclusions.All(clause => clause.Examine(request).IsEmpty)) return [];
        return
        [
            new Finding("serenite-help", Article, LeadsTo: null, new Label(
                "Avec la formule Sérénité, nous pouvons contacter pour vous l’éditeur, le constructeur ou le mainteneur agréé ; "
                + "les frais de déplacement, de restauration et d’hébergement restent facturables.",
                "With the Sérénité plan we can contact the software house, the manufacturer or the approved maintainer for you; "
                + "travel, restoration and accommodation costs may be billed.")),
        ];
    }
}
