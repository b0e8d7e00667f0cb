using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 8 (and 14): the maintenance covers the equipment under contract; a private device is outside.</summary>
public sealed class EquipmentUnderContract : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("8");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Matters];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || !request.Request.Speaks(Matter.PersonalDevice)) return [];
        if (request.Operation.Category is not (Category.Incident or Category.Phone) && request.Operation != LicenceOperations.Install) return [];
        // A lost private phone may still hold the company's mail: it stays an emergency.
        if (request.Operation.Emergency) return [];
        return
        [
            new Finding("private-device", Article, Verdict.Quote, new Label(
                "Le contrat couvre les équipements de l’entreprise qui y sont listés ; un appareil personnel n’en fait pas partie et relève d’un devis.",
                "The contract covers the company’s equipment that it lists; a private device is not part of it and takes a quote.")),
        ];
    }
}
