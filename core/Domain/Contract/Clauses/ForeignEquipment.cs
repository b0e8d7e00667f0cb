using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 8.1: installing and administering printing systems that SI-ONE did not supply and the internet provider’s equipment is excluded; a computer that cannot print stays in.</summary>
public sealed class ForeignEquipment : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("8.1");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Matters];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || !IsWork(request.Operation)) return [];
        if (request.Request.Speaks(Matter.ProviderEquipment)) return [Excluded("provider-equipment",
            "L’installation et l’administration des équipements de votre opérateur internet ne sont pas comprises dans la maintenance : elles font l’objet d’un devis.",
            "Installing and administering your internet provider’s equipment is not part of the maintenance: it takes a quote.")];
        if (request.Request.Speaks(Matter.PrinterSetup)) return [Excluded("printer-setup",
            "L’installation et l’administration d’un système d’impression que nous n’avons pas fourni ne sont pas comprises dans la maintenance : elles font l’objet d’un devis.",
            "Installing and administering a printing system that we did not supply is not part of the maintenance: it takes a quote.")];
        return [];
    }

    // A change of provider that is only announced is no work, and an emergency is taken in at once.
    private static bool IsWork(Operation operation) =>
        operation == OtherOperations.Intervention || (operation.Category is Category.Incident && !operation.Emergency);

    private Finding Excluded(string code, string fr, string en) => new(code, Article, Verdict.Quote, new Label(fr, en));
}
