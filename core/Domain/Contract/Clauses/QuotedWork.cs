using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 8.1: new equipment, new software and consumables are supplied on a quote; phone glass is repaired on a quote (Art. 8).</summary>
public sealed class QuotedWork : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("8.1");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null) return [];
        if (request.Operation != OtherOperations.Quote && request.Operation != PhoneOperations.Repair) return [];
        return
        [
            new Finding("to-be-quoted", Article, Verdict.Quote, new Label(
                "Cette fourniture ou cette prestation fait l’objet d’un devis, que nous vous adressons avant toute exécution.",
                "This supply or work takes a quote, which we send you before anything is done.")),
        ];
    }
}
