using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SiOne.Bot.TestKit.Connector;

/// <summary>A signing key, made at random, with the channels that it speaks for.</summary>
public sealed class FakeKey(string id, IReadOnlyList<string>? endorsements = null, int bits = 2_048) : IDisposable
{
    private readonly RSA _rsa = RSA.Create(bits);

    public string Id { get; } = id;

    /// <summary>As a JSON web key; the public half.</summary>
    public JsonObject ToJson()
    {
        var parts = _rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(parts.Modulus),
            ["e"] = Base64Url.EncodeToString(parts.Exponent),
        };
        if (endorsements is not null) json["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        return json;
    }

    /// <summary>The public half as PEM: what a confused verifier takes for a shared secret.</summary>
    public string PublicPem() => _rsa.ExportSubjectPublicKeyInfoPem();

    /// <summary>The token that says this, signed as its header says; <c>none</c> leaves the signature out.</summary>
    public string Sign(JsonObject header, JsonObject payload) => SignText(header.ToJsonString(), payload.ToJsonString(), (string?)header["alg"]);

    /// <summary>The same of texts that need not be JSON.</summary>
    public string SignText(string header, string payload, string? algorithm = "RS256")
    {
        var said = $"{Encode(header)}.{Encode(payload)}";
        var bytes = Encoding.ASCII.GetBytes(said);
        var signature = algorithm switch
        {
            "RS256" => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS384" => _rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => _rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(PublicPem()), bytes),
            _ => [],
        };
        return $"{said}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose() => _rsa.Dispose();

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
