using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 23: after the end of the contract the backed-up data can be recovered for 15 working days; restores stay open until then.</summary>
public sealed class DataRecovery : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("23");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.ContractEnd, Fact.Received, Fact.Operation];

    /// <summary>Working days after the contract's last day (Art. 23).</summary>
    public const int WorkingDays = 15;

    /// <summary>The last day on which backed-up data can be recovered.</summary>
    public static DateOnly LastDay(DateOnly contractEnd) => Commitments.WorkingDays.After(contractEnd, WorkingDays);

    /// <summary>Whether a request is a restore received within these days.</summary>
    public static bool Applies(Case request, DateOnly contractEnd) =>
        request.Operation.Category is Category.Restore && request.Operation != RestoreOperations.Plan && ParisTime.DateOf(request.StartedAt) <= LastDay(contractEnd);

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer?.Subscription.TerminatedOn is not { } end || request.Day <= end || !Applies(request, end)) return [];
        var last = LastDay(end);
        return
        [
            new Finding("data-recovery", Article, LeadsTo: null, new Label(
                $"Le contrat de votre entreprise a pris fin ; ses données sauvegardées peuvent être récupérées jusqu’au soir du {Instants.Day(last, Language.French)}.",
                $"Your company’s contract has ended; its backed-up data can be recovered up to and including {Instants.Say(last, Language.English)}.")),
        ];
    }
}
