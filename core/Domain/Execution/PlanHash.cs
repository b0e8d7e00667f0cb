using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What an approval binds to: the SHA-256 of everything that the plan says, in hexadecimal. Whoever changes one value has another plan.</summary>
public static class PlanHash
{
    /// <summary>The hash of a plan: 64 hexadecimal digits.</summary>
    public static string Of(Plan plan) => Convert.ToHexStringLower(SHA256.HashData(PlanJson.Write(plan)));
}

/// <summary>A plan as it is sealed beside its request; the same plan gives the same bytes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(Step))]
public sealed partial class PlanJson : JsonSerializerContext
{
    /// <summary>The bytes.</summary>
    public static byte[] Write(Plan plan) => JsonSerializer.SerializeToUtf8Bytes(plan, Default.Plan);

    /// <summary>The plan of such bytes; null when they are none.</summary>
    public static Plan? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, Default.Plan);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
