using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Who may do sensitive things to people who hold a role (https://learn.microsoft.com/graph/api/resources/users#who-can-perform-sensitive-actions).</summary>
internal static class Privilege
{
    private static readonly string[] Highest = [Roles.GlobalAdministrator, Roles.PrivilegedAuthenticationAdministrator];

    /// <summary>Refuses where the user holds a role and the app holds none of the highest.</summary>
    public static void Require(RouteContext call, GraphObject user)
    {
        if (RolesOf(call.State, user.Id).Any() && !AppHolds(call, Highest)) throw GraphRefusalException.Denied();
    }

    /// <summary>Whether the app holds one of these roles in this tenant.</summary>
    public static bool AppHolds(RouteContext call, params string[] roles) =>
        call.Tenant.PrincipalOf(call.Token.AppId) is { } principal && RolesOf(call.State, principal).Intersect(roles, StringComparer.Ordinal).Any();

    private static IEnumerable<string> RolesOf(TenantState state, string principalId) =>
        state.MemberOf(principalId, isTransitive: true).Where(holder => holder.Type == "directoryRole").Select(role => role.Text("roleTemplateId")!);
}
