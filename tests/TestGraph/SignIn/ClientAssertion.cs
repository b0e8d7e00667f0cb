using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiOne.Bot.TestGraph.SignIn;

/// <summary>A token that an app signed about itself with its certificate (RFC 7523), against the clock of the test.</summary>
internal static class ClientAssertion
{
    /// <summary>What is wrong with it, as an AADSTS number; null if it is good for that tenant's token endpoint.</summary>
    public static int? Fault(string assertion, X509Certificate2 certificate, string clientId, string tenantId, DateTimeOffset now)
    {
        if (assertion.Split('.') is not [var head, var payload, var signature]) return AadSts.MalformedAssertion;
        try
        {
            using var rsa = certificate.GetRSAPublicKey()!;
            var padding = (string?)JsonNode.Parse(Base64Url.DecodeFromChars(head))?["alg"] switch
            {
                "PS256" => RSASignaturePadding.Pss,
                "RS256" => RSASignaturePadding.Pkcs1,
                _ => null,
            };
            var claims = JsonNode.Parse(Base64Url.DecodeFromChars(payload));
            if (padding is null || claims is null) return AadSts.MalformedAssertion;
            if (!rsa.VerifyData(Encoding.ASCII.GetBytes($"{head}.{payload}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, padding))
                return AadSts.BadAssertionSignature;
            if ((string?)claims["iss"] != clientId || (string?)claims["sub"] != clientId) return AadSts.WrongAssertionIssuer;
            if (((string?)claims["aud"])?.EndsWith($"/{tenantId}/oauth2/v2.0/token", StringComparison.OrdinalIgnoreCase) != true) return AadSts.WrongAssertionAudience;
            // A number, or the same in quotes: MSAL writes the latter.
            var hasEnd = long.TryParse(claims["exp"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var end);
            return hasEnd && end > now.ToUnixTimeSeconds() ? null : AadSts.AssertionOutOfTime;
        }
        catch (Exception failed) when (failed is FormatException or JsonException)
        {
            return AadSts.MalformedAssertion;
        }
    }
}
