using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Teams;

/// <summary>What is kept of an activity: itself, and what the tenant's directory said of who wrote it.</summary>
/// <param name="TenantId">The tenant, proven by the activity's token.</param>
/// <param name="AccountId">The account's object id in it.</param>
/// <param name="Address">The account's mail address by the tenant's directory; null where it told none.</param>
/// <param name="Member">That directory said that the account is a member's; while it is silent a guest might be taken for an employee.</param>
/// <param name="Activity">The activity as it came.</param>
internal sealed record KeptActivity(Guid TenantId, Guid AccountId, string? Address, bool Member, JsonElement Activity)
{
    /// <summary>The bytes to be kept.</summary>
    public static byte[] Of(TeamsPerson person, VerifiedActivity turn)
    {
        using var activity = JsonDocument.Parse(turn.Body);
        var kept = new KeptActivity(person.Account.TenantId, person.Account.AccountId, person.Address, person.Guest is false, activity.RootElement);
        return JsonSerializer.SerializeToUtf8Bytes(kept, KeptActivityJson.Default.KeptActivity);
    }
}

/// <summary>Source-generated JSON of kept activities.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptActivity))]
internal sealed partial class KeptActivityJson : JsonSerializerContext;
