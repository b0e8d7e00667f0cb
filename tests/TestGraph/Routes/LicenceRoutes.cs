using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Licences: what is subscribed, who has what, giving and taking.</summary>
internal static class LicenceRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "subscribedSkus", Permissions.ReadSkus, "subscribedsku-list", call => call.Many(call.State.All("subscribedSku"))),
        new("GET", "subscribedSkus/{sku}", Permissions.ReadSkus, "subscribedsku-get", call => call.One(call.State.Get("subscribedSku", call.Keys["sku"]))),
        new("GET", "users/{user}/licenseDetails", Permissions.ReadLicences, "user-list-licensedetails", call => call.Many(Details(call))),
        new("POST", "users/{user}/assignLicense", Permissions.WriteLicences, "user-assignlicense", Assign),
    ];

    private static IEnumerable<GraphObject> Details(RouteContext call) => ((JsonArray?)call.User.Values["assignedLicenses"] ?? [])
        .Select(licence => Licensing.Sku(call.State, (string)licence!["skuId"]!)!)
        .Select(sku => new GraphObject("licenseDetails", sku.Id, new JsonObject
        {
            ["skuId"] = sku.Text("skuId"),
            ["skuPartNumber"] = sku.Text("skuPartNumber"),
            ["servicePlans"] = sku.Values["servicePlans"]!.DeepClone(),
        }));

    private static GraphAnswer Assign(RouteContext call)
    {
        var user = call.User;
        var body = call.Parameters();
        var added = body["addLicenses"]!.AsArray().Select(licence => (SkuId: Id(licence!["skuId"]), Disabled: licence["disabledPlans"] as JsonArray ?? [])).ToList();
        var removed = body["removeLicenses"]!.AsArray().Select(Id).ToList();
        if (added.Count + removed.Count == 0) throw GraphRefusalException.Directory("One or more parameters of the operation 'assignLicense' are missing from the request payload.");
        foreach (var skuId in removed) Licensing.RequireDirect(user, skuId);
        foreach (var (skuId, disabled) in added) Require(call, user, skuId, disabled, removed);

        // All or nothing: whatever is refused was refused above.
        foreach (var skuId in removed) Licensing.Release(call.State, user, skuId, null);
        foreach (var (skuId, disabled) in added) Licensing.Assign(call.State, user, skuId, null, disabled, call.Now);
        return new GraphAnswer(System.Net.HttpStatusCode.OK, Shape.One(user, Metadata.GraphMetadata.Current.Type("user"), null, call.State));
    }

    private static void Require(RouteContext call, GraphObject user, string skuId, JsonArray disabled, List<string> removed)
    {
        if (Licensing.Sku(call.State, skuId) is not { } sku) throw GraphRefusalException.Directory($"License {skuId} does not correspond to a valid company License.");
        if (user.Text("usageLocation") is null) throw GraphRefusalException.Directory("License assignment cannot be done for user with invalid usage location.");
        if (removed.Contains(skuId, StringComparer.Ordinal)) throw GraphRefusalException.Directory("The same license cannot be both added and removed.");
        if (disabled.Any(plan => !Licensing.Plans(sku).Any(known => (string?)known["servicePlanId"] == Id(plan))))
            throw GraphRefusalException.Directory($"A service plan to disable is not part of license {skuId}.");
        if (!Licensing.Has(user, skuId) && Licensing.Free(call.State, sku) < 1)
            throw GraphRefusalException.Directory($"Subscription with SKU {skuId} does not have any available licenses.");
    }

    private static string Id(JsonNode? id) => Guid.TryParse((string?)id, out var read) ? read.ToString() : throw GraphRefusalException.Directory("Invalid value specified for property 'skuId' of resource 'AssignedLicense'.");
}
