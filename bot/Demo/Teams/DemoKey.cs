using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>The key with which the stand-in signs for Teams: made at start, known to nobody else.</summary>
internal sealed class DemoKey : IDisposable
{
    private const int Bits = 2_048;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly RSA _rsa = RSA.Create(Bits);
    private readonly RsaSecurityKey _key;
    private readonly TimeProvider _clock;

    public DemoKey(TimeProvider clock)
    {
        _clock = clock;
        _key = new RsaSecurityKey(_rsa) { KeyId = RandomNumberGenerator.GetHexString(16, lowercase: true) };
    }

    /// <summary>The public half as Microsoft publishes its keys: with the channel that it speaks for.</summary>
    public JsonObject ToJson()
    {
        var parts = _rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = _key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parts.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parts.Exponent),
            ["endorsements"] = new JsonArray("msteams"),
        };
    }

    /// <summary>Teams' word to a bot: what comes with it was said at this service.</summary>
    public string TokenFor(DemoBot bot, string issuer, string serviceUrl)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = bot.AppId,
            NotBefore = now,
            Expires = now + Life,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["serviceurl"] = serviceUrl },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _rsa.Dispose();
}
