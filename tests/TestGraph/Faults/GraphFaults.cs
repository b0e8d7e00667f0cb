using System.Text.RegularExpressions;

namespace SiOne.Bot.TestGraph.Faults;

/// <summary>What was ordered to go wrong. An order holds for the next calls that fit it, the oldest order first.</summary>
public sealed class GraphFaults
{
    private readonly List<Order> _orders = [];

    /// <summary>Orders something for calls to come.</summary>
    /// <param name="method">In capitals, or <c>*</c> for any.</param>
    /// <param name="path">Behind the version, such as <c>users/*/assignLicense</c>: <c>*</c> is one segment, <c>**</c> any number. The sign-in service's begin with the tenant.</param>
    /// <param name="tenant">Only this tenant's calls; null for all.</param>
    /// <param name="times">For how many calls.</param>
    public FaultOrder On(string method, string path, GraphTenant? tenant = null, int times = 1) => new(fault => Add(method, path, tenant?.Id, times, fault));

    /// <summary>Takes back what has not happened yet.</summary>
    public void Clear()
    {
        lock (_orders) _orders.Clear();
    }

    internal GraphFault? Take(string method, string path, string? tenantId)
    {
        lock (_orders)
        {
            var order = _orders.Find(order => order.Fits(method, path, tenantId));
            if (order is not null && --order.Left == 0) _orders.Remove(order);
            return order?.Fault;
        }
    }

    private void Add(string method, string path, string? tenantId, int times, GraphFault fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var pattern = Regex.Escape(path.Trim('/')).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]+", StringComparison.Ordinal);
        var regex = new Regex($"^{pattern}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
        lock (_orders) _orders.Add(new Order(method, regex, tenantId, fault) { Left = times });
    }

    private sealed record Order(string Method, Regex Path, string? TenantId, GraphFault Fault)
    {
        public int Left { get; set; }

        public bool Fits(string method, string path, string? tenantId) =>
            (Method == "*" || Method == method) && (TenantId is null || TenantId == tenantId) && Path.IsMatch(path.Trim('/'));
    }
}
