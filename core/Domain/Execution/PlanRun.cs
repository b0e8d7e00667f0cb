using System.Collections.Immutable;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Execution;

/// <summary>Where the plan of a request stands: what folding its events gives.</summary>
public sealed record PlanRun
{
    /// <summary>The key under which the plan lies, sealed.</summary>
    public required string PlanKey { get; init; }

    /// <summary>What approvals bind to.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was drawn up, UTC.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>Where it stands.</summary>
    public PlanState State { get; init; } = PlanState.Drawn;

    /// <summary>Two people have to approve it.</summary>
    public bool Destructive { get; init; }

    /// <summary>How many of its first steps one approval alone lets run, where it takes two; 0: none.</summary>
    public int FirstStage { get; init; }

    /// <summary>Everybody who has to approve it has.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Until then the wipe in it can be called off, and is not begun, UTC (RELIABILITY E63); null: there is none, or it begins at once.</summary>
    public DateTimeOffset? CancelUntil { get; init; }

    /// <summary>It brings back what the plan before it changed.</summary>
    public bool Undoes { get; init; }

    /// <summary>What of it is counted by the hour (RELIABILITY E69).</summary>
    public ImmutableArray<CapKind> Capped { get; init; } = [];

    /// <summary>The earliest instant of its first step, UTC (Art. 13); null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Who approved it, in order.</summary>
    public ImmutableArray<Vote> Votes { get; init; } = [];

    /// <summary>Its steps, in order.</summary>
    public ImmutableArray<StepRun> Steps { get; init; } = [];

    /// <summary>Why it stands still, or will not run; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>When it ended, UTC; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The first step that is neither settled nor handed over; the number of steps when there is none.</summary>
    public int Current
    {
        get
        {
            for (var i = 0; i < Steps.Length; i++)
                if (Steps[i].State is not StepState.Settled && !IsHandedOver(i)) return i;
            return Steps.Length;
        }
    }

    /// <summary>
    /// Steps, from 0, that Microsoft has taken and the device has yet to fetch: they are looked at until it does, and hold nothing back. A lost phone that is
    /// switched off gets its lock and its wipe when it comes back, and whoever waited for the lock would never ask for the wipe.
    /// </summary>
    public ImmutableArray<int> HandedOver => [.. Enumerable.Range(0, FirstStage).Where(IsHandedOver)];

    /// <summary>It runs, or may be approved, or waits for a person: nobody says that the request is done.</summary>
    public bool IsLive => State is PlanState.Drawn or PlanState.Approved or PlanState.Halted;

    /// <summary>A step has been begun: something may have changed in the tenant.</summary>
    public bool HasBegun => Steps.Any(IsBegun);

    /// <summary>The step that stands may run on one approval.</summary>
    public bool IsInFirstStage => Current < FirstStage;

    /// <summary>A step of the stage that stands has been begun: whether it may begin is no question any more.</summary>
    public bool StageHasBegun => IsInFirstStage ? HasBegun : LastStageHasBegun;

    /// <summary>A step of what everybody had to approve has been begun: the approvals are used up.</summary>
    public bool LastStageHasBegun => Steps.Skip(FirstStage).Any(IsBegun);

    /// <summary>Its first stage may run, and the rest waits for a second approval.</summary>
    public bool AwaitsSecond => State is PlanState.Approved && FirstStage > 0 && !IsComplete;

    /// <summary>An approval is asked for.</summary>
    public bool AwaitsApproval => State is PlanState.Drawn || AwaitsSecond;

    /// <summary>It can still be dropped: what was begun of it, if anything, may stay as it is.</summary>
    public bool CanBeCalledOff => IsLive && !LastStageHasBegun;

    /// <summary>
    /// Another plan may take its place. What has begun is brought to its end, or undone, before: but where it stopped ahead of its last stage, or where
    /// nobody knows what became of a call, a plan of the tenant as it is now, with approvals of its own, is the one way on.
    /// </summary>
    public bool MayBeReplaced => !IsLive || !HasBegun || (State is PlanState.Halted && (!LastStageHasBegun || Reason == PlanReasons.Unclear));

    /// <summary>The same in everything, votes and steps included.</summary>
    public bool Equals(PlanRun? other) => other is not null
        && (PlanKey, Hash, DrawnAt, State, Destructive, Undoes, NotBefore) == (other.PlanKey, other.Hash, other.DrawnAt, other.State, other.Destructive, other.Undoes, other.NotBefore)
        && (Reason, EndedAt, FirstStage, IsComplete, CancelUntil) == (other.Reason, other.EndedAt, other.FirstStage, other.IsComplete, other.CancelUntil)
        && Capped.SequenceEqual(other.Capped) && Votes.SequenceEqual(other.Votes) && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(PlanKey, State, Steps.Length);

    /// <summary>Whether a step is one of <see cref="HandedOver"/>: of the first stage alone, since what comes last is waited for.</summary>
    public bool IsHandedOver(int step) => step < FirstStage && Steps[step] is { State: StepState.Applied, WaitsFor: StepWait.Device };

    private static bool IsBegun(StepRun step) => step.IntendedAt is not null || step.State is StepState.Settled;
}

/// <summary>Where a plan stands.</summary>
public enum PlanState
{
    /// <summary>Waits for approval, or for the second one.</summary>
    Drawn,

    /// <summary>Approved, or its first stage is: it runs as soon as it may.</summary>
    Approved,

    /// <summary>A person has to look.</summary>
    Halted,

    /// <summary>Every step is settled.</summary>
    Done,

    /// <summary>It will not run.</summary>
    Dropped,
}

/// <summary>One approval.</summary>
/// <param name="By">Who, by name.</param>
/// <param name="Account">Their account's object id.</param>
/// <param name="At">When, UTC.</param>
public sealed record Vote(Actor By, string Account, DateTimeOffset At);

/// <summary>Where one step stands.</summary>
public sealed record StepRun
{
    /// <summary>Where.</summary>
    public StepState State { get; init; }

    /// <summary>When its call was first about to be made, UTC; null while it was not.</summary>
    public DateTimeOffset? IntendedAt { get; init; }

    /// <summary>How often its call was about to be made.</summary>
    public int Tries { get; init; }

    /// <summary>The state before lies sealed: what it changes can be brought back.</summary>
    public bool Kept { get; init; }

    /// <summary>What it waits for; null when it waits for nothing.</summary>
    public StepWait? WaitsFor { get; init; }

    /// <summary>Looked at again then, UTC; null: at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Since when it has waited for that, UTC; null when it waits for nothing.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>Intune's approval code; null where none was asked.</summary>
    public string? Code { get; init; }

    /// <summary>The object id of an account that it made; null otherwise.</summary>
    public Guid? CreatedId { get; init; }

    /// <summary>How it came to its end; null before.</summary>
    public StepEnd? End { get; init; }

    /// <summary>When it came to its end, UTC; null before.</summary>
    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>Where one step stands.</summary>
public enum StepState
{
    /// <summary>Nothing was done.</summary>
    Waiting,

    /// <summary>Its call may have been applied.</summary>
    Intended,

    /// <summary>Its call was answered with success.</summary>
    Applied,

    /// <summary>Read back, or ticked off.</summary>
    Settled,
}
