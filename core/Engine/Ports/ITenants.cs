using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Engine.Ports;

/// <summary>
/// The customers' Microsoft 365 tenants. Every call names the tenant, and what is not proven to be of that tenant is refused. Nothing here repeats
/// a call that may have been applied: whoever asks looks first.
/// </summary>
public interface ITenants
{
    /// <summary>Reads what a request is about. A tenant that cannot be read gives a picture that says so.</summary>
    /// <param name="tenant">The customer's tenant.</param>
    /// <param name="wanted">What to read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<TenantPicture> ReadAsync(Guid tenant, PictureWanted wanted, CancellationToken cancellationToken);

    /// <summary>Whether a step's state holds, has yet to be made, or whether the tenant is no longer as the plan was told. Changes nothing.</summary>
    /// <param name="tenant">The plan's tenant.</param>
    /// <param name="step">The step; its account has an id unless an earlier step of the plan made it.</param>
    /// <param name="since">When the step was first intended, UTC: what was there before is not ours.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    Task<StepSight> LookAsync(Guid tenant, Step step, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Makes the one call of a step, at most once.</summary>
    /// <param name="tenant">The plan's tenant.</param>
    /// <param name="step">The step.</param>
    /// <param name="call">What is known of this call.</param>
    /// <param name="cancellationToken">Stops waiting; the call may have been applied.</param>
    Task<StepAnswer> DoAsync(Guid tenant, Step step, StepCall call, CancellationToken cancellationToken);
}

/// <summary>What is known of one call.</summary>
/// <param name="Key">The same for every try of this step of this plan: request, plan and number.</param>
/// <param name="Password">The new password for a step that sets one; null otherwise. Held in memory alone.</param>
/// <param name="ApprovalCode">Intune's approval code, where another administrator has approved this very call; null otherwise.</param>
public sealed record StepCall(string Key, string? Password = null, string? ApprovalCode = null)
{
    /// <summary>The key alone, never the password.</summary>
    public override string ToString() => $"{nameof(StepCall)} {Key}";
}

/// <summary>What looking before and after a step found.</summary>
public abstract record StepSight
{
    private StepSight() { }

    /// <summary>It has yet to be done.</summary>
    /// <param name="Before">What an undo would bring back; null where there is no way back.</param>
    public sealed record ToDo(Step? Before) : StepSight;

    /// <summary>The state holds: done by us, or by somebody else meanwhile.</summary>
    /// <param name="CreatedId">For an account that was created: its object id; null otherwise.</param>
    public sealed record Holds(Guid? CreatedId = null) : StepSight;

    /// <summary>The tenant is no longer as the plan was told: nothing is done.</summary>
    /// <param name="Reason">A short machine reason: <c>renamed</c>, <c>gone</c>, <c>privileged</c>, <c>not-ours</c>, <c>holder-changed</c>, <c>no-licence-left</c>.</param>
    public sealed record Drifted(string Reason) : StepSight;

    /// <summary>Nothing can be told from looking (a call that leaves no trace, such as ended sessions).</summary>
    public sealed record Untold : StepSight;

    /// <summary>The call was taken and its work goes on (a wipe that waits for its device).</summary>
    public sealed record Pending : StepSight;

    /// <summary>Looking itself failed.</summary>
    /// <param name="Answer">How.</param>
    public sealed record Failed(StepAnswer Answer) : StepSight;
}

/// <summary>What came of one call.</summary>
public abstract record StepAnswer
{
    private StepAnswer() { }

    /// <summary>It was answered with success; whether the state holds is read back.</summary>
    /// <param name="CreatedId">For an account that was created: its object id; null otherwise.</param>
    /// <param name="Secret">A code that Microsoft made and shows once (an access pass); null otherwise. Held in memory alone.</param>
    public sealed record Taken(Guid? CreatedId = null, string? Secret = null) : StepAnswer
    {
        /// <summary>Never the code.</summary>
        public override string ToString() => $"{nameof(Taken)} {CreatedId}";
    }

    /// <summary>Not applied, and not before that instant: throttled, or the service is not there.</summary>
    /// <param name="Until">UTC; exactly what <c>Retry-After</c> said, where it said anything.</param>
    public sealed record Later(DateTimeOffset Until) : StepAnswer;

    /// <summary>Nobody knows whether it was applied: look before anything else.</summary>
    public sealed record Unknown : StepAnswer;

    /// <summary>Refused for good: a person looks at it.</summary>
    /// <param name="Code">Graph's error code, or <c>wrong-tenant</c>, <c>consent-missing</c>, <c>not-configured</c>.</param>
    public sealed record Refused(string Code) : StepAnswer;

    /// <summary>Intune asks another administrator of the customer first: the same call is sent again with that code, within three days.</summary>
    /// <param name="ApprovalCode">The code of <c>x-msft-approval-code</c>.</param>
    public sealed record AwaitsCustomer(string ApprovalCode) : StepAnswer;
}
