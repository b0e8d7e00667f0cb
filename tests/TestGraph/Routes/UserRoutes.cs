using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>People: read, make, change, delete.</summary>
internal static class UserRoutes
{
    private static readonly string[] Mandatory = ["accountEnabled", "displayName", "mailNickname", "passwordProfile", "userPrincipalName"];

    public static Route[] All { get; } =
    [
        new("GET", "users", Permissions.ReadUsers, "user-list", call => call.Many(call.State.All("user"))),
        new("GET", "users/{user}", Permissions.ReadUsers, "user-get", call => call.One(call.User)),
        new("POST", "users", Permissions.WriteUsers, "user-post-users", Create),
        new("PATCH", "users/{user}", Permissions.ChangeUsers, "user-update", Change),
        new("DELETE", "users/{user}", Permissions.DeleteUsers, "user-delete", Delete),
    ];

    private static GraphAnswer Create(RouteContext call)
    {
        var body = call.Body("user", UserChanges.Writable);
        if (Array.Find(Mandatory, name => body[name] is null) is { } missing) throw GraphRefusalException.Directory($"A value is required for property '{missing}' of resource 'User'.");
        UserChanges.Check(call, body, null);
        if (body["passwordProfile"]!["password"] is null) throw GraphRefusalException.Directory("A value is required for property 'password' of resource 'User'.");
        var user = new GraphObject("user", Guid.NewGuid().ToString(), new JsonObject
        {
            ["createdDateTime"] = Stamp(call.Now),
            ["userType"] = "Member",
            ["onPremisesSyncEnabled"] = null,
        });
        UserChanges.Apply(user, body, call.Now);
        call.State.Add(user);
        call.Target = user.Id;
        return call.One(user, HttpStatusCode.Created);
    }

    private static GraphAnswer Change(RouteContext call)
    {
        var user = call.User;
        var body = call.Body("user", UserChanges.Writable);
        if (!body.Any(property => !property.Key.Contains('@', StringComparison.Ordinal))) throw GraphRefusalException.Directory("A resource update needs at least one property.");
        UserChanges.Allow(call, body, user);
        UserChanges.Check(call, body, user);
        UserChanges.Apply(user, body, call.Now);
        return GraphAnswer.NoContent;
    }

    private static GraphAnswer Delete(RouteContext call)
    {
        var user = call.User;
        Privilege.Require(call, user);
        if (user.Is("onPremisesSyncEnabled")) throw GraphRefusalException.Synchronized();
        call.State.Remove(user);
        // A deleted name is free again: Entra puts the id before it, and keeps the old one for a restore.
        user.Values["_userPrincipalName"] = user.Text("userPrincipalName");
        user.Values["userPrincipalName"] = user.Id.Replace("-", "", StringComparison.Ordinal) + user.Text("userPrincipalName");
        user.Values["deletedDateTime"] = Stamp(call.Now);
        call.State.Deleted[user.Id] = user;
        Licensing.Refresh(call.State, user);
        return GraphAnswer.NoContent;
    }

    /// <summary>An instant as Graph writes it.</summary>
    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
