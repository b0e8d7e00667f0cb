using System.Collections.Immutable;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>RGPD II c: a sensitive operation asked by an unproven sender waits for a second proof; so does whatever opens somebody else's data.</summary>
public sealed class ProvenIdentity : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("RGPD II c");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Proof, Fact.Operation, Fact.Concerned, Fact.Matters];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Sender.Proven) return [];
        if (!request.Operation.Sensitive && !OthersData.Opens(request)) return [];
        return
        [
            new Finding("identity-unproven", Article, Verdict.ProveIdentity, new Label(
                "Cette demande est sensible : par sécurité, nous vérifions qu’elle vient bien de vous avant d’agir.",
                "This request is sensitive: for safety we verify that it comes from you before we act."))
                { IsReading = true },
        ];
    }
}
