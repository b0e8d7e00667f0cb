using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiOne.Bot.TestGraph.SignIn;

/// <summary>The key that signs this sign-in service's tokens (JSON web tokens, RS256), made at random.</summary>
internal sealed class SigningKey
{
    private readonly RSA _rsa = RSA.Create(2_048);

    /// <summary>The key that every server of this process signs with.</summary>
    public static SigningKey OfTheProcess { get; } = new();

    /// <summary>The key's name.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The public half as a JSON web key.</summary>
    public JsonObject ToJson()
    {
        var parts = _rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(parts.Modulus),
            ["e"] = Base64Url.EncodeToString(parts.Exponent),
        };
    }

    /// <summary>A token that says this.</summary>
    public string Sign(JsonObject claims)
    {
        var head = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = Id };
        var said = $"{Encode(head)}.{Encode(claims)}";
        return $"{said}.{Base64Url.EncodeToString(_rsa.SignData(Encoding.ASCII.GetBytes(said), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>What a token of this key says, whether it still holds or not; null if this key did not sign it.</summary>
    public JsonObject? Read(string token)
    {
        if (token.Split('.') is not [var head, var payload, var signature]) return null;
        try
        {
            var isOurs = (string?)JsonNode.Parse(Base64Url.DecodeFromChars(head))?["alg"] == "RS256"
                && _rsa.VerifyData(Encoding.ASCII.GetBytes($"{head}.{payload}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return isOurs ? JsonNode.Parse(Base64Url.DecodeFromChars(payload)) as JsonObject : null;
        }
        catch (Exception failed) when (failed is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
