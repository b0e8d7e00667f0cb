using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Teams: the members of the group behind each, as Teams writes them.</summary>
internal static class TeamRoutes
{
    private static readonly string[] Writable = ["roles", "visibleHistoryStartDateTime"];
    private static readonly string[] Allowed = ["@odata.type", "user@odata.bind", .. Writable];

    public static Route[] All { get; } =
    [
        new("GET", "teams/{team}/members", Permissions.ReadTeam, "team-list-members", call => call.Many(Members(call, Team(call)))),
        new("POST", "teams/{team}/members", Permissions.WriteTeam, "team-post-members", Add),
        new("DELETE", "teams/{team}/members/{membership}", Permissions.WriteTeam, "team-delete-members", Drop),
    ];

    private static GraphObject Team(RouteContext call)
    {
        var team = call.State.Find("group", call.Keys["team"]) is { } group && Groups.IsTeam(group)
            ? group
            : throw new GraphRefusalException(HttpStatusCode.NotFound, "NotFound", $"No team found with Group Id {call.Keys["team"]}");
        call.Target = team.Id;
        return team;
    }

    private static IEnumerable<GraphObject> Members(RouteContext call, GraphObject team) =>
        team.LinksOf("members").Select(call.State.Principal).OfType<GraphObject>().Where(member => member.Type == "user").Select(member => Member(call, team, member));

    private static GraphObject Member(RouteContext call, GraphObject team, GraphObject user) => new(
        "aadUserConversationMember", Convert.ToBase64String(Encoding.UTF8.GetBytes($"MCMjMiMj{team.Id}##{user.Id}")), new JsonObject
        {
            ["roles"] = team.LinksOf("owners").Contains(user.Id) ? ["owner"] : new JsonArray(),
            ["displayName"] = user.Text("displayName"),
            ["userId"] = user.Id,
            ["email"] = user.Text("mail"),
            ["tenantId"] = call.Tenant.Id,
        });

    private static GraphAnswer Add(RouteContext call)
    {
        var team = Team(call);
        var body = call.Body("aadUserConversationMember", Writable);
        if (body.Select(property => property.Key).FirstOrDefault(name => !Allowed.Contains(name, StringComparer.Ordinal)) is { } unknown) throw GraphRefusalException.BadRequest($"Invalid property '{unknown}'.");
        if ((string?)body["@odata.type"] is not "#microsoft.graph.aadUserConversationMember") throw GraphRefusalException.BadRequest("The type of the member is missing.");
        if (body["roles"] is not JsonArray roles || roles.Any(role => (string?)role is not ("owner" or "guest"))) throw GraphRefusalException.BadRequest("Invalid role specified for member.");
        var user = Reference.Follow(call, body["user@odata.bind"]);
        // Who is there already is answered as who is new (https://github.com/microsoftgraph/microsoft-graph-docs/issues/9303), unlike in groups.
        call.IsUnchanged = team.LinksOf("members").Contains(user.Id);
        if (!call.IsUnchanged) Join(call, team, user, roles);
        return new GraphAnswer(HttpStatusCode.Created, Shape.One(Member(call, team, user), Metadata.GraphMetadata.Current.Type("aadUserConversationMember"), null, call.State));
    }

    private static void Join(RouteContext call, GraphObject team, GraphObject user, JsonArray roles)
    {
        team.LinksOf("members").Add(user.Id);
        if (roles.Any(role => (string?)role == "owner")) team.LinksOf("owners").Add(user.Id);
        Licensing.FollowGroup(call.State, team, user, isMember: true, call.Now);
    }

    private static GraphAnswer Drop(RouteContext call)
    {
        var team = Team(call);
        var member = Members(call, team).FirstOrDefault(member => member.Id == call.Keys["membership"])
            ?? throw new GraphRefusalException(HttpStatusCode.NotFound, "NotFound", "The membership was not found.");
        var userId = member.Text("userId")!;
        team.LinksOf("members").Remove(userId);
        team.LinksOf("owners").Remove(userId);
        Licensing.FollowGroup(call.State, team, call.State.Get("user", userId), isMember: false, call.Now);
        return GraphAnswer.NoContent;
    }
}
