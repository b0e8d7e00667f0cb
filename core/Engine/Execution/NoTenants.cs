using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Execution;

/// <summary>No tenant is reached, since nothing says how: plans are shown, and none can run.</summary>
public sealed class NoTenants : ITenants
{
    private const string Code = "not-configured";

    /// <inheritdoc/>
    public Task<TenantPicture> ReadAsync(Guid tenant, PictureWanted wanted, CancellationToken cancellationToken) =>
        Task.FromResult(TenantPicture.Unread with { Failed = true });

    /// <inheritdoc/>
    public Task<StepSight> LookAsync(Guid tenant, Step step, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<StepSight>(new StepSight.Failed(new StepAnswer.Refused(Code)));

    /// <inheritdoc/>
    public Task<StepAnswer> DoAsync(Guid tenant, Step step, StepCall call, CancellationToken cancellationToken) =>
        Task.FromResult<StepAnswer>(new StepAnswer.Refused(Code));
}
