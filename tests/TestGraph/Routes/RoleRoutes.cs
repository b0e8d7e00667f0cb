using SiOne.Bot.TestGraph.State;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Administrative roles, who holds them, and what the apps may do.</summary>
internal static class RoleRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "directoryRoles", Permissions.ReadRoles, "directoryrole-list", call => call.Many(call.State.All("directoryRole"))),
        new("GET", "directoryRoles/{role}", Permissions.ReadRoles, "directoryrole-get", call => call.One(Role(call))),
        new("GET", "directoryRoles/{role}/members", Permissions.ReadRoles, "directoryrole-list-members",
            call => call.Many(Role(call).LinksOf("members").Select(call.State.Principal).OfType<GraphObject>())),
        new("GET", "roleManagement/directory/roleAssignments", Permissions.ReadRoles, "rbacapplication-list-roleassignments",
            call => call.Many(call.State.All("unifiedRoleAssignment"))),
        new("GET", "roleManagement/directory/roleEligibilityScheduleInstances", Permissions.ReadRoles, "rbacapplication-list-roleeligibilityscheduleinstances",
            call => call.Many(call.State.All("unifiedRoleEligibilityScheduleInstance"))),
        new("GET", "roleManagement/directory/roleDefinitions", Permissions.ReadRoles, "rbacapplication-list-roledefinitions",
            call => call.Many(call.State.All("unifiedRoleDefinition"))),
        new("GET", "servicePrincipals", Permissions.ReadApps, "serviceprincipal-list", call => call.Many(call.State.All("servicePrincipal"))),
        new("GET", "servicePrincipals/{principal}", Permissions.ReadApps, "serviceprincipal-get", call => call.One(call.State.Get("servicePrincipal", call.Keys["principal"]))),
        new("GET", "servicePrincipals/{principal}/appRoleAssignments", Permissions.ReadApps, "serviceprincipal-list-approleassignments",
            call => call.Many(call.State.Get("servicePrincipal", call.Keys["principal"]).PartsOf("appRoleAssignments"))),
    ];

    private static GraphObject Role(RouteContext call) => call.State.Get("directoryRole", call.Keys["role"]);
}
