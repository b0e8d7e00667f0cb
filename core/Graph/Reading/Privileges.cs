using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Reading;

/// <summary>Whether an account has power over the tenant (RELIABILITY E66): then it is nobody's target here.</summary>
internal static class Privileges
{
    private const string NoPremium = "AadPremiumLicenseRequired";

    /// <summary>A role by itself or by a group, a role over a part of the tenant, or one that it may take up.</summary>
    public static async Task<bool> AnyAsync(TenantGraph graph, string id, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(
            HasRoleAsync(graph, id, cancellationToken),
            IsAssignedAsync(graph, id, cancellationToken),
            IsEligibleAsync(graph, id, cancellationToken));
        return found.Contains(true);
    }

    private static async Task<bool> HasRoleAsync(TenantGraph graph, string id, CancellationToken cancellationToken)
    {
        var roles = await graph.Reads.Users[id].TransitiveMemberOf.GraphDirectoryRole.GetAsync(asked => asked.QueryParameters.Select = ["id"], cancellationToken);
        return roles?.Value is { Count: > 0 };
    }

    /// <summary>Directory roles do not show those that are limited to an administrative unit.</summary>
    private static async Task<bool> IsAssignedAsync(TenantGraph graph, string id, CancellationToken cancellationToken)
    {
        var assigned = await graph.Reads.RoleManagement.Directory.RoleAssignments
            .GetAsync(asked => asked.QueryParameters.Filter = $"principalId eq '{id}'", cancellationToken);
        return assigned?.Value is { Count: > 0 };
    }

    private static async Task<bool> IsEligibleAsync(TenantGraph graph, string id, CancellationToken cancellationToken)
    {
        if (!graph.Settings.ReadEligibleRoles) return false;
        try
        {
            var eligible = await graph.Reads.RoleManagement.Directory.RoleEligibilityScheduleInstances
                .GetAsync(asked => asked.QueryParameters.Filter = $"principalId eq '{id}'", cancellationToken);
            return eligible?.Value is { Count: > 0 };
        }
        catch (CallFailedException none) when (none.Code == NoPremium)
        {
            return false; // Without Entra ID P2 nobody can be eligible.
        }
    }
}
