using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.SignIn;

/// <summary>Entra's side of the client credentials grant (RFC 6749, section 4.4) and what a library reads before it.</summary>
internal sealed class TokenEndpoint(GraphServer server)
{
    /// <summary>The endpoint's path behind the tenant.</summary>
    public const string Path = "/oauth2/v2.0/token";

    /// <summary>The discovery document's path behind the tenant.</summary>
    public const string Discovery = "/v2.0/.well-known/openid-configuration";

    private const string KeysPath = "/discovery/v2.0/keys";

    /// <summary>Whether the path belongs to the sign-in service.</summary>
    public static bool IsFor(string path) =>
        path.EndsWith(Path, StringComparison.Ordinal) || path.EndsWith(Discovery, StringComparison.Ordinal) || path.EndsWith(KeysPath, StringComparison.Ordinal);

    /// <summary>Answers.</summary>
    public GraphAnswer Answer(GraphRequest request, DateTimeOffset now)
    {
        var tenantId = request.Path.Split('/')[1];
        var isToken = request.Path.EndsWith(Path, StringComparison.Ordinal);
        if (request.Method != (isToken ? "POST" : "GET")) return new GraphAnswer(HttpStatusCode.MethodNotAllowed);
        if (request.Path.EndsWith(KeysPath, StringComparison.Ordinal)) return new GraphAnswer(HttpStatusCode.OK, new JsonObject { ["keys"] = new JsonArray(server.Key.ToJson()) });
        if (server.FindTenant(tenantId) is not { } tenant) return AadSts.Answer(AadSts.UnknownTenant, tenantId, now);
        return isToken ? Token(request, tenant, now) : Describe(request.Origin, tenant.Id);
    }

    private static GraphAnswer Describe(string origin, string tenantId) => new(HttpStatusCode.OK, new JsonObject
    {
        ["token_endpoint"] = $"{origin}/{tenantId}{Path}",
        ["authorization_endpoint"] = $"{origin}/{tenantId}/oauth2/v2.0/authorize",
        ["jwks_uri"] = $"{origin}/{tenantId}{KeysPath}",
        ["issuer"] = $"{origin}/{tenantId}/v2.0",
        ["response_types_supported"] = new JsonArray("code", "id_token"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt"),
    });

    private GraphAnswer Token(GraphRequest request, GraphTenant tenant, DateTimeOffset now)
    {
        var form = Form(request.Body);
        string[] needed = ["grant_type", "client_id", "scope"];
        if (Array.Find(needed, name => !form.ContainsKey(name)) is { } missing) return AadSts.Answer(AadSts.MissingParameter, missing, now);
        if (form["grant_type"] != "client_credentials") return AadSts.Answer(AadSts.UnsupportedGrant, form["grant_type"], now);
        var clientId = form["client_id"];
        if (server.FindApp(clientId) is not { } app || tenant.PrincipalOf(app) is not { } principal) return AadSts.Answer(AadSts.UnknownApp, clientId, now);
        if (CredentialFault(form, app, tenant.Id, now) is { } fault) return AadSts.Answer(fault, clientId, now);
        if (!form["scope"].Split(' ').Contains($"{GraphToken.Audience}/.default", StringComparer.Ordinal)) return AadSts.Answer(AadSts.WrongScope, form["scope"], now);
        var life = TimeSpan.FromSeconds(GraphToken.Lifetime);
        var claims = GraphToken.Claims(tenant.Id, app.ClientId, principal, tenant.PermissionsOf(app), GraphToken.Audience, now, life);
        return new GraphAnswer(HttpStatusCode.OK, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = GraphToken.Lifetime,
            ["ext_expires_in"] = GraphToken.Lifetime,
            ["access_token"] = server.Key.Sign(claims),
        });
    }

    private static int? CredentialFault(Dictionary<string, string> form, GraphApp app, string tenantId, DateTimeOffset now)
    {
        if (form.GetValueOrDefault("client_assertion") is { } assertion)
        {
            return app.Certificate is null || form.GetValueOrDefault("client_assertion_type") != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                ? AadSts.BadAssertionSignature
                : ClientAssertion.Fault(assertion, app.Certificate, app.ClientId, tenantId, now);
        }

        if (form.GetValueOrDefault("client_secret") is not { } secret) return AadSts.MissingCredential;
        return app.Secret is not null && secret == app.Secret ? null : AadSts.WrongSecret;
    }

    private static Dictionary<string, string> Form(string body)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at > 0) form[Uri.UnescapeDataString(pair[..at])] = Uri.UnescapeDataString(pair[(at + 1)..].Replace('+', ' '));
        }

        return form;
    }
}
