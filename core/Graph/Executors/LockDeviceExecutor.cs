using Microsoft.Graph.DeviceManagement.ManagedDevices.Item;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Locks the device.</summary>
internal sealed class LockDeviceExecutor : DeviceExecutor<Step.LockDevice>
{
    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/intune-devices-manageddevice-remotelock");

    /// <inheritdoc/>
    protected override string[] ActionNames => ["remoteLock"];

    /// <inheritdoc/>
    protected override DeviceRef DeviceOf(Step.LockDevice step) => step.Device;

    /// <inheritdoc/>
    protected override Task PostAsync(ManagedDeviceItemRequestBuilder device, StepCall call, CancellationToken cancellationToken) =>
        device.RemoteLock.PostAsync(asked => IntuneApproval.Add(asked.Headers, call), cancellationToken);
}
