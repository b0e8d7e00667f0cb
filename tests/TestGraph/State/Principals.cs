using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Routes;

namespace SiOne.Bot.TestGraph.State;

/// <summary>The apps in a tenant (service principals), and what each was granted of Microsoft Graph's roles.</summary>
internal static class Principals
{
    /// <summary>The principal of that app, or null.</summary>
    public static GraphObject? Find(TenantState state, string appId) => state.All("servicePrincipal").FirstOrDefault(principal => principal.Text("appId") == appId);

    /// <summary>The principal of that app, made where there was none.</summary>
    public static GraphObject Ensure(TenantState state, string appId, string displayName) => Find(state, appId)
        ?? state.Add(new GraphObject("servicePrincipal", Guid.NewGuid().ToString(), new JsonObject
        {
            ["appId"] = appId,
            ["displayName"] = displayName,
            ["appDisplayName"] = displayName,
            ["accountEnabled"] = true,
            ["servicePrincipalType"] = "Application",
            ["appRoles"] = new JsonArray(),
        }));

    /// <summary>Writes that an app was granted a permission, and that Graph has it.</summary>
    public static void Assign(TenantState state, GraphObject principal, string permission, DateTimeOffset now)
    {
        var graph = Ensure(state, GraphTenant.GraphAppId, "Microsoft Graph");
        var roles = graph.Values["appRoles"]!.AsArray();
        if (!roles.Any(role => (string?)role!["value"] == permission))
        {
            roles.Add(new JsonObject
            {
                ["id"] = RoleId(permission),
                ["value"] = permission,
                ["displayName"] = permission,
                ["isEnabled"] = true,
                ["allowedMemberTypes"] = new JsonArray("Application"),
            });
        }

        principal.PartsOf("appRoleAssignments").Add(new GraphObject("appRoleAssignment", Guid.NewGuid().ToString("N"), new JsonObject
        {
            ["appRoleId"] = RoleId(permission),
            ["createdDateTime"] = UserRoutes.Stamp(now),
            ["principalId"] = principal.Id,
            ["principalDisplayName"] = principal.Text("displayName"),
            ["principalType"] = "ServicePrincipal",
            ["resourceId"] = graph.Id,
            ["resourceDisplayName"] = "Microsoft Graph",
        }));
    }

    /// <summary>Takes it back.</summary>
    public static void Unassign(TenantState state, string appId, string permission) =>
        Find(state, appId)!.PartsOf("appRoleAssignments").RemoveAll(assignment => assignment.Text("appRoleId") == RoleId(permission));

    // Microsoft's ids of its roles are not kept here: who asks finds name and id on Graph's own principal.
    private static string RoleId(string permission) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(permission))[..16]).ToString();
}
