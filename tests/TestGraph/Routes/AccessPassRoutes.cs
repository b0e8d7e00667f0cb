using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Temporary access passes: the secret is answered once, when it is made; a new one replaces the one before.</summary>
internal static class AccessPassRoutes
{
    private const string Parts = "temporaryAccessPassMethods";
    private const string Path = "users/{user}/authentication/temporaryAccessPassMethods";
    private const int ShortestMinutes = 10;
    private const int LongestMinutes = 43_200;
    private static readonly string[] Writable = ["isUsableOnce", "lifetimeInMinutes", "startDateTime"];

    public static Route[] All { get; } =
    [
        new("GET", Path, Permissions.ReadAccessPass, "authentication-list-temporaryaccesspassmethods", call => call.Many(Passes(call))),
        new("GET", $"{Path}/{{pass}}", Permissions.ReadAccessPass, "temporaryaccesspassauthenticationmethod-get", call => call.One(Pass(call))),
        new("POST", Path, Permissions.WriteAccessPass, "authentication-post-temporaryaccesspassmethods", Create),
        new("DELETE", $"{Path}/{{pass}}", Permissions.WriteAccessPass, "temporaryaccesspassauthenticationmethod-delete", Delete),
    ];

    private static GraphAnswer Create(RouteContext call)
    {
        var user = call.User;
        Privilege.Require(call, user);
        var body = call.Body("temporaryAccessPassAuthenticationMethod", Writable);
        if (!call.Tenant.AllowsAccessPasses) throw GraphRefusalException.BadRequest("Temporary Access Pass is not enabled by the authentication methods policy of the tenant.");
        var minutes = (int?)body["lifetimeInMinutes"] ?? 60;
        if (minutes is < ShortestMinutes or > LongestMinutes) throw GraphRefusalException.BadRequest("The lifetime of the Temporary Access Pass is out of the range that the policy allows.");
        var start = body["startDateTime"] is { } wanted ? DateTimeOffset.Parse((string)wanted!, CultureInfo.InvariantCulture) : call.Now;
        var pass = new GraphObject("temporaryAccessPassAuthenticationMethod", Guid.NewGuid().ToString(), new JsonObject
        {
            ["startDateTime"] = UserRoutes.Stamp(start),
            ["lifetimeInMinutes"] = minutes,
            ["isUsableOnce"] = (bool?)body["isUsableOnce"] ?? false,
        });
        user.PartsOf(Parts).Clear();
        user.PartsOf(Parts).Add(pass);
        call.Target = pass.Id;
        var shaped = Shown(pass, call.Now);
        shaped.Values["temporaryAccessPass"] = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 8);
        return call.One(shaped, HttpStatusCode.Created);
    }

    private static GraphAnswer Delete(RouteContext call)
    {
        var pass = Pass(call);
        call.User.PartsOf(Parts).RemoveAll(part => part.Id == pass.Id);
        call.Target = pass.Id;
        return GraphAnswer.NoContent;
    }

    private static IEnumerable<GraphObject> Passes(RouteContext call) => call.User.PartsOf(Parts).Select(pass => Shown(pass, call.Now));

    private static GraphObject Pass(RouteContext call) => Passes(call).FirstOrDefault(pass => pass.Id == call.Keys["pass"])
        ?? throw new GraphRefusalException(HttpStatusCode.NotFound, "resourceNotFound", "The requested resource is not available.");

    private static GraphObject Shown(GraphObject pass, DateTimeOffset now)
    {
        var shown = pass.Clone();
        var start = DateTimeOffset.Parse(pass.Text("startDateTime")!, CultureInfo.InvariantCulture);
        var end = start.AddMinutes((int)pass.Values["lifetimeInMinutes"]!);
        shown.Values["isUsable"] = start <= now && now < end;
        shown.Values["methodUsabilityReason"] = now < start ? "NotYetValid" : now < end ? "EnabledByPolicy" : "Expired";
        return shown;
    }
}
