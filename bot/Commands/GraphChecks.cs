using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Graph;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Commands;

/// <summary>
/// What <c>check</c> says of Microsoft 365: for each customer's tenant and each app registration, what was granted against what is needed, in both
/// directions (RELIABILITY E73). Changes nothing, and tells no secret.
/// </summary>
internal static class GraphChecks
{
    private const int TenantsAtOnce = 4;

    /// <summary>Asks each customer's tenant.</summary>
    public static async Task<IReadOnlyList<CheckLine>> RunAsync(UsableSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Demo) return [new CheckLine("graph", true, "the demo's own, on this machine")];
        if (settings.Graph is not { } graph) return [new CheckLine("graph", true, "not configured, SiOne:Graph is not set: what is approved is done by hand")];
        var all = new CustomerDirectory(CustomerFiles.Load(settings.Host.Customers!).Customers).All(TimeProvider.System.GetUtcNow())
            .OrderBy(customer => customer.Id, StringComparer.Ordinal).ToArray();
        var ours = all.Where(customer => customer.TenantId is not null).ToArray(); // A tenant of two customers is a mistake in their files, and told as one.
        using var tenants = new GraphTenants(graph, tenant => ours.Any(customer => customer.TenantId == tenant), TimeProvider.System, NullLogger<GraphTenants>.Instance);
        var found = new IReadOnlyList<CheckLine>[ours.Length];
        await Parallel.ForAsync(0, ours.Length, new ParallelOptions { MaxDegreeOfParallelism = TenantsAtOnce, CancellationToken = cancellationToken }, async (at, stop) =>
            found[at] = await OfCustomerAsync(tenants, graph, ours[at], stop));
        return
        [
            .. Enum.GetValues<PowerClass>().Select(power => OfApp(graph, power)),
            .. all.Where(customer => customer.TenantId is null).Select(customer => new CheckLine($"graph {customer.Id}", true, "no tenantId in its file: what is approved is done by hand")),
            .. found.SelectMany(lines => lines),
        ];
    }

    private static CheckLine OfApp(GraphSettings graph, PowerClass power) => new($"graph {power}", true, graph.Apps.TryGetValue(power, out var app)
        ? $"app {app.ClientId}, by {(app.Credential is GraphCredential.Secret ? "a secret (a certificate is safer)" : "a certificate")}"
        : $"not configured, SiOne:Graph:{power} is not set: {(power is PowerClass.Changing ? "plans are shown and not carried out" : "nothing is deleted or done to devices")}");

    private static async Task<IReadOnlyList<CheckLine>> OfCustomerAsync(GraphTenants tenants, GraphSettings graph, Customer customer, CancellationToken cancellationToken)
    {
        var lines = new List<CheckLine>();
        foreach (var power in Enum.GetValues<PowerClass>().Where(graph.Apps.ContainsKey))
            lines.AddRange(Compared($"graph {customer.Id}, {power}", await tenants.GrantedAsync(customer.TenantId!.Value, power, cancellationToken), graph, customer.TenantId.Value));
        return lines;
    }

    private static IEnumerable<CheckLine> Compared(string what, AppGrants grants, GraphSettings graph, Guid tenant)
    {
        if (grants.Granted is not { } granted)
        {
            yield return new CheckLine(what, false, Unknown(grants, graph));
            yield break;
        }

        var (missing, surplus) = AppPermissions.Compare(grants.Power, granted);
        if (missing.IsEmpty && surplus.IsEmpty) yield return new CheckLine(what, true, $"granted what is needed, {Counted.Plain(granted.Count, "permission", "permissions")}");
        if (!missing.IsEmpty)
            yield return new CheckLine(
                what, false, $"{(granted.Count == 0 ? "nothing is granted" : $"missing {string.Join(", ", missing)}")}: ask for it in the app registration, then have the customer's"
                + $" administrator agree at {new Uri(graph.LoginHost, $"{tenant}/adminconsent?client_id={graph.Apps[grants.Power].ClientId}")}");
        if (!surplus.IsEmpty)
            yield return new CheckLine(
                what, true, $"more than needed, {string.Join(", ", surplus)}: take it off the app registration, and have the customer's administrator revoke it")
            { Warning = true };
    }

    private static string Unknown(AppGrants grants, GraphSettings graph) => grants.Code.Length > 0
        ? $"refused ({grants.Code}): check SiOne:Graph:{grants.Power}:ClientId and its CertificateFile or ClientSecret"
        : $"unreachable: check SiOne:Graph:LoginHost and this machine's way to {graph.LoginHost.Host}, then try again";
}
