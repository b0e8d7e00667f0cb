using System.Collections.Immutable;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 20: a customer never sees another one's data; who cannot be tied to a customer learns nothing.</summary>
public sealed class KnownSender : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("20");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Customer];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request) => request.Customer is not null ? [] :
    [
        new Finding("unknown-sender", Article, Verdict.UnknownSender, new Label(
            "Nous n’avons pas pu rattacher votre adresse à une entreprise cliente.",
            "We could not tie your address to a customer company.")),
    ];
}
