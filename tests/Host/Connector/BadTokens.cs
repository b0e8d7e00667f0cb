using System.Text.Json.Nodes;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Connector;

/// <summary>Authorization headers that prove nothing, by what is wrong with them, and the status that each is answered.</summary>
internal static class BadTokens
{
    private static readonly string[] Msteams = ["msteams"];

    public static IReadOnlyDictionary<string, (int Status, Func<ConnectorBench, string?> Header)> All { get; } = Cases().ToDictionary(
        one => one.Name, one => (one.Status, one.Header), StringComparer.Ordinal);

    private static IEnumerable<(string Name, int Status, Func<ConnectorBench, string?> Header)> Cases() =>
    [
        ("no header", 401, _ => null),
        ("empty header", 401, _ => ""),
        ("basic", 401, _ => "Basic dXNlcjpwYXNzd29yZA=="),
        ("bearer without a token", 401, _ => "Bearer "),
        ("no scheme", 401, bench => bench.Teams.Token(bench.Teams.Customers)),
        ("not three parts", 401, _ => "Bearer abc"),
        ("two parts", 401, bench => "Bearer " + string.Join('.', bench.Teams.Token(bench.Teams.Customers).Split('.')[..2])),
        ("five parts", 401, bench => $"Bearer {bench.Teams.Token(bench.Teams.Customers)}.a.b"),
        ("no base64", 401, _ => "Bearer ???.???.???"),
        ("no JSON", 401, bench => "Bearer " + bench.Teams.Key.SignText("hello", "world")),
        ("JSON lists", 401, bench => "Bearer " + bench.Teams.Key.SignText("[]", "[]")),
        ("endless token", 401, bench => Signed(bench, claims: claims => claims["pad"] = new string('x', 20_000))),
        ("two tokens", 401, bench => $"Bearer {bench.Teams.Token(bench.Teams.Customers)}, Bearer {bench.Teams.Token(bench.Teams.Customers)}"),
        ("alg none", 401, bench => Signed(bench, header => header["alg"] = "none")),
        ("alg None", 401, bench => Signed(bench, header => header["alg"] = "None")),
        ("alg none with a signature", 401, bench => "Bearer " + bench.Teams.Key.SignText(
            Header(bench, header => header["alg"] = "none").ToJsonString(), bench.Teams.TokenClaims(bench.Teams.Customers).ToJsonString())),
        ("alg missing", 401, bench => "Bearer " + bench.Teams.Key.SignText(
            Header(bench, header => header.Remove("alg")).ToJsonString(), bench.Teams.TokenClaims(bench.Teams.Customers).ToJsonString())),
        ("alg HS256 with the public key", 401, bench => Signed(bench, header => header["alg"] = "HS256")),
        ("alg PS256", 401, bench => Signed(bench, header => header["alg"] = "PS256")),
        ("alg ES256", 401, bench => Signed(bench, header => header["alg"] = "ES256")),
        ("alg rs256", 401, bench => "Bearer " + bench.Teams.Key.SignText(
            Header(bench, header => header["alg"] = "rs256").ToJsonString(), bench.Teams.TokenClaims(bench.Teams.Customers).ToJsonString())),
        ("alg twice", 401, bench => "Bearer " + bench.Teams.Key.SignText(
            $$"""{"alg":"none","alg":"RS256","kid":"{{bench.Teams.Key.Id}}"}""", bench.Teams.TokenClaims(bench.Teams.Customers).ToJsonString())),
        ("another algorithm than it was signed with", 401, bench => "Bearer " + bench.Teams.Key.SignText(
            Header(bench, header => header["alg"] = "RS512").ToJsonString(), bench.Teams.TokenClaims(bench.Teams.Customers).ToJsonString(), "RS256")),
        ("critical extension", 401, bench => Signed(bench, header => header["crit"] = new JsonArray("b64"))),
        ("kid missing", 401, bench => Signed(bench, header => header.Remove("kid"))),
        ("kid empty", 401, bench => Signed(bench, header => header["kid"] = "")),
        ("kid unknown", 401, bench => Signed(bench, header => header["kid"] = "who")),
        ("kid a path", 401, bench => Signed(bench, header => header["kid"] = "../../../dev/null")),
        ("kid a number", 401, bench => Signed(bench, header => header["kid"] = 1)),
        ("wrong key", 401, bench => SignedBy(new FakeKey(bench.Teams.Key.Id), bench)),
        ("key in the header", 401, bench => SignedBy(new FakeKey("mine"), bench, (key, header) => header["jwk"] = key.ToJson())),
        ("key in the header under a known id", 401, bench => SignedBy(new FakeKey(bench.Teams.Key.Id), bench, (key, header) => header["jwk"] = key.ToJson())),
        ("key at an address in the header", 401, bench => SignedBy(new FakeKey("mine"), bench, (_, header) => header["jku"] = new Uri(bench.Evil.Url, "keys").AbsoluteUri)),
        ("short key", 401, bench => SignedBy(bench.Teams.AddKey("short", Msteams, bits: 1_024), bench)),
        ("signature cut", 401, bench => $"Bearer {bench.Teams.Token(bench.Teams.Customers)}"[..^8]),
        ("signature of another token", 401, bench => "Bearer " + string.Join('.',
            [.. bench.Teams.Token(bench.Teams.Customers).Split('.')[..2], bench.Teams.Token(bench.Teams.Technicians).Split('.')[2]])),
        ("payload changed", 401, bench => Changed(bench)),
        ("expired", 401, bench => Signed(bench, claims: claims => claims["exp"] = Now(bench) - 301)),
        ("no expiry", 401, bench => Signed(bench, claims: claims => claims.Remove("exp"))),
        ("expiry a text", 401, bench => Signed(bench, claims: claims => claims["exp"] = "never")),
        ("not yet valid", 401, bench => Signed(bench, claims: claims => claims["nbf"] = Now(bench) + 301)),
        ("valid from after its end", 401, bench => Signed(bench, claims: claims => (claims["nbf"], claims["exp"]) = (Now(bench) + 200, Now(bench) + 100))),
        ("no audience", 401, bench => Signed(bench, claims: claims => claims.Remove("aud"))),
        ("empty audience", 401, bench => Signed(bench, claims: claims => claims["aud"] = "")),
        ("the other bot's audience", 401, bench => Signed(bench, claims: claims => claims["aud"] = bench.Teams.Technicians.AppId)),
        ("audience among others", 401, bench => Signed(bench, claims: claims => claims["aud"] = new JsonArray(bench.Teams.Customers.AppId, "somebody"))),
        ("audience as an address", 401, bench => Signed(bench, claims: claims => claims["aud"] = $"api://{bench.Teams.Customers.AppId}")),
        ("audience in upper case", 401, bench => Signed(bench, claims: claims => claims["aud"] = bench.Teams.Customers.AppId.ToUpperInvariant())),
        ("audience twice", 401, bench => "Bearer " + bench.Teams.Key.SignText(
            bench.Teams.TokenHeader().ToJsonString(), bench.Teams.TokenClaims(bench.Teams.Customers).ToJsonString()[..^1] + ",\"aud\":\"other\"}")),
        ("no issuer", 401, bench => Signed(bench, claims: claims => claims.Remove("iss"))),
        ("issuer with a slash", 401, bench => Signed(bench, claims: claims => claims["iss"] = FakeTeams.Issuer + "/")),
        ("issuer in upper case", 401, bench => Signed(bench, claims: claims => claims["iss"] = "https://API.botframework.com")),
        ("foreign issuer", 401, bench => Signed(bench, claims: claims => claims["iss"] = "https://api.botframework.example")),
        ("issuer of the emulator", 401, bench => Signed(bench, claims: claims =>
            claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")),
        ("appid alone, version 1", 401, bench => OfTenant(bench, "1.0", "appid", audience: false)),
        ("azp alone, version 2", 401, bench => OfTenant(bench, "2.0", "azp", audience: false)),
        ("of our own tenant, for us", 401, bench => OfTenant(bench, "2.0", "azp", audience: true)),
        ("our own token for the service", 401, bench => OurOwn(bench)),
        ("key without endorsements", 403, bench => SignedBy(bench.Teams.AddKey("bare", null), bench)),
        ("key endorsed for others", 403, bench => SignedBy(bench.Teams.AddKey("others", ["skype", "webchat", "msteamsx"]), bench)),
        ("key endorsed in another spelling", 403, bench => SignedBy(bench.Teams.AddKey("spelt", ["MsTeams"]), bench)),
        ("no service address", 403, bench => Signed(bench, claims: claims => claims.Remove("serviceurl"))),
        ("service address null", 403, bench => Signed(bench, claims: claims => claims["serviceurl"] = null)),
        ("service address empty", 403, bench => Signed(bench, claims: claims => claims["serviceurl"] = "")),
        ("service addresses", 403, bench => Signed(bench, claims: claims => claims["serviceurl"] = new JsonArray(bench.Teams.ServiceUrl))),
        ("service address under another name", 403, bench => Signed(bench, claims: claims =>
        {
            claims.Remove("serviceurl");
            claims["serviceUrl"] = bench.Teams.ServiceUrl;
        })),
    ];

    private static long Now(ConnectorBench bench) => bench.Clock.GetUtcNow().ToUnixTimeSeconds();

    private static JsonObject Header(ConnectorBench bench, Action<JsonObject> change)
    {
        var header = bench.Teams.TokenHeader();
        change(header);
        return header;
    }

    private static string Signed(ConnectorBench bench, Action<JsonObject>? header = null, Action<JsonObject>? claims = null)
    {
        var payload = bench.Teams.TokenClaims(bench.Teams.Customers);
        claims?.Invoke(payload);
        return "Bearer " + bench.Teams.Key.Sign(Header(bench, header ?? (_ => { })), payload);
    }

    private static string SignedBy(FakeKey key, ConnectorBench bench, Action<FakeKey, JsonObject>? change = null)
    {
        // A key that the service has learnt since the last fetch is found after the pause between two refreshes.
        bench.Clock.Advance(TimeSpan.FromMinutes(6));
        var header = Header(bench, header => header["kid"] = key.Id);
        change?.Invoke(key, header);
        return "Bearer " + key.Sign(header, bench.Teams.TokenClaims(bench.Teams.Customers));
    }

    private static string Changed(ConnectorBench bench)
    {
        var good = bench.Teams.Token(bench.Teams.Customers).Split('.');
        var other = bench.Teams.Key.SignText("{}", Header(bench, _ => { }).ToJsonString()).Split('.');
        return $"Bearer {good[0]}.{other[1]}.{good[2]}";
    }

    private static string OfTenant(ConnectorBench bench, string version, string appClaim, bool audience) => Signed(bench, claims: claims =>
    {
        claims["iss"] = version == "1.0" ? $"https://sts.windows.net/{FakeTeams.TechnicianTenant}/" : $"https://login.microsoftonline.com/{FakeTeams.TechnicianTenant}/v2.0";
        claims["ver"] = version;
        claims["tid"] = FakeTeams.TechnicianTenant;
        claims[appClaim] = bench.Teams.Customers.AppId;
        if (!audience) claims["aud"] = "https://api.botframework.com";
    });

    /// <summary>A token of ours that leaked comes back as inbound.</summary>
    private static string OurOwn(ConnectorBench bench) => Signed(bench, claims: claims =>
    {
        claims["iss"] = $"https://sts.windows.net/{FakeTeams.TechnicianTenant}/";
        claims["aud"] = "https://api.botframework.com";
        claims["appid"] = bench.Teams.Customers.AppId;
    });
}
