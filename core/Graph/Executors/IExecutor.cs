using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Settings;

namespace SiOne.Bot.Graph.Executors;

/// <summary>How one kind of step is looked at and done. Looking reads only; doing makes at most one call that changes something.</summary>
internal interface IExecutor
{
    /// <summary>The step's type.</summary>
    Type Step { get; }

    /// <summary>Which app registration does it.</summary>
    PowerClass Power { get; }

    /// <summary>The least application permission of the call that changes something.</summary>
    string Permission { get; }

    /// <summary>What looking needs.</summary>
    IReadOnlyList<string> ReadPermissions { get; }

    /// <summary>Microsoft's page of the call, which says what app-only rights can do.</summary>
    Uri Page { get; }

    /// <summary>Whether the step's state holds.</summary>
    Task<StepSight> LookAsync(TenantGraph graph, Step step, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Makes the call.</summary>
    Task<StepAnswer> DoAsync(TenantGraph graph, Step step, StepCall call, CancellationToken cancellationToken);
}

/// <summary>An executor that knows its step's type.</summary>
internal abstract class Executor<TStep> : IExecutor
    where TStep : Step
{
    /// <inheritdoc/>
    public Type Step => typeof(TStep);

    /// <inheritdoc/>
    public virtual PowerClass Power => PowerClass.Changing;

    /// <inheritdoc/>
    public abstract string Permission { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<string> ReadPermissions { get; }

    /// <inheritdoc/>
    public abstract Uri Page { get; }

    /// <inheritdoc/>
    public Task<StepSight> LookAsync(TenantGraph graph, Step step, DateTimeOffset since, CancellationToken cancellationToken) =>
        LookAsync(graph, (TStep)step, since, cancellationToken);

    /// <inheritdoc/>
    public Task<StepAnswer> DoAsync(TenantGraph graph, Step step, StepCall call, CancellationToken cancellationToken) =>
        DoAsync(graph, (TStep)step, call, cancellationToken);

    /// <summary>Whether the state holds.</summary>
    protected abstract Task<StepSight> LookAsync(TenantGraph graph, TStep step, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Makes the call.</summary>
    protected abstract Task<StepAnswer> DoAsync(TenantGraph graph, TStep step, StepCall call, CancellationToken cancellationToken);
}
