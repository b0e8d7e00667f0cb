using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace SiOne.Bot.TestKit.Connector;

/// <summary>A JSON web token that an app signed about itself with its certificate, as sign-in services check it (RFC 7523).</summary>
internal static class SignedAssertion
{
    /// <summary>Whether that app signed it, for the token endpoint of that tenant, for a while that has not ended.</summary>
    public static bool IsGood(string? assertion, X509Certificate2 certificate, string clientId, string tenantId)
    {
        if (assertion?.Split('.') is not [var head, var payload, var signature]) return false;
        using var rsa = certificate.GetRSAPublicKey()!;
        var padding = (string?)JsonNode.Parse(Base64Url.DecodeFromChars(head))!["alg"] switch
        {
            "PS256" => RSASignaturePadding.Pss,
            "RS256" => RSASignaturePadding.Pkcs1,
            _ => null,
        };
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(payload))!;
        return padding is not null
            && rsa.VerifyData(Encoding.ASCII.GetBytes($"{head}.{payload}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, padding)
            && (string?)claims["iss"] == clientId && (string?)claims["sub"] == clientId
            // A number, or the same in quotes: MSAL writes the latter.
            && long.TryParse(claims["exp"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && end > TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()
            && ((string?)claims["aud"])?.EndsWith($"/{tenantId}/oauth2/v2.0/token", StringComparison.Ordinal) == true;
    }
}
