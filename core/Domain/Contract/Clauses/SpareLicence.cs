using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 14: one licence is kept in advance, in agreement with the customer; a request that uses it up proposes a purchase to the administrator.</summary>
public sealed class SpareLicence : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("14");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Licences];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer?.Subscription.Licences is not { } licences) return [];
        if (request.Operation != LicenceOperations.Arrival && request.Operation != LicenceOperations.Assign) return [];
        return (licences.Owned - licences.Used) switch
        {
            > 1 => [],
            1 => [new("spare-licence-used", Article, LeadsTo: null, new Label(
                "Cette demande utilise la licence gardée d’avance : nous proposons à votre administrateur d’en commander une autre.",
                "This request uses the licence kept in advance: we propose to your administrator to order another one."))
                { Audience = Audience.Administrators }],
            _ => [new("no-licence-left", Article, LeadsTo: null, new Label(
                "Toutes les licences sont attribuées : il faut en commander une, dans les délais de Microsoft.",
                "All licences are assigned: one has to be ordered, within Microsoft’s own time."))
                { Audience = Audience.Administrators }],
        };
    }
}
