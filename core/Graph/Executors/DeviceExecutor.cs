using Microsoft.Graph.DeviceManagement.ManagedDevices.Item;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Settings;

namespace SiOne.Bot.Graph.Executors;

/// <summary>
/// An action on a device under Intune. Right before, the device is read live by its id: the same serial number, the same holder (RELIABILITY E63), and whether
/// the action was already taken since the step was intended.
/// </summary>
internal abstract class DeviceExecutor<TStep> : Executor<TStep>
    where TStep : Step
{
    private static readonly string[] Select = ["id", "serialNumber", "userId", "deviceActionResults"];

    /// <inheritdoc/>
    public sealed override PowerClass Power => PowerClass.Destroying;

    /// <inheritdoc/>
    public override string Permission => "DeviceManagementManagedDevices.PrivilegedOperations.All";

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> ReadPermissions => ["DeviceManagementManagedDevices.Read.All"];

    /// <summary>Intune's names of the action: older ones are still written.</summary>
    protected abstract string[] ActionNames { get; }

    /// <summary>What it means that Intune no longer knows the device.</summary>
    protected virtual StepSight Gone => new StepSight.Drifted("gone");

    /// <summary>The device.</summary>
    protected abstract DeviceRef DeviceOf(TStep step);

    /// <summary>Makes the call.</summary>
    protected abstract Task PostAsync(ManagedDeviceItemRequestBuilder device, StepCall call, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task<StepSight> LookAsync(TenantGraph graph, TStep step, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var wanted = DeviceOf(step);
        if (await FindAsync(graph, wanted.Id, cancellationToken) is not { } device) return Gone;
        if (!string.Equals(device.SerialNumber ?? "", wanted.SerialNumber, StringComparison.OrdinalIgnoreCase)) return new StepSight.Drifted("device-changed");
        if (!Guid.TryParse(device.UserId, out var holder) || holder != wanted.HolderId) return new StepSight.Drifted("holder-changed");
        var action = (device.DeviceActionResults ?? [])
            .Where(result => ActionNames.Contains(result.ActionName, StringComparer.OrdinalIgnoreCase) && result.StartDateTime >= graph.OursSince(since))
            .MaxBy(result => result.StartDateTime);
        return action?.ActionState switch
        {
            null or ActionState.None => new StepSight.ToDo(null),
            ActionState.Done => new StepSight.Holds(),
            ActionState.Pending or ActionState.Active => new StepSight.Pending(),
            _ => new StepSight.Failed(new StepAnswer.Refused("device-refused")), // Failed, cancelled or not supported: a person looks at it.
        };
    }

    /// <inheritdoc/>
    protected sealed override async Task<StepAnswer> DoAsync(TenantGraph graph, TStep step, StepCall call, CancellationToken cancellationToken)
    {
        await PostAsync(graph.With(Power).DeviceManagement.ManagedDevices[DeviceOf(step).Id], call, cancellationToken);
        return new StepAnswer.Taken();
    }

    private static async Task<ManagedDevice?> FindAsync(TenantGraph graph, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await graph.Reads.DeviceManagement.ManagedDevices[id].GetAsync(asked => asked.QueryParameters.Select = Select, cancellationToken);
        }
        catch (CallFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }
}
