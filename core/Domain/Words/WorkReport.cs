using System.Collections.Immutable;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>What was done for a request in the customer's Microsoft 365, for whoever asked: no value before or after, no state of a call.</summary>
/// <param name="Approvals">Who approved it, in order.</param>
/// <param name="Steps">What is done, in order; without what never came about.</param>
public sealed record WorkReport(ImmutableArray<WorkApproval> Approvals, ImmutableArray<WorkStep> Steps)
{
    /// <summary>It brings back what had been changed.</summary>
    public bool Undoes { get; init; }

    /// <summary>Every step is done.</summary>
    public bool IsOver => Steps.All(step => step.IsDone);

    /// <summary>The report of a plan; null before it was approved, and for one that was dropped.</summary>
    public static WorkReport? Of(Plan? plan, PlanRun? run) => plan is null || run is not { State: PlanState.Approved or PlanState.Halted or PlanState.Done } ? null :
        new WorkReport(
            [.. run.Votes.Select(vote => new WorkApproval(vote.By.Id, vote.At))],
            [.. plan.Steps.Zip(run.Steps).Where(step => step.Second.End is not StepEnd.Overtaken)
                .Select(step => new WorkStep(PlanWords.Say(step.First.Does), StepTarget.Of(step.First.Does), step.Second.State is StepState.Settled))])
        {
            Undoes = run.Undoes,
        };
}

/// <summary>Somebody's yes, as its readers are told.</summary>
/// <param name="By">The name that technicians' journal shows.</param>
/// <param name="At">When, UTC.</param>
public sealed record WorkApproval(string By, DateTimeOffset At);

/// <summary>One step, as whoever asked reads it.</summary>
/// <param name="What">What it does.</param>
/// <param name="Target">On what: an address, a device, a file.</param>
/// <param name="IsDone">It was read back, or done by hand.</param>
public sealed record WorkStep(Label What, string Target, bool IsDone);
