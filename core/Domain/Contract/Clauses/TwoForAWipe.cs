using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 8: a lost phone is wiped remotely. Reading: it is locked first; the wipe, which destroys data, takes two people’s word and a call back to a known number.</summary>
public sealed class TwoForAWipe : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("8");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Operation != PhoneOperations.Lost || !request.Readings.WipeTakesTwo) return [];
        return
        [
            new Finding("wipe-takes-two", Article, LeadsTo: null, new Label(
                "Le téléphone est d’abord verrouillé ; l’effacement, qui détruit les données, demande l’accord de deux personnes et un rappel à un numéro connu.",
                "The phone is locked first; the wipe, which destroys the data, takes two people’s approval and a call back to a known number."))
                { IsReading = true },
        ];
    }
}
