using Microsoft.Graph.DeviceManagement.ManagedDevices.Item;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Asks the device where it is. The place stays in Intune, where a technician reads it: it is nobody else's here.</summary>
internal sealed class LocateDeviceExecutor : DeviceExecutor<Step.LocateDevice>
{
    /// <summary>Microsoft's page of this action names this one alone.</summary>
    public override string Permission => "DeviceManagementManagedDevices.ReadWrite.All";

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/intune-devices-manageddevice-locatedevice");

    /// <inheritdoc/>
    protected override string[] ActionNames => ["locateDevice"];

    /// <inheritdoc/>
    protected override DeviceRef DeviceOf(Step.LocateDevice step) => step.Device;

    /// <inheritdoc/>
    protected override Task PostAsync(ManagedDeviceItemRequestBuilder device, StepCall call, CancellationToken cancellationToken) =>
        device.LocateDevice.PostAsync(asked => IntuneApproval.Add(asked.Headers, call), cancellationToken);
}
