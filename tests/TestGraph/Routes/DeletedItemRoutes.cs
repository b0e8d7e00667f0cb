using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>What was deleted in the last 30 days.</summary>
internal static class DeletedItemRoutes
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static Route[] All { get; } =
    [
        new("GET", "directory/deletedItems/graph.user", Permissions.ReadUsers, "directory-deleteditems-list",
            call => call.Many(call.State.Deleted.Values.Where(item => item.Type == "user" && IsKept(item, call.Now)))),
        new("GET", "directory/deletedItems/{item}", Permissions.ReadUsers, "directory-deleteditems-get", call => call.One(Item(call))),
        new("POST", "directory/deletedItems/{item}/restore", Permissions.DeleteUsers, "directory-deleteditems-restore", Restore),
    ];

    private static GraphAnswer Restore(RouteContext call)
    {
        var item = Item(call);
        call.Parameters();
        var name = item.Text("_userPrincipalName")!;
        if (call.State.ByName(name) is not null) throw GraphRefusalException.Directory("Another object with the same value for property userPrincipalName already exists.");
        Privilege.Require(call, item);
        item.Values["userPrincipalName"] = name;
        item.Values["deletedDateTime"] = null;
        call.State.Deleted.Remove(item.Id);
        Licensing.Readmit(call.State, item);
        call.Target = item.Id;
        return call.One(item);
    }

    private static GraphObject Item(RouteContext call) =>
        call.State.Deleted.GetValueOrDefault(call.Keys["item"]) is { } item && IsKept(item, call.Now) ? item : throw GraphRefusalException.NotFound(call.Keys["item"]);

    private static bool IsKept(GraphObject item, DateTimeOffset now) =>
        DateTimeOffset.Parse(item.Text("deletedDateTime")!, System.Globalization.CultureInfo.InvariantCulture) + Kept > now;
}
