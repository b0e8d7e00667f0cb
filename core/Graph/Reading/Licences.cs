using System.Collections.Immutable;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Graph.Reading;

/// <summary>Licences: what somebody holds, how it came, and what the tenant has bought.</summary>
internal static class Licences
{
    private static readonly string[] Select = ["skuId", "skuPartNumber", "consumedUnits", "prepaidUnits"];

    /// <summary>Assigned in whichever way, in whichever state.</summary>
    public static bool IsAssigned(User user, Guid sku) => StatesOf(user, sku).Any();

    /// <summary>Assigned and in force: an assignment in error (no licence left, a conflict of plans) gives nothing.</summary>
    public static bool IsHeld(User user, Guid sku) =>
        StatesOf(user, sku).Any(state => !string.Equals(state.State, "Error", StringComparison.OrdinalIgnoreCase));

    /// <summary>It comes by a group, and goes only with that group.</summary>
    public static bool IsByGroup(User user, Guid sku) => StatesOf(user, sku).Any(state => !string.IsNullOrEmpty(state.AssignedByGroup));

    /// <summary>What the tenant has bought, and how much of it is used.</summary>
    public static async Task<ImmutableArray<FoundLicence>> BoughtAsync(GraphServiceClient reads, CancellationToken cancellationToken)
    {
        var page = await reads.SubscribedSkus.GetAsync(asked => asked.QueryParameters.Select = Select, cancellationToken);
        var skus = await Pages.AllAsync(page, next => reads.SubscribedSkus.WithUrl(next).GetAsync(cancellationToken: cancellationToken), each => each.Value);
        return [.. skus.Where(sku => sku.SkuId is not null)
            .Select(sku => new FoundLicence(new LicenceRef(sku.SkuId!.Value, sku.SkuPartNumber ?? ""), sku.PrepaidUnits?.Enabled ?? 0, sku.ConsumedUnits ?? 0))];
    }

    /// <summary>What an account holds, with the names of what the tenant has bought.</summary>
    public static ImmutableArray<HeldLicence> HeldBy(User user, ImmutableArray<FoundLicence> bought) =>
        [.. (user.LicenseAssignmentStates ?? []).Where(state => state.SkuId is not null).Select(state => state.SkuId!.Value).Distinct().Where(sku => IsHeld(user, sku))
            .Select(sku => new HeldLicence(bought.FirstOrDefault(found => found.Licence.SkuId == sku)?.Licence ?? new LicenceRef(sku, ""), IsByGroup(user, sku)))];

    private static IEnumerable<LicenseAssignmentState> StatesOf(User user, Guid sku) => (user.LicenseAssignmentStates ?? []).Where(state => state.SkuId == sku);
}
