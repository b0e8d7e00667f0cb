using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 10 (and 14): a purchase depends on Microsoft’s own time, training on an appointment; the time told is a target.</summary>
public sealed class SupplierDelays : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("10");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null) return [];
        if (request.Operation == LicenceOperations.Purchase)
            return [new("supplier-delay", Article, LeadsTo: null, new Label(
                "La mise à disposition dépend des délais de Microsoft.", "When it is available depends on Microsoft’s own time."))];
        if (request.Operation == LicenceOperations.Training)
            return [new("by-appointment", new Article("14"), LeadsTo: null, new Label(
                "La formation se fait sur rendez-vous, sur les applications prévues au contrat et sur un équipement de l’entreprise.",
                "Training is by appointment, on the applications named in the contract and on a company device."))];
        return [];
    }
}
