using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>XIV 1, 2: Sérénité’s interventions are urgent (within two working days) or planned (at least five working days after the request); a recurring one changes with five working days’ notice. Targets (XIV 4.1).</summary>
public sealed class Interventions : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("XIV 1");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Level, Fact.Operation, Fact.Hours, Fact.Received, Fact.Date, Fact.Urgency, Fact.Matters];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer?.Subscription.Level is not Level.Serenite || request.Operation != OtherOperations.Intervention) return [];
        if (request.Request.Urgent) return [request.Customer.Subscription.UrgentHours is { } hours ? UrgentWithin(hours) : Urgent];
        var earliest = WorkingDays.After(ParisTime.DateOf(request.StartedAt), PromisedTime.PlannedAfterWorkingDays);
        if (request.Request.Speaks(Matter.RecurringVisit)) return [Recurring(earliest)];
        return request.Request.Date is { } day && day < earliest ? [Between(earliest)] : [Planned(earliest)];
    }

    private Finding Urgent => new("intervention-urgent", Article, LeadsTo: null, new Label(
        "Cette intervention est traitée comme urgente : l’objectif est d’intervenir sous deux jours ouvrés.",
        "This intervention is handled as urgent: the target is to step in within two working days."));

    // XIV 3: the engagement of the order form.
    private static Finding UrgentWithin(int hours) => new("intervention-urgent-hours", new Article("XIV 3"), LeadsTo: null, new Label(
        $"Cette intervention est traitée comme urgente : l’objectif est d’intervenir sous {hours}{Typography.NoBreakSpace}{(hours == 1 ? "heure" : "heures")}.",
        $"This intervention is handled as urgent: the target is to step in within {hours} {(hours == 1 ? "hour" : "hours")}."));

    private Finding Planned(DateOnly earliest) => new("intervention-planned", Article, LeadsTo: null, new Label(
        $"Une intervention programmée a lieu au moins cinq jours ouvrés après la demande, donc à partir du {Instants.Day(earliest, Language.French)}.",
        $"A planned intervention takes place at least five working days after the request: from {Instants.Say(earliest, Language.English)} on."));

    private Finding Between(DateOnly earliest) => new("intervention-between", Article, LeadsTo: null, new Label(
        $"La date souhaitée est trop proche pour une intervention programmée : nous vous la proposons à partir du {Instants.Day(earliest, Language.French)}, avec votre accord.",
        $"The date wished for is too close for a planned intervention: we offer it from {Instants.Say(earliest, Language.English)} on, if you agree."));

    private static Finding Recurring(DateOnly earliest) => new("intervention-recurring", new Article("XIV 2"), LeadsTo: null, new Label(
        $"Un changement d’intervention récurrente se demande au moins cinq jours ouvrés à l’avance : il vaut à partir du {Instants.Day(earliest, Language.French)}.",
        $"A change of a recurring intervention is asked at least five working days ahead: it holds from {Instants.Say(earliest, Language.English)} on."));
}
