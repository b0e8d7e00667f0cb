using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.State;

/// <summary>Who has which licence, by whom it was given, and how many are left. The states of assignments are the truth; the rest follows from them.</summary>
internal static class Licensing
{
    /// <summary>The licence of that id that the tenant subscribes to, or null.</summary>
    public static GraphObject? Sku(TenantState state, string skuId) => state.All("subscribedSku").FirstOrDefault(sku => sku.Text("skuId") == skuId);

    /// <summary>The user's assignments.</summary>
    public static JsonArray StatesOf(GraphObject user)
    {
        if (user.Values["licenseAssignmentStates"] is JsonArray states) return states;
        var none = new JsonArray();
        user.Values["licenseAssignmentStates"] = none;
        return none;
    }

    /// <summary>The assignment of that licence by that group, or directly (null); null if there is none.</summary>
    public static JsonObject? Find(GraphObject user, string skuId, string? groupId) => StatesOf(user).OfType<JsonObject>()
        .FirstOrDefault(state => (string?)state["skuId"] == skuId && (string?)state["assignedByGroup"] == groupId);

    /// <summary>Whether the user can use that licence now.</summary>
    public static bool Has(GraphObject user, string skuId) =>
        StatesOf(user).OfType<JsonObject>().Any(state => (string?)state["skuId"] == skuId && (string?)state["state"] == "Active");

    /// <summary>How many are free.</summary>
    public static int Free(TenantState state, GraphObject sku) => (int)sku.Values["prepaidUnits"]!["enabled"]! + (int)sku.Values["prepaidUnits"]!["warning"]! - Used(state, sku);

    /// <summary>Gives it directly or by a group; a group's gift without a free licence stays in error.</summary>
    public static void Assign(TenantState state, GraphObject user, string skuId, string? groupId, JsonArray disabledPlans, DateTimeOffset now)
    {
        var hasRoom = Has(user, skuId) || Free(state, Sku(state, skuId)!) > 0;
        var assignment = Find(user, skuId, groupId);
        if (assignment is null) StatesOf(user).Add(assignment = new JsonObject { ["skuId"] = skuId, ["assignedByGroup"] = groupId });
        assignment["disabledPlans"] = disabledPlans.DeepClone();
        assignment["state"] = hasRoom ? "Active" : "Error";
        assignment["error"] = hasRoom ? "None" : "CountViolation";
        assignment["lastUpdatedDateTime"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        Refresh(state, user);
    }

    /// <summary>Takes it away where that one gave it.</summary>
    public static void Release(TenantState state, GraphObject user, string skuId, string? groupId)
    {
        if (Find(user, skuId, groupId) is { } assignment) StatesOf(user).Remove(assignment);
        Refresh(state, user);
    }

    /// <summary>Joining or leaving a group gives or takes its licences.</summary>
    public static void FollowGroup(TenantState state, GraphObject group, GraphObject member, bool isMember, DateTimeOffset now)
    {
        if (member.Type != "user" || group.Values["assignedLicenses"] is not JsonArray licences) return;
        foreach (var skuId in licences.Select(licence => (string)licence!["skuId"]!))
        {
            if (isMember) Assign(state, member, skuId, group.Id, [], now);
            else Release(state, member, skuId, group.Id);
        }
    }

    /// <summary>Adds a user who was deleted: a licence that others took meanwhile is in error.</summary>
    public static void Readmit(TenantState state, GraphObject user)
    {
        foreach (var assignment in StatesOf(user).OfType<JsonObject>().Where(assignment => (string?)assignment["state"] == "Active"))
        {
            if (Free(state, Sku(state, (string)assignment["skuId"]!)!) > 0) continue;
            assignment["state"] = "Error";
            assignment["error"] = "CountViolation";
        }

        state.Add(user);
        Refresh(state, user);
    }

    /// <summary>Writes what follows from the assignments.</summary>
    public static void Refresh(TenantState state, GraphObject user)
    {
        var active = StatesOf(user).OfType<JsonObject>().Where(assignment => (string?)assignment["state"] == "Active").ToList();
        user.Values["assignedLicenses"] = new JsonArray([.. active.DistinctBy(assignment => (string?)assignment["skuId"])
            .Select(assignment => new JsonObject { ["skuId"] = (string?)assignment["skuId"], ["disabledPlans"] = assignment["disabledPlans"]!.DeepClone() })]);
        foreach (var sku in state.All("subscribedSku")) sku.Values["consumedUnits"] = Used(state, sku);
    }

    /// <summary>Whether a licence of the user holds a service whose name begins so, and is not switched off.</summary>
    public static bool HasService(TenantState state, GraphObject user, string prefix) => StatesOf(user).OfType<JsonObject>()
        .Where(assignment => (string?)assignment["state"] == "Active")
        .Any(assignment => Plans(Sku(state, (string)assignment["skuId"]!)).Any(plan => ((string)plan["servicePlanName"]!).StartsWith(prefix, StringComparison.Ordinal)
            && !assignment["disabledPlans"]!.AsArray().Any(disabled => (string?)disabled == (string?)plan["servicePlanId"])));

    /// <summary>The services in a licence.</summary>
    public static IEnumerable<JsonObject> Plans(GraphObject? sku) => (sku?.Values["servicePlans"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Refuses a removal that is not there to be made.</summary>
    public static void RequireDirect(GraphObject user, string skuId)
    {
        if (Find(user, skuId, null) is not null) return;
        throw GraphRefusalException.Directory(Has(user, skuId)
            ? "User license is inherited from a group membership and it cannot be removed directly from the user."
            : "User does not have a corresponding license.");
    }

    private static int Used(TenantState state, GraphObject sku) =>
        (int)sku.Values["_elsewhere"]! + state.All("user").Count(user => Has(user, sku.Text("skuId")!));
}
