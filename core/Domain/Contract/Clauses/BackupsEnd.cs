using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 19: the Microsoft 365 backup covers licensed users alone; said before a licence goes.</summary>
public sealed class BackupsEnd : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("19");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Services];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is not { } customer || !customer.Subscription.Services.Contains(Service.Backup365)) return [];
        if (request.Operation != LicenceOperations.Departure && request.Operation != LicenceOperations.Release) return [];
        return
        [
            new Finding("backup-ends", Article, LeadsTo: null, new Label(
                "La sauvegarde Microsoft 365 ne couvre que les utilisateurs qui ont une licence : elle s’arrête pour cette personne quand sa licence est retirée.",
                "The Microsoft 365 backup covers only users with a licence: it ends for this person when the licence is taken away.")),
        ];
    }
}
