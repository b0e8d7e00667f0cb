using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 7: nothing is revealed to a third party; what a lawyer, an accountant or a software house asks is confirmed by the customer’s administrator.</summary>
public sealed class ThirdParties : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("7");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Role, Fact.Operation];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Sender.Role is not Role.ThirdParty || !request.Operation.IsRequest) return [];
        return
        [
            new Finding("third-party", Article, Verdict.AwaitApproval, new Label(
                "Votre message est transmis à l’administrateur de l’entreprise concernée, qui confirme la demande.",
                "Your message is passed on to the administrator of the company concerned, who confirms the request."))
                { IsReading = true },
        ];
    }
}
