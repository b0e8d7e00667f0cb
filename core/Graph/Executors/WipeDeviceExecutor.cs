using Microsoft.Graph.DeviceManagement.ManagedDevices.Item;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.Wipe;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Erases the device. A wiped device leaves Intune, and so does one that somebody removes: that it is gone tells nothing.</summary>
internal sealed class WipeDeviceExecutor : DeviceExecutor<Step.WipeDevice>
{
    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/intune-devices-manageddevice-wipe");

    /// <inheritdoc/>
    protected override string[] ActionNames => ["wipe", "factoryReset"];

    /// <inheritdoc/>
    protected override StepSight Gone => new StepSight.Untold();

    /// <inheritdoc/>
    protected override DeviceRef DeviceOf(Step.WipeDevice step) => step.Device;

    /// <inheritdoc/>
    protected override Task PostAsync(ManagedDeviceItemRequestBuilder device, StepCall call, CancellationToken cancellationToken) =>
        device.Wipe.PostAsync(new WipePostRequestBody { KeepEnrollmentData = false, KeepUserData = false }, asked => IntuneApproval.Add(asked.Headers, call), cancellationToken);
}
