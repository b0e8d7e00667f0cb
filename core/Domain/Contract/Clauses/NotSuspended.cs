using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 4 (and 2): SI-ONE may suspend its services; a decision of people, with a date. The rights on data (Art. 25) are never suspended, and after the contract's last day there is nothing left to suspend: the data is recovered whatever the cause of the end (Art. 23).</summary>
public sealed class NotSuspended : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("4");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Suspension, Fact.Payment, Fact.Received, Fact.Operation, Fact.ContractEnd];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer?.Subscription.Suspended is not { } suspension) return Overdue(request);
        if (ParisTime.DateOf(request.ReceivedAt) < suspension.Since || request.Operation == OtherOperations.DataRights) return [];
        if (request.Customer.Subscription.TerminatedOn is { } last && request.Day > last) return [];
        return
        [
            new Finding("contract-suspended", Article, Verdict.Suspended, new Label(
                "Les prestations prévues au contrat sont momentanément suspendues ; la direction de votre entreprise peut nous joindre.",
                "The services of the contract are suspended for the moment; your company’s management can reach us.")),
        ];
    }
    /// <summary>Days unpaid after which SI-ONE may suspend (Art. 4).</summary>
    public const int OverdueDays = 15;

    // The product proposes and never suspends.
    private ImmutableArray<Finding> Overdue(Case request) =>
        request.Customer?.Subscription is not { OverdueSince: { } since, TerminatedOn: null } || request.Day < since.AddDays(OverdueDays) ? [] :
        [
            new Finding("suspension-possible", Article, LeadsTo: null, new Label(
                $"Une facture est impayée depuis {Instants.Say(since, Language.French)} : une suspension est possible, sur décision de la direction de SI-ONE.",
                $"An invoice has been unpaid since {Instants.Say(since, Language.English)}: a suspension is possible, if SI-ONE’s management so decides."))
                { Audience = Audience.Technicians },
        ];
}
