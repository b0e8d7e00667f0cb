using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.SignIn;

/// <summary>Signing in by Entra ID: the whole flow over HTTP, and everything that must not end in a session.</summary>
public sealed class EntraTests
{
    [Fact]
    public async Task A_technician_signs_in_acts_under_the_directorys_name_and_signs_out()
    {
        await using var site = await EntraSite.StartAsync();
        var browser = site.Browser;
        using (var page = await browser.GetAsync("/")) Assert.Equal("/signin?returnUrl=%2F", page.Headers.Location?.OriginalString);
        Assert.Equal("/", await browser.SignInAsync());
        Assert.Equal(1, site.Entra.Exchanged);
        Assert.Empty(site.Entra.Refused);

        var session = Assert.Single(browser.SetCookies, cookie => cookie.StartsWith("sione=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", session, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["sione"], browser.Cookies.Keys); // The flow's own cookies are gone.

        Assert.Equal("Inès Inventée", (await browser.JsonAsync("/api/board")).GetProperty("signedIn").GetString());
        var reference = await CallAsync(site);
        using var act = await browser.PostAsync($"/api/requests/{reference}/acts", new { technician = "Quelqu’un d’autre", verb = "Take" });
        Assert.Equal(HttpStatusCode.OK, act.StatusCode);
        var board = (await browser.JsonAsync("/api/board")).GetRawText();
        Assert.Contains("In\\u00E8s Invent\\u00E9e", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Quelqu", board, StringComparison.Ordinal);
        var mine = (await browser.JsonAsync("/api/queue?technician=Personne")).GetProperty("lists")[1];
        Assert.Equal(("Mine", 1), (mine.GetProperty("kind").GetString(), mine.GetProperty("count").GetInt32()));

        using (var signedOut = await browser.PostAsync("/signin/out", new { })) Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        using var after = await browser.GetAsync("/api/board");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    public static TheoryData<string> Unwelcome => ["other tenant", "no tenant", "no role", "no object id", "guest by acct", "guest by idp", "personal guest", "two object ids"];

    [Theory]
    [MemberData(nameof(Unwelcome))]
    public async Task Whoever_is_no_technician_of_the_tenant_is_refused_politely(string who)
    {
        await using var site = await EntraSite.StartAsync();
        site.Entra.Claims = claims =>
        {
            switch (who)
            {
                case "other tenant": claims["tid"] = "0eadbeef-0000-4000-8000-000000000001"; break;
                case "no tenant": claims.Remove("tid"); break;
                case "no role": claims["oid"] = "0eadbeef-0000-4000-8000-000000000002"; break;
                case "no object id": claims.Remove("oid"); break;
                case "guest by acct": claims["acct"] = 1; break;
                case "guest by idp": claims["idp"] = "https://sts.windows.net/0eadbeef-0000-4000-8000-000000000001/"; break;
                case "personal guest": claims["idp"] = "live.com"; break;
                case "two object ids": claims["oid"] = new JsonArray(FakeEntra.Lead, "0eadbeef-0000-4000-8000-000000000002"); break;
                default: throw new ArgumentOutOfRangeException(nameof(who), who, null);
            }
        };
        Assert.Equal("/signin?why=refused", await site.Browser.SignInAsync());
        Assert.DoesNotContain("sione", site.Browser.Cookies.Keys);
        using var page = await site.Browser.GetAsync("/signin?why=refused");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("réservée aux techniciens", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var board = await site.Browser.GetAsync("/api/board");
        Assert.Equal(HttpStatusCode.Unauthorized, board.StatusCode);
    }

    [Fact]
    public async Task A_member_whose_own_tenant_is_named_as_provider_enters()
    {
        await using var site = await EntraSite.StartAsync();
        site.Entra.Claims = claims => (claims["acct"], claims["idp"]) = (0, $"https://sts.windows.net/{FakeEntra.Tenant}/");
        Assert.Equal("/", await site.Browser.SignInAsync());
    }

    public static TheoryData<string> Bad =>
        ["expired", "not yet", "no expiry", "forged", "unsigned", "alg none", "alg HS256", "other issuer", "other audience", "nonce missing", "nonce of another", "no subject"];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_token_that_does_not_hold_opens_nothing(string what)
    {
        await using var site = await EntraSite.StartAsync();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        site.Entra.Forges = what is "forged";
        site.Entra.LeavesUnsigned = what is "unsigned";
        site.Entra.Algorithm = what switch { "alg none" => "none", "alg HS256" => "HS256", _ => "RS256" };
        site.Entra.Claims = claims =>
        {
            switch (what)
            {
                case "expired": (claims["nbf"], claims["iat"], claims["exp"]) = (now - 7200, now - 7200, now - 301); break;
                case "not yet": claims["nbf"] = now + 600; break;
                case "no expiry": claims.Remove("exp"); break;
                case "other issuer": claims["iss"] = $"https://login.microsoftonline.com/{FakeEntra.Tenant}/v2.0"; break;
                case "other audience": claims["aud"] = FakeEntra.Lead; break;
                case "nonce missing": claims.Remove("nonce"); break;
                case "nonce of another": claims["nonce"] = "another"; break;
                case "no subject": claims.Remove("sub"); break;
                default: break; // Spoilt by its signature.
            }
        };
        Assert.Equal("/signin?why=failed", await site.Browser.SignInAsync());
        Assert.DoesNotContain("sione", site.Browser.Cookies.Keys);
    }

    [Fact]
    public async Task A_code_signs_in_once_and_only_the_browser_that_asked()
    {
        await using var site = await EntraSite.StartAsync();
        var callback = await site.Browser.CallbackAsync();
        using var other = new PageBrowser(site.Browser.Address);
        using (var stolen = await other.GetAsync(callback)) Assert.Equal("/signin?why=failed", stolen.Headers.Location?.OriginalString);
        using (var first = await site.Browser.GetAsync(callback)) Assert.Equal("/", first.Headers.Location?.OriginalString);
        using (var again = await site.Browser.GetAsync(callback)) Assert.Equal("/signin?why=failed", again.Headers.Location?.OriginalString);
        using (var invented = await other.GetAsync("/signin/callback?code=invented&state=invented")) Assert.Equal("/signin?why=failed", invented.Headers.Location?.OriginalString);
        using (var denied = await other.GetAsync("/signin/callback?error=access_denied&error_description=lea%40client.example")) Assert.Equal("/signin?why=failed", denied.Headers.Location?.OriginalString);
        Assert.Equal(1, site.Entra.Exchanged);
        Assert.Empty(other.Cookies);
    }

    [Fact]
    public async Task A_code_of_one_flow_is_not_taken_in_another()
    {
        await using var site = await EntraSite.StartAsync();
        using var victim = new PageBrowser(site.Browser.Address);
        var (attackers, victims) = (await site.Browser.CallbackAsync(), await victim.CallbackAsync());
        var mixed = attackers[..attackers.IndexOf("&state=", StringComparison.Ordinal)] + victims[victims.IndexOf("&state=", StringComparison.Ordinal)..];
        using var answer = await victim.GetAsync(mixed);
        Assert.Equal("/signin?why=failed", answer.Headers.Location?.OriginalString);
        Assert.Equal(["code_verifier"], site.Entra.Refused);
        Assert.DoesNotContain("sione", victim.Cookies.Keys);
    }

    [Theory]
    [InlineData("/#SI-KEK7-WFK2", "/#SI-KEK7-WFK2")]
    [InlineData("/answers?key=a%2Fb", "/answers?key=a%2Fb")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    public async Task The_way_back_stays_on_the_page(string asked, string led)
    {
        await using var site = await EntraSite.StartAsync();
        Assert.Equal(led, await site.Browser.SignInAsync(asked));
    }

    [Fact]
    public async Task A_session_of_another_installation_opens_nothing()
    {
        await using var one = await EntraSite.StartAsync();
        await using var other = await EntraSite.StartAsync();
        await one.Browser.SignInAsync();
        other.Browser.Cookies["sione"] = one.Browser.Cookies["sione"];
        using var answer = await other.Browser.GetAsync("/api/board");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        using var own = await one.Browser.GetAsync("/api/board");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_the_page_has_its_public_name_and_secure_cookies()
    {
        await using var site = await EntraSite.StartAsync("support.msp.example");
        var browser = site.Browser;
        Assert.Equal("/", await browser.SignInAsync());
        Assert.Equal(["__Host-sione"], browser.Cookies.Keys);
        Assert.All(browser.SetCookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        using (var board = await browser.GetAsync("/api/board")) Assert.Equal(HttpStatusCode.OK, board.StatusCode);
        using (var act = await browser.PostAsync("/api/calls", new { })) Assert.Equal(HttpStatusCode.BadRequest, act.StatusCode); // Its own https origin is taken.
        using (var health = await browser.GetAsync("/health/ready")) Assert.Equal(HttpStatusCode.Forbidden, health.StatusCode);
        using (var door = await browser.PostAsync("/api/requests", new { })) Assert.Equal(HttpStatusCode.Forbidden, door.StatusCode);

        using var local = new PageBrowser(browser.Address);
        using (var page = await local.GetAsync("/")) Assert.Equal("https://support.msp.example/signin?returnUrl=%2F", page.Headers.Location?.OriginalString);
        using (var start = await local.GetAsync("/signin/start")) Assert.Equal("https://support.msp.example/signin", start.Headers.Location?.OriginalString);
        using (var health = await local.GetAsync("/health/ready")) Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        using var foreign = new PageBrowser(browser.Address, "support.msp.example.evil.example");
        using var refused = await foreign.GetAsync("/signin");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    /// <summary>A call about an incident, and the reference of what it made.</summary>
    private static async Task<string> CallAsync(EntraSite site)
    {
        var call = new { key = "call-0001", from = "lea@client.example", text = "Mon ordinateur ne démarre plus depuis ce matin, il est en panne." };
        using var kept = await site.Browser.PostAsync("/api/calls", call);
        Assert.Equal(HttpStatusCode.Accepted, kept.StatusCode);
        await Deadline.UntilAsync(() => site.Host.Counts is { Waiting: 0, Requests: 1 });
        using var board = await site.Browser.GetAsync("/api/board");
        var read = await board.Content.ReadFromJsonAsync<JsonElement>();
        return read.GetProperty("messages")[0].GetProperty("requests")[0].GetProperty("reference").GetString()!;
    }
}
