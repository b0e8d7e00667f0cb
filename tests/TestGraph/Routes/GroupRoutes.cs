using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Groups and who is in them.</summary>
internal static class GroupRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "groups", Permissions.ReadGroups, "group-list", call => call.Many(call.State.All("group"))),
        new("GET", "groups/{group}", Permissions.ReadGroups, "group-get", call => call.One(Group(call))),
        new("GET", "groups/{group}/members", Permissions.ReadGroups, "group-list-members", call => call.Many(Linked(call, "members"))),
        new("GET", "groups/{group}/members/graph.user", Permissions.ReadGroups, "group-list-members", call => call.Many(Linked(call, "members").Where(member => member.Type == "user"))),
        new("GET", "groups/{group}/owners", Permissions.ReadGroups, "group-list-owners", call => call.Many(Linked(call, "owners"))),
        new("POST", "groups/{group}/members/$ref", Permissions.WriteMembers, "group-post-members", AddMember),
        new("DELETE", "groups/{group}/members/{member}/$ref", Permissions.WriteMembers, "group-delete-members", DropMember),
    ];

    /// <summary>Refuses groups whose members Graph does not change.</summary>
    public static void RequireChangeable(RouteContext call, GraphObject group)
    {
        if (Groups.Has(group, "DynamicMembership")) throw GraphRefusalException.Directory("The members of a dynamic group follow from its rule and cannot be changed.");
        if (group.Is("onPremisesSyncEnabled")) throw GraphRefusalException.Synchronized();
        // Distribution lists and mail-enabled security groups are Exchange's.
        if (group.Is("mailEnabled") && !Groups.Has(group, "Unified")) throw GraphRefusalException.Directory("Cannot Update a mail-enabled security groups and or distribution list.");
        if (group.Is("isAssignableToRole") && !call.Has("RoleManagement.ReadWrite.Directory")) throw GraphRefusalException.Denied();
    }

    private static GraphObject Group(RouteContext call)
    {
        var group = call.State.Get("group", call.Keys["group"]);
        call.Target = group.Id;
        return group;
    }

    private static IEnumerable<GraphObject> Linked(RouteContext call, string name) => Group(call).LinksOf(name).Select(call.State.Principal).OfType<GraphObject>();

    private static GraphAnswer AddMember(RouteContext call)
    {
        var group = Group(call);
        var member = Reference.Read(call);
        RequireChangeable(call, group);
        if (group.LinksOf("members").Contains(member.Id, StringComparer.OrdinalIgnoreCase))
            throw GraphRefusalException.Directory("One or more added object references already exist for the following modified properties: 'members'.");
        group.LinksOf("members").Add(member.Id);
        Licensing.FollowGroup(call.State, group, member, isMember: true, call.Now);
        return GraphAnswer.NoContent;
    }

    private static GraphAnswer DropMember(RouteContext call)
    {
        var group = Group(call);
        var member = call.State.Principal(call.Keys["member"]);
        if (member is null || !group.LinksOf("members").Contains(member.Id)) throw GraphRefusalException.NotFound(call.Keys["member"]);
        RequireChangeable(call, group);
        group.LinksOf("members").Remove(member.Id);
        Licensing.FollowGroup(call.State, group, member, isMember: false, call.Now);
        return GraphAnswer.NoContent;
    }
}
