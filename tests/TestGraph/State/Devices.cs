using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Routes;

namespace SiOne.Bot.TestGraph.State;

/// <summary>How far the actions on a device are.</summary>
internal static class Devices
{
    /// <summary>Writes that an action stands there; a new one of the same name replaces the one before.</summary>
    public static void Note(GraphObject device, string action, string state, DateTimeOffset now)
    {
        if (device.Values["deviceActionResults"] is not JsonArray results) device.Values["deviceActionResults"] = results = [];
        var before = results.OfType<JsonObject>().FirstOrDefault(result => (string?)result["actionName"] == action);
        if (before is not null && state != "pending")
        {
            before["actionState"] = state;
            before["lastUpdatedDateTime"] = UserRoutes.Stamp(now);
            return;
        }

        if (before is not null) results.Remove(before);
        results.Add(new JsonObject
        {
            ["actionName"] = action,
            ["actionState"] = state,
            ["startDateTime"] = UserRoutes.Stamp(now),
            ["lastUpdatedDateTime"] = UserRoutes.Stamp(now),
        });
    }
}
