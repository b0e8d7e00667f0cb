using System.Net;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Phones and computers that Intune manages, and what can be done to them from afar.</summary>
internal static class DeviceRoutes
{
    private const string Device = "deviceManagement/managedDevices/{device}";

    public static Route[] All { get; } =
    [
        new("GET", "deviceManagement/managedDevices", Permissions.ReadDevices, "intune-devices-manageddevice-list", call => call.Many(call.State.All("managedDevice"))),
        new("GET", Device, Permissions.ReadDevices, "intune-devices-manageddevice-get", call => call.One(Find(call))),
        new("GET", "users/{user}/managedDevices", Permissions.ReadDevices, "intune-devices-manageddevice-list", call => call.Many(Of(call, call.User.Id))),
        new("POST", $"{Device}/locateDevice", Permissions.LocateDevices, "intune-devices-manageddevice-locatedevice", call => Act(call, "locateDevice")),
        new("POST", $"{Device}/remoteLock", Permissions.ActOnDevices, "intune-devices-manageddevice-remotelock", call => Act(call, "remoteLock")),
        new("POST", $"{Device}/retire", Permissions.ActOnDevices, "intune-devices-manageddevice-retire", call => Act(call, "retire")),
        new("POST", $"{Device}/wipe", Permissions.ActOnDevices, "intune-devices-manageddevice-wipe", call => Act(call, "wipe")),
    ];

    private static IEnumerable<GraphObject> Of(RouteContext call, string userId) => call.State.All("managedDevice").Where(device => device.Text("userId") == userId);

    private static GraphObject Find(RouteContext call)
    {
        var id = call.Keys["device"];
        var device = call.State.Find("managedDevice", id) ?? throw new GraphRefusalException(HttpStatusCode.NotFound, "ResourceNotFound", $"The device {id} was not found.");
        call.Target = device.Id;
        return device;
    }

    private static GraphAnswer Act(RouteContext call, string action)
    {
        var device = Find(call);
        var parameters = call.Parameters();
        if (action is "wipe" or "retire") call.Tenant.Approvals.Require(call.Request, action, device.Id, parameters.ToJsonString(), call.Now);
        Devices.Note(device, action, "pending", call.Now);
        return GraphAnswer.NoContent;
    }
}
