using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>A person's manager, memberships and sessions.</summary>
internal static class UserLinkRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "users/{user}/manager", Permissions.ReadUsers, "user-list-manager", call => call.One(Manager(call))),
        new("PUT", "users/{user}/manager/$ref", Permissions.WriteUsers, "user-post-manager", SetManager),
        new("DELETE", "users/{user}/manager/$ref", Permissions.WriteUsers, "user-delete-manager", DropManager),
        new("GET", "users/{user}/memberOf", Permissions.ReadMemberships, "user-list-memberof", call => call.Many(Memberships(call, isTransitive: false, null))),
        new("GET", "users/{user}/memberOf/graph.group", Permissions.ReadMemberships, "user-list-memberof", call => call.Many(Memberships(call, isTransitive: false, "group"))),
        new("GET", "users/{user}/memberOf/graph.directoryRole", Permissions.ReadMemberships, "user-list-memberof", call => call.Many(Memberships(call, isTransitive: false, "directoryRole"))),
        new("GET", "users/{user}/transitiveMemberOf", Permissions.ReadMemberships, "user-list-transitivememberof", call => call.Many(Memberships(call, isTransitive: true, null))),
        new("GET", "users/{user}/transitiveMemberOf/graph.group", Permissions.ReadMemberships, "user-list-transitivememberof", call => call.Many(Memberships(call, isTransitive: true, "group"))),
        new("GET", "users/{user}/transitiveMemberOf/graph.directoryRole", Permissions.ReadMemberships, "user-list-transitivememberof", call => call.Many(Memberships(call, isTransitive: true, "directoryRole"))),
        new("POST", "users/{user}/revokeSignInSessions", Permissions.RevokeSessions, "user-revokesigninsessions", Revoke),
    ];

    private static GraphObject Manager(RouteContext call) =>
        call.User.LinksOf("manager") is [var id] && call.State.Find("user", id) is { } manager ? manager : throw GraphRefusalException.NotFound("manager");

    private static GraphAnswer SetManager(RouteContext call)
    {
        var user = call.User;
        var manager = Reference.Read(call);
        if (user.Is("onPremisesSyncEnabled")) throw GraphRefusalException.Synchronized();
        if (manager.Type != "user") throw GraphRefusalException.InvalidValue("manager", "User");
        var links = user.LinksOf("manager");
        links.Clear();
        links.Add(manager.Id);
        return GraphAnswer.NoContent;
    }

    private static GraphAnswer DropManager(RouteContext call)
    {
        var user = call.User;
        if (user.Is("onPremisesSyncEnabled")) throw GraphRefusalException.Synchronized();
        if (user.LinksOf("manager").Count == 0) throw GraphRefusalException.NotFound("manager");
        user.LinksOf("manager").Clear();
        return GraphAnswer.NoContent;
    }

    private static IEnumerable<GraphObject> Memberships(RouteContext call, bool isTransitive, string? type) =>
        call.State.MemberOf(call.User.Id, isTransitive).Where(holder => type is null || holder.Type == type);

    private static GraphAnswer Revoke(RouteContext call)
    {
        var user = call.User;
        call.Parameters();
        user.Values["signInSessionsValidFromDateTime"] = UserRoutes.Stamp(call.Now);
        return new GraphAnswer(HttpStatusCode.OK, new JsonObject { ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#Edm.Boolean", ["value"] = true });
    }
}
