using System.Net;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Files of a person or a group, and their earlier versions.</summary>
internal static class DriveRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "users/{user}/drive", Permissions.ReadFiles, "drive-get", call => call.One(DriveOf(call, call.User))),
        new("GET", "groups/{group}/drive", Permissions.ReadFiles, "drive-get", call => call.One(DriveOf(call, call.State.Get("group", call.Keys["group"])))),
        new("GET", "drives/{drive}", Permissions.ReadFiles, "drive-get", call => call.One(Drive(call))),
        .. Below("users/{user}/drive", call => DriveOf(call, call.User)),
        .. Below("groups/{group}/drive", call => DriveOf(call, call.State.Get("group", call.Keys["group"]))),
        .. Below("drives/{drive}", Drive),
    ];

    private static Route[] Below(string drive, Func<RouteContext, GraphObject> find) =>
    [
        new("GET", $"{drive}/root:/{{path}}", Permissions.ReadFiles, "driveitem-get", call => call.One(ByPath(find(call), call.Keys["path"]))),
        new("GET", $"{drive}/root:/{{path}}/versions", Permissions.ReadFiles, "driveitem-list-versions", call => call.Many(Versions(ByPath(find(call), call.Keys["path"])))),
        new("GET", $"{drive}/items/{{item}}", Permissions.ReadFiles, "driveitem-get", call => call.One(Item(find(call), call))),
        new("GET", $"{drive}/items/{{item}}/versions", Permissions.ReadFiles, "driveitem-list-versions", call => call.Many(Versions(Item(find(call), call)))),
        new("GET", $"{drive}/items/{{item}}/versions/{{version}}", Permissions.ReadFiles, "driveitemversion-get", call => call.One(Version(Item(find(call), call), call))),
        new("POST", $"{drive}/items/{{item}}/versions/{{version}}/restoreVersion", Permissions.WriteFiles, "driveitemversion-restoreversion", call => Restore(Item(find(call), call), call)),
    ];

    private static GraphObject DriveOf(RouteContext call, GraphObject owner) =>
        owner.LinksOf("drive") is [var id] ? call.State.Get("drive", id) : throw Missing("ResourceNotFound", "User's mysite not found.");

    private static GraphObject Drive(RouteContext call) => call.State.Find("drive", call.Keys["drive"]) ?? throw Missing();

    private static GraphObject ByPath(GraphObject drive, string path) =>
        drive.PartsOf("items").Find(item => string.Equals(item.Text("_path"), path, StringComparison.OrdinalIgnoreCase)) ?? throw Missing();

    private static GraphObject Item(GraphObject drive, RouteContext call) => drive.PartsOf("items").Find(item => item.Id == call.Keys["item"]) ?? throw Missing();

    // The newest first, as Graph lists them.
    private static IEnumerable<GraphObject> Versions(GraphObject item) => item.PartsOf("versions").AsEnumerable().Reverse();

    private static GraphObject Version(GraphObject item, RouteContext call) => item.PartsOf("versions").Find(version => version.Id == call.Keys["version"]) ?? throw Missing();

    // A restore makes a new version on top; nothing is lost.
    private static GraphAnswer Restore(GraphObject item, RouteContext call)
    {
        var restored = Version(item, call);
        call.Parameters();
        Files.AddVersion(item, (long)restored.Values["size"]!, restored.Text("_content")!, call.Now);
        call.Target = item.Id;
        return GraphAnswer.NoContent;
    }

    private static GraphRefusalException Missing(string code = "itemNotFound", string message = "The resource could not be found.") => new(HttpStatusCode.NotFound, code, message);
}
