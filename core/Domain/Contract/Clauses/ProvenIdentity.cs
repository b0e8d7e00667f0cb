using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>RGPD II c: a sensitive operation asked by an unproven sender waits for a second proof; so does a restore of somebody else's data.</summary>
public sealed class ProvenIdentity : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("RGPD II c");

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Sender.Proven) return [];
        if (!request.Operation.Sensitive && !(request.Operation.Category is Category.Restore && !request.AboutSelf)) return [];
        return
        [
            new Finding("identity-unproven", Article, Verdict.ProveIdentity, new Label(
                "Cette demande est sensible : par sécurité, nous vérifions qu’elle vient bien de vous avant d’agir.",
                "This request is sensitive: for safety we verify that it comes from you before we act.")),
        ];
    }
}
