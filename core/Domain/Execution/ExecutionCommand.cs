namespace SiOne.Bot.Domain.Execution;

/// <summary>What somebody, or the product itself, wants to happen to the plan of a request. Who may was looked at before, on the same state.</summary>
public abstract record ExecutionCommand
{
    private ExecutionCommand() { }

    /// <summary>A plan was drawn up.</summary>
    /// <param name="PlanKey">The key under which it is sealed.</param>
    /// <param name="Plan">The plan; it can run.</param>
    public sealed record Draw(string PlanKey, Plan Plan) : ExecutionCommand;

    /// <summary>What the plan before changed is brought back: asking for it is its approval.</summary>
    /// <param name="PlanKey">The key under which it is sealed.</param>
    /// <param name="Plan">The plan that brings it back.</param>
    /// <param name="Account">The account of who asks, by its object id.</param>
    public sealed record Undo(string PlanKey, Plan Plan, string Account) : ExecutionCommand;

    /// <summary>Approves the plan of that hash.</summary>
    /// <param name="Hash">The plan as it was shown.</param>
    /// <param name="Account">The approver's account, by its object id.</param>
    /// <param name="Complete">Nobody else has to approve it.</param>
    public sealed record Approve(string Hash, string Account, bool Complete) : ExecutionCommand
    {
        /// <summary>How long from now on the wipe in it can be called off (RELIABILITY E63); null for a plan without one.</summary>
        public TimeSpan? CancelWithin { get; init; }
    }

    /// <summary>Drops a plan that has not begun, or calls off what its last stage has yet to begin.</summary>
    /// <param name="Because">Why; see <see cref="ExecutionEvent.Dropped"/>.</param>
    public sealed record Drop(string Because) : ExecutionCommand;

    /// <summary>Goes on where it stood.</summary>
    public sealed record Resume : ExecutionCommand;

    /// <summary>A technician did a step by hand.</summary>
    /// <param name="Step">Its number, from 0.</param>
    public sealed record Tick(int Step) : ExecutionCommand;

    /// <summary>A technician has been shown the new password.</summary>
    public sealed record Show : ExecutionCommand;

    /// <summary>What became of the step that stands.</summary>
    /// <param name="Hash">The plan.</param>
    /// <param name="Step">Its number, from 0.</param>
    /// <param name="Tries">How often its call had been intended when this was seen: whoever else has gone on since is not overruled.</param>
    /// <param name="What">What.</param>
    public sealed record Report(string Hash, int Step, int Tries, ExecutionEvent What) : ExecutionCommand;
}
