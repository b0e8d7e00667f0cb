using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.SignIn;

/// <summary>Entra's numbers for what it refuses, as https://learn.microsoft.com/entra/identity-platform/reference-error-codes lists them.</summary>
internal static class AadSts
{
    public const int MissingParameter = 900_144;
    public const int UnsupportedGrant = 70_003;
    public const int WrongScope = 1_002_012;
    public const int UnknownTenant = 90_002;
    public const int UnknownApp = 700_016;
    public const int WrongSecret = 7_000_215;
    public const int MissingCredential = 7_000_216;
    public const int MalformedAssertion = 50_027;
    public const int BadAssertionSignature = 700_027;
    public const int WrongAssertionIssuer = 700_021;
    public const int WrongAssertionAudience = 700_023;
    public const int AssertionOutOfTime = 700_024;

    private static readonly Dictionary<int, (string Error, string Text)> Known = new()
    {
        [MissingParameter] = ("invalid_request", "The request body must contain the following parameter: '{0}'."),
        [UnsupportedGrant] = ("unsupported_grant_type", "The app requested an unsupported grant type '{0}'."),
        [WrongScope] = ("invalid_scope", "The provided value for scope {0} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier."),
        [UnknownTenant] = ("invalid_request", "Tenant '{0}' not found."),
        [UnknownApp] = ("unauthorized_client", "Application with identifier '{0}' was not found in the directory."),
        [WrongSecret] = ("invalid_client", "Invalid client secret provided for app '{0}'."),
        [MissingCredential] = ("invalid_client", "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type."),
        [MalformedAssertion] = ("invalid_request", "JWT token is invalid or malformed."),
        [BadAssertionSignature] = ("invalid_client", "The certificate used to sign the client assertion is not registered on application '{0}'."),
        [WrongAssertionIssuer] = ("invalid_client", "Client assertion application identifier doesn't match 'client_id' parameter."),
        [WrongAssertionAudience] = ("invalid_client", "Client assertion audience claim does not match the realm issuer."),
        [AssertionOutOfTime] = ("invalid_client", "Client assertion is not within its valid time range."),
    };

    /// <summary>The answer of the token endpoint: 401 where the app did not prove itself, else 400 (RFC 6749, section 5.2).</summary>
    /// <param name="number">One of the numbers above.</param>
    /// <param name="about">What its sentence names.</param>
    /// <param name="now">When.</param>
    public static GraphAnswer Answer(int number, string about, DateTimeOffset now)
    {
        var (error, text) = Known[number];
        var trace = Guid.NewGuid().ToString();
        var stamp = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ssZ", CultureInfo.InvariantCulture);
        var sentence = string.Format(CultureInfo.InvariantCulture, text, about);
        return new GraphAnswer(error == "invalid_client" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest, new JsonObject
        {
            ["error"] = error,
            ["error_description"] = $"AADSTS{number}: {sentence} Trace ID: {trace} Correlation ID: {trace} Timestamp: {stamp}",
            ["error_codes"] = new JsonArray(number),
            ["timestamp"] = stamp,
            ["trace_id"] = trace,
            ["correlation_id"] = trace,
            ["error_uri"] = $"https://login.microsoftonline.com/error?code={number}",
        });
    }
}
