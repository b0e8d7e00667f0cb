namespace SiOne.Bot.TestGraph.Routes;

/// <summary>The tenant itself and its domains.</summary>
internal static class OrganizationRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "organization", Permissions.ReadOrganization, "organization-list", call => call.Many(call.State.All("organization"))),
        new("GET", "organization/{organization}", Permissions.ReadOrganization, "organization-get", call => call.One(call.State.Get("organization", call.Keys["organization"]))),
        new("GET", "domains", Permissions.ReadDomains, "domain-list", call => call.Many(call.State.All("domain"))),
        new("GET", "domains/{domain}", Permissions.ReadDomains, "domain-get", call => call.One(call.State.Get("domain", call.Keys["domain"]))),
    ];
}
