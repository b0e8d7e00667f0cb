using System.Collections.Immutable;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>A plan as it stands, for technicians: data that card and page are made from.</summary>
public sealed record PlanStanding
{
    /// <summary>The plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Where it stands; null for one that cannot run: it is shown and not kept.</summary>
    public PlanRun? Run { get; init; }

    /// <summary>The reader's language.</summary>
    public Language Language { get; init; }

    /// <summary>When a technician noted the call back on which alone the sender's identity rests, UTC; null where it rests on more, or on nothing.</summary>
    public DateTimeOffset? CalledBackAt { get; init; }

    /// <summary>Until when what was done may be undone, UTC; null where it may not.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>Until when a new password waits for its reader, UTC; null when none does.</summary>
    public DateTimeOffset? SecretUntil { get; init; }
}

/// <summary>A plan in words, typeset; names and addresses are one harmless line each.</summary>
/// <param name="Title">What it is and where it stands.</param>
/// <param name="Tone">The colour beside it.</param>
/// <param name="Steps">What is done, in order.</param>
public sealed record WordedPlan(string Title, PlanTone Tone, ImmutableArray<WordedStep> Steps)
{
    /// <summary>Why it cannot run, as sentences; empty when it can.</summary>
    public ImmutableArray<string> Obstacles { get; init; } = [];

    /// <summary>What whoever approves must know, as sentences; empty once it is approved.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>Approvals so far, until when it may be approved, from when it runs, a call back, the window of the undo.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>Why it stands still or will not run, as a sentence; null otherwise.</summary>
    public string? Stopped { get; init; }

    /// <summary>That a new password waits on the local page, and until when; null when none does. Never the password.</summary>
    public string? Secret { get; init; }

    /// <summary>What to type to confirm, as an instruction; null where nothing is typed.</summary>
    public string? Confirmation { get; init; }
}

/// <summary>One step in words.</summary>
/// <param name="Line">Its number, what it does, its target and its marks.</param>
public sealed record WordedStep(string Line)
{
    /// <summary>Before and after; null where there is nothing to compare.</summary>
    public string? Change { get; init; }

    /// <summary>What it costs; null when it costs nothing, or when that is not known.</summary>
    public string? Cost { get; init; }

    /// <summary>Where it stands, with its hour; null before the plan is approved.</summary>
    public string? State { get; init; }

    /// <summary>The colour beside the state.</summary>
    public PlanTone Tone { get; init; }

    /// <summary>It stands for a technician to do by hand.</summary>
    public bool IsByHandNow { get; init; }
}

/// <summary>The colour beside a plan or step: never the only sign.</summary>
public enum PlanTone
{
    /// <summary>None: it has not begun, or is over.</summary>
    None,

    /// <summary>Done.</summary>
    Good,

    /// <summary>On its way, or waiting.</summary>
    Wait,

    /// <summary>Stopped.</summary>
    Stop,
}
