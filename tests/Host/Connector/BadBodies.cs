using System.Text;
using System.Text.Json.Nodes;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Connector;

/// <summary>What a good token does not cover: bodies that are no activity, and activities that are not what the token proves.</summary>
internal static class BadBodies
{
    public static IReadOnlyDictionary<string, (int Status, string ContentType, Func<ConnectorBench, FakeUser, byte[]> Body)> All { get; } = Cases().ToDictionary(
        one => one.Name, one => (one.Status, one.ContentType, one.Body), StringComparer.Ordinal);

    private const string Json = "application/json";

    private static IEnumerable<(string Name, int Status, string ContentType, Func<ConnectorBench, FakeUser, byte[]> Body)> Cases() =>
    [
        ("empty", 400, Json, (_, _) => []),
        ("not JSON", 400, Json, Text("hello")),
        ("a list", 400, Json, Text("[]")),
        ("null", 400, Json, Text("null")),
        ("cut", 400, Json, (bench, user) => Good(bench, user)[..^5]),
        ("something behind it", 400, Json, (bench, user) => [.. Good(bench, user), .. "{}"u8]),
        ("no type", 400, Json, Changed(activity => activity.Remove("type"))),
        ("empty type", 400, Json, Changed(activity => activity["type"] = "")),
        ("type a number", 400, Json, Changed(activity => activity["type"] = 1)),
        ("two types", 400, Json, Doubled("\"type\":\"invoke\"")),
        ("two service addresses", 400, Json, Doubled("\"serviceUrl\":\"https://evil.example/\"")),
        ("two tenants below", 400, Json, Doubled("\"value\":{\"a\":1,\"a\":2}")),
        ("sender a text", 400, Json, Changed(activity => activity["from"] = "somebody")),
        ("time no time", 400, Json, Changed(activity => activity["timestamp"] = "yesterday")),
        ("deep", 400, Json, Changed(activity => activity["value"] = JsonNode.Parse(new string('[', 40) + new string(']', 40)))),
        ("deep where nobody looks", 400, Json, Changed(activity => activity["unknown"] = JsonNode.Parse(new string('[', 40) + new string(']', 40)))),
        ("half a surrogate pair", 400, Json, Doubled("\"value\":{\"a\":\"\\ud800\"}")),
        ("no UTF-8", 400, Json, (bench, user) => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(Good(bench, user)).Replace("bonjour", "été", StringComparison.Ordinal))),
        ("UTF-16", 400, Json, (bench, user) => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Good(bench, user)))),
        ("comments", 400, Json, (bench, user) => [.. "/* */"u8, .. Good(bench, user)]),
        ("huge", 413, Json, Changed(activity => activity["text"] = new string('x', ActivityBodySize + 1))),
        ("no content type", 415, "", Good),
        ("content type text", 415, "text/plain", Good),
        ("content type form", 415, "application/x-www-form-urlencoded", Good),
        ("content type XML", 415, "application/xml", Good),
        ("another charset", 415, "application/json; charset=iso-8859-1", Good),
        ("no channel", 403, Json, Changed(activity => activity.Remove("channelId"))),
        ("empty channel", 403, Json, Changed(activity => activity["channelId"] = "")),
        ("another channel", 403, Json, Changed(activity => activity["channelId"] = "skype")),
        ("channel of the emulator", 403, Json, Changed(activity => activity["channelId"] = "emulator")),
        ("channel in upper case", 403, Json, Changed(activity => activity["channelId"] = "MSTEAMS")),
        ("channel with a part", 403, Json, Changed(activity => activity["channelId"] = "msteams:Copilot")),
        ("no service address", 403, Json, Changed(activity => activity.Remove("serviceUrl"))),
        ("service address null", 403, Json, Changed(activity => activity["serviceUrl"] = null)),
        ("an evil host", 403, Json, Service((bench, _) => bench.Evil.Url.AbsoluteUri)),
        ("another port", 403, Json, Service((bench, good) => good.Replace(bench.Teams.Url, "http://127.0.0.1:1", StringComparison.Ordinal))),
        ("user info", 403, Json, Service((bench, good) => good.Replace("://", "://teams@", StringComparison.Ordinal))),
        ("host as user info", 403, Json, Service((bench, _) => $"{bench.Teams.Url}@{bench.Evil.Url.Authority}/emea/")),
        ("suffix trick", 403, Json, Service((bench, _) => $"{bench.Teams.Url}.evil.example/emea/")),
        ("path with a host's look", 403, Json, Service((_, good) => good.TrimEnd('/') + ".evil.example/")),
        ("query", 403, Json, Service((_, good) => good + "?x=1")),
        ("fragment", 403, Json, Service((_, good) => good + "#x")),
        ("another path", 403, Json, Service((bench, _) => bench.Teams.Url + "/other/")),
        ("steps up", 403, Json, Service((bench, _) => bench.Teams.Url + "/emea/../emea/")),
        ("space before", 403, Json, Service((_, good) => " " + good)),
        ("IPv6", 403, Json, Service((bench, _) => $"http://[::1]:{new Uri(bench.Teams.Url).Port}/emea/")),
        ("trailing dot", 403, Json, Service((bench, _) => $"http://127.0.0.1.:{new Uri(bench.Teams.Url).Port}/emea/")),
        ("unicode digits", 403, Json, Service((_, good) => good.Replace("127", "１２７", StringComparison.Ordinal))),
        ("decimal address", 403, Json, Service((bench, _) => $"http://2130706433:{new Uri(bench.Teams.Url).Port}/emea/")),
        ("no tenant", 403, Json, Changed(activity => (activity["channelData"], activity["conversation"]!["tenantId"]) = (null, null))),
        ("unknown tenant", 403, Json, Tenant(FakeTeams.NewTenant())),
        ("tenant no GUID", 403, Json, Tenant("contoso")),
        ("tenant of zeros", 403, Json, Tenant(Guid.Empty.ToString("D"))),
        ("tenants that differ", 403, Json, Changed(activity => activity["conversation"]!["tenantId"] = FakeTeams.TechnicianTenant)),
        ("tenant in braces", 403, Json, (bench, user) => Tenant($"{{{user.TenantId}}}")(bench, user)),
    ];

    private static int ActivityBodySize => Host.Connector.Inbound.ActivityBody.MaxBytes;

    public static byte[] Good(ConnectorBench bench, FakeUser user) => Changed(_ => { })(bench, user);

    private static Func<ConnectorBench, FakeUser, byte[]> Text(string text) => (_, _) => Encoding.UTF8.GetBytes(text);

    private static Func<ConnectorBench, FakeUser, byte[]> Changed(Action<JsonObject> change) => (bench, user) =>
    {
        var activity = bench.Teams.Activity(ActivityTypes.Message, bench.Teams.PersonalOf(user), user);
        activity["text"] = "bonjour";
        change(activity);
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    };

    private static Func<ConnectorBench, FakeUser, byte[]> Doubled(string member) =>
        (bench, user) => Encoding.UTF8.GetBytes($"{{{member},{Encoding.UTF8.GetString(Good(bench, user))[1..]}");

    private static Func<ConnectorBench, FakeUser, byte[]> Service(Func<ConnectorBench, string, string> change) =>
        (bench, user) => Changed(activity => activity["serviceUrl"] = change(bench, bench.Teams.ServiceUrl))(bench, user);

    private static Func<ConnectorBench, FakeUser, byte[]> Tenant(string id) => Changed(activity =>
        (activity["channelData"]!["tenant"]!["id"], activity["conversation"]!["tenantId"]) = (id, id));
}
