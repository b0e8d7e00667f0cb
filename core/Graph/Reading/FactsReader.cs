using System.Collections.Immutable;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Reading;

/// <summary>Reads what the weekly digest tells of a tenant: licences, and what Microsoft announces (Art. 14, 17).</summary>
internal static class FactsReader
{
    private static readonly string[] Select = ["skuId", "skuPartNumber", "appliesTo", "capabilityStatus", "consumedUnits", "prepaidUnits", "servicePlans"];

    /// <summary>Both; licences alone where the announcements may not be read.</summary>
    public static async Task<TenantFacts> ReadAsync(TenantGraph graph, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var skus = await SkusAsync(graph.Reads, cancellationToken);
        var products = ProductsOf(skus);
        var used = new ServicesUsed([.. skus.Where(sku => sku.ConsumedUnits > 0).SelectMany(sku => sku.ServicePlans ?? []).Select(plan => plan.ServicePlanName ?? "")]);
        try
        {
            return new TenantFacts(products, await Announcements.SinceAsync(graph.Reads, since, used.Has, cancellationToken), Unread: null);
        }
        catch (CallFailedException failed)
        {
            return new TenantFacts(products, [], failed is { Status: 403 } ? "consent-missing" : failed.Code is { Length: > 0 } code ? code : "later");
        }
    }

    private static async Task<List<SubscribedSku>> SkusAsync(GraphServiceClient reads, CancellationToken cancellationToken)
    {
        var page = await reads.SubscribedSkus.GetAsync(asked => asked.QueryParameters.Select = Select, cancellationToken);
        return await Pages.AllAsync(page, next => reads.SubscribedSkus.WithUrl(next).GetAsync(cancellationToken: cancellationToken), each => each.Value);
    }

    /// <summary>What is paid for and given to people; two subscriptions of one product are one line.</summary>
    private static ImmutableArray<DigestProduct> ProductsOf(IEnumerable<SubscribedSku> skus) =>
    [
        .. from sku in skus
           let part = sku.SkuPartNumber ?? ""
           where !ProductNames.IsFree(part) && sku is { CapabilityStatus: "Enabled" or "Warning", AppliesTo: not "Company" } && sku.PrepaidUnits?.Enabled > 0
           group sku by ProductNames.Of(part) into product
           orderby product.Sum(sku => sku.PrepaidUnits!.Enabled) descending, product.Key
           select new DigestProduct(product.Key, product.Sum(sku => sku.PrepaidUnits!.Enabled!.Value), product.Sum(sku => sku.ConsumedUnits ?? 0)),
    ];
}
