using System.Collections.Concurrent;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Execution;

/// <summary>
/// A tenant that remembers which states hold and counts what was applied; the next answers can be written down beforehand. It refuses a tenant that it
/// does not know, as the real one does.
/// </summary>
internal sealed class ScriptedTenants(TimeProvider clock) : ITenants
{
    public static readonly Guid Created = new("c0000000-0000-4000-8000-00000000000c");
    private readonly ConcurrentDictionary<(Guid Tenant, string Step), DateTimeOffset> _holds = new();

    /// <summary>Everything that was applied, in order.</summary>
    public ConcurrentQueue<(Guid Tenant, Step Step)> Applied { get; } = new();

    /// <summary>Every call, applied or not.</summary>
    public ConcurrentQueue<(Guid Tenant, Step Step, StepCall Call)> Calls { get; } = new();

    /// <summary>What becomes of the next calls; null applies and answers with success.</summary>
    public ConcurrentQueue<Func<Step, StepCall, Action, StepAnswer>> Next { get; } = new();

    /// <summary>What the next looks see, instead of what holds.</summary>
    public ConcurrentQueue<StepSight> NextSights { get; } = new();

    /// <summary>How long it takes until an applied change is seen.</summary>
    public TimeSpan SeenAfter { get; set; }

    /// <summary>The phone is switched off: what was asked of it is kept at Intune.</summary>
    public bool PhoneIsOff { get; set; }

    /// <summary>The phone has left Intune.</summary>
    public bool PhoneIsGone { get; set; }

    public Task<TenantPicture> ReadAsync(Guid tenant, PictureWanted wanted, CancellationToken cancellationToken) => Task.FromResult(TenantPicture.Unread);

    public Task<StepSight> LookAsync(Guid tenant, Step step, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (NextSights.TryDequeue(out var scripted)) return Task.FromResult(scripted);
        var seen = _holds.TryGetValue((tenant, step.ToString()), out var at) && clock.GetUtcNow() >= at + SeenAfter;
        if (step is Step.LockDevice or Step.WipeDevice && PhoneIsGone) return Task.FromResult<StepSight>(step is Step.WipeDevice ? new StepSight.Untold() : new StepSight.Drifted("gone"));
        if (step is Step.LockDevice or Step.WipeDevice && PhoneIsOff && seen) return Task.FromResult<StepSight>(new StepSight.Pending());
        return Task.FromResult<StepSight>(seen
            ? new StepSight.Holds(step is Step.CreateAccount ? Created : null)
            : new StepSight.ToDo(step is Step.SetSignIn s ? s with { Allowed = !s.Allowed } : null));
    }

    public Task<StepAnswer> DoAsync(Guid tenant, Step step, StepCall call, CancellationToken cancellationToken)
    {
        Calls.Enqueue((tenant, step, call));
        return Task.FromResult(Next.TryDequeue(out var scripted) ? scripted(step, call, Apply) : Succeed());

        StepAnswer Succeed()
        {
            Apply();
            return new StepAnswer.Taken(step is Step.CreateAccount ? Created : null);
        }

        void Apply()
        {
            Applied.Enqueue((tenant, step));
            _holds[(tenant, step.ToString())] = clock.GetUtcNow();
        }
    }
}
