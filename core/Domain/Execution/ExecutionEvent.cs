using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What happened to the plan of a request. Holds numbers, codes and ids: the plan itself lies sealed under its key, and can be erased.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "did")]
[JsonDerivedType(typeof(Drawn), "drawn")]
[JsonDerivedType(typeof(Voted), "voted")]
[JsonDerivedType(typeof(Dropped), "dropped")]
[JsonDerivedType(typeof(Intended), "intended")]
[JsonDerivedType(typeof(Applied), "applied")]
[JsonDerivedType(typeof(Waits), "waits")]
[JsonDerivedType(typeof(Settled), "settled")]
[JsonDerivedType(typeof(Halted), "halted")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(SecretShown), "secret-shown")]
public abstract record ExecutionEvent
{
    private ExecutionEvent() { }

    /// <summary>A plan was drawn up; it takes the place of an earlier one.</summary>
    /// <param name="PlanKey">The key under which it lies.</param>
    /// <param name="Hash">What approvals bind to.</param>
    /// <param name="Steps">How many steps.</param>
    /// <param name="Destructive">Two people have to approve it.</param>
    /// <param name="NotBefore">The earliest instant of its first step, UTC (Art. 13); null: at once.</param>
    /// <param name="Undoes">It brings back what the plan before it changed.</param>
    /// <param name="By">Who asked for it.</param>
    public sealed record Drawn(string PlanKey, string Hash, int Steps, bool Destructive, DateTimeOffset? NotBefore, bool Undoes, Actor By) : ExecutionEvent
    {
        /// <summary>What of it is counted by the hour (RELIABILITY E69).</summary>
        public ImmutableArray<CapKind> Capped { get; init; } = [];

        /// <summary>How many of its first steps one approval alone lets run, where it takes two; 0: none.</summary>
        public int FirstStage { get; init; }
    }

    /// <summary>Somebody approved the plan of that hash.</summary>
    /// <param name="Hash">The plan.</param>
    /// <param name="By">Who, by name.</param>
    /// <param name="Account">Their account's object id.</param>
    /// <param name="Complete">Nobody else has to: it may run.</param>
    public sealed record Voted(string Hash, Actor By, string Account, bool Complete) : ExecutionEvent
    {
        /// <summary>Until then the wipe in it can be called off, and is not begun, UTC (RELIABILITY E63); null: there is none, or it begins at once.</summary>
        public DateTimeOffset? CancelUntil { get; init; }
    }

    /// <summary>The plan will not run.</summary>
    /// <param name="Because"><c>refused</c>, <c>called-off</c>, <c>expired</c> or <c>request-changed</c>.</param>
    /// <param name="By">Who.</param>
    public sealed record Dropped(string Because, Actor By) : ExecutionEvent;

    /// <summary>The call of a step is about to be made: from here on it may have been applied.</summary>
    /// <param name="Step">Its number, from 0.</param>
    public sealed record Intended(int Step) : ExecutionEvent
    {
        /// <summary>The state before is sealed with it: what the step changes can be brought back.</summary>
        public bool Kept { get; init; }
    }

    /// <summary>The call was answered with success; it has yet to be read back.</summary>
    /// <param name="Step">Its number, from 0.</param>
    /// <param name="CreatedId">The object id of an account that it made; null otherwise.</param>
    public sealed record Applied(int Step, Guid? CreatedId) : ExecutionEvent;

    /// <summary>The step waits.</summary>
    /// <param name="Step">Its number, from 0.</param>
    /// <param name="Why">For what.</param>
    /// <param name="Until">Looked at again then, UTC.</param>
    /// <param name="Code">Intune's approval code, where it waits for that; null otherwise.</param>
    public sealed record Waits(int Step, StepWait Why, DateTimeOffset Until, string? Code = null) : ExecutionEvent;

    /// <summary>The state of a step was read back, or a technician did it.</summary>
    /// <param name="Step">Its number, from 0.</param>
    /// <param name="How">How it came about.</param>
    /// <param name="CreatedId">The object id of an account that it made; null otherwise.</param>
    /// <param name="By">Who: the product itself, or the technician who ticked it off.</param>
    public sealed record Settled(int Step, StepEnd How, Guid? CreatedId, Actor By) : ExecutionEvent;

    /// <summary>Nothing goes on until a person has looked.</summary>
    /// <param name="Step">The step that stands, from 0.</param>
    /// <param name="Reason">A short machine reason.</param>
    /// <param name="Untouched">Its one call was refused for good: nothing of it was applied, and a person who resumes may have it called anew.</param>
    public sealed record Halted(int Step, string Reason, bool Untouched = false) : ExecutionEvent;

    /// <summary>A person has looked: it goes on where it stood.</summary>
    /// <param name="By">Who.</param>
    public sealed record Resumed(Actor By) : ExecutionEvent;

    /// <summary>Every step is settled.</summary>
    public sealed record Ended : ExecutionEvent;

    /// <summary>The new password, or access pass, was shown to a technician, for the one time.</summary>
    /// <param name="By">Whom.</param>
    public sealed record SecretShown(Actor By) : ExecutionEvent;
}

/// <summary>What a step waits for.</summary>
public enum StepWait
{
    /// <summary>Microsoft throttled the call, or is not there: nothing was applied.</summary>
    Service,

    /// <summary>The call was answered or cut: its effect is not seen yet.</summary>
    ReadBack,

    /// <summary>The device has yet to take it.</summary>
    Device,

    /// <summary>Another administrator of the customer has to approve it in Intune, within three days.</summary>
    CustomerAdministrator,

    /// <summary>A technician does it and ticks it off.</summary>
    Technician,
}

/// <summary>How a step came to its end.</summary>
public enum StepEnd
{
    /// <summary>Done by us and read back.</summary>
    Done,

    /// <summary>Its state held already: nothing was called.</summary>
    AlreadySo,

    /// <summary>A technician did it.</summary>
    ByHand,

    /// <summary>The device had not fetched it when the rest of the plan was done: it is looked for no more.</summary>
    Overtaken,
}
