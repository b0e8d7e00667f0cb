using System.Collections.Concurrent;

namespace SiOne.Bot.TestGraph;

/// <summary>A call that arrived. Bodies are not kept: they may hold passwords.</summary>
/// <param name="At">When, by the server's clock.</param>
/// <param name="TenantId">The tenant of the token; null where the token was no good, and for the sign-in service the tenant of the path.</param>
/// <param name="AppId">The app of the token, or null.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Path">As called, decoded.</param>
/// <param name="Query">As called.</param>
/// <param name="Status">What was answered; 0 where the connection was cut.</param>
public sealed record GraphCall(DateTimeOffset At, string? TenantId, string? AppId, string Method, string Path, string Query, int Status);

/// <summary>A change that was made to a tenant, whether or not its caller learnt of it.</summary>
/// <param name="At">When, by the server's clock.</param>
/// <param name="TenantId">In which tenant.</param>
/// <param name="AppId">By which app.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Path">As called, decoded.</param>
/// <param name="Route">The route's template, such as <c>users/{user}/assignLicense</c>.</param>
/// <param name="TargetId">The id of the object that was changed, made or deleted.</param>
public sealed record GraphEffect(DateTimeOffset At, string TenantId, string AppId, string Method, string Path, string Route, string TargetId);

/// <summary>What was called and what came of it, oldest first.</summary>
public sealed class GraphLog
{
    private readonly ConcurrentQueue<GraphCall> _calls = new();
    private readonly ConcurrentQueue<GraphEffect> _effects = new();

    /// <summary>Every call, whatever was answered.</summary>
    public IReadOnlyList<GraphCall> Calls => [.. _calls];

    /// <summary>Every change that was made.</summary>
    public IReadOnlyList<GraphEffect> Effects => [.. _effects];

    internal void Add(GraphCall call) => _calls.Enqueue(call);

    internal void Add(GraphEffect effect) => _effects.Enqueue(effect);
}
