using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Execution;

/// <summary>
/// Everything that an approved request does in the customer's tenant, in order, as the card shows it. Approval binds to <see cref="PlanHash"/>: a plan
/// that changed in anything has not been approved.
/// </summary>
public sealed record Plan
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The customer's tenant; null when the customer file names none: nothing can run.</summary>
    public required Guid? TenantId { get; init; }

    /// <summary>The operation asked for.</summary>
    public required string OperationId { get; init; }

    /// <summary>The steps, in order; empty when nothing can be planned.</summary>
    public required ImmutableArray<PlannedStep> Steps { get; init; }

    /// <summary>Why it cannot run as it stands; empty when it can.</summary>
    public ImmutableArray<Obstacle> Obstacles { get; init; } = [];

    /// <summary>What whoever approves must know.</summary>
    public ImmutableArray<Caution> Cautions { get; init; } = [];

    /// <summary>The earliest instant of the first step (Art. 13: a departure is never applied before its hour), UTC; null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>It destroys something: two people, and typed confirmation.</summary>
    public bool IsDestructive => Steps.Any(step => step.Destructive);

    /// <summary>It may be approved and run.</summary>
    public bool CanRun => Obstacles.IsEmpty && !Steps.IsEmpty && TenantId is not null;
}

/// <summary>One step with what people compare before they approve it.</summary>
/// <param name="Does">What is done.</param>
/// <param name="Before">The value as it was read; null when it was not read, or when there is none.</param>
/// <param name="After">The value afterwards; null where there is none to show.</param>
public sealed record PlannedStep(Step Does, string? Before, string? After)
{
    /// <summary>It can be undone: by the state before, which is captured right before it is done.</summary>
    public bool Reversible { get; init; }

    /// <summary>It destroys data, or what cannot be had again.</summary>
    public bool Destructive { get; init; }

    /// <summary>What it costs; null when it costs nothing, or when that is not known.</summary>
    public Cost? Cost { get; init; }

    /// <summary>Microsoft's page on what app-only rights can do; null for what is done by hand.</summary>
    public Uri? Reference { get; init; }
}

/// <summary>What a licence costs the customer (Art. 17).</summary>
/// <param name="MonthlyEuros">The price of a month without tax, from the customer file.</param>
/// <param name="Months">How many months are committed to.</param>
public sealed record Cost(decimal MonthlyEuros, int Months)
{
    /// <summary>All of it, without tax.</summary>
    public decimal TotalEuros => MonthlyEuros * Months;
}
