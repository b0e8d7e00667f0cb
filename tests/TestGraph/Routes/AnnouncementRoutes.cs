namespace SiOne.Bot.TestGraph.Routes;

/// <summary>What Microsoft announces in the tenant's message center.</summary>
internal static class AnnouncementRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "admin/serviceAnnouncement/messages", Permissions.ReadAnnouncements, "serviceannouncement-list-messages",
            call => call.Many(call.State.All("serviceUpdateMessage"))),
    ];
}
