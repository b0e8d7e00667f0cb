using Microsoft.Graph.DeviceManagement.ManagedDevices.Item;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Takes the company's data from the device, and the device out of Intune: a device that Intune does not know is retired.</summary>
internal sealed class RetireDeviceExecutor : DeviceExecutor<Step.RetireDevice>
{
    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/intune-devices-manageddevice-retire");

    /// <inheritdoc/>
    protected override string[] ActionNames => ["retire", "removeCompanyData"];

    /// <inheritdoc/>
    protected override StepSight Gone => new StepSight.Holds();

    /// <inheritdoc/>
    protected override DeviceRef DeviceOf(Step.RetireDevice step) => step.Device;

    /// <inheritdoc/>
    protected override Task PostAsync(ManagedDeviceItemRequestBuilder device, StepCall call, CancellationToken cancellationToken) =>
        device.Retire.PostAsync(asked => IntuneApproval.Add(asked.Headers, call), cancellationToken);
}
