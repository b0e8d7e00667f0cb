using System.Collections.Frozen;
using Microsoft.Graph.Models;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Graph.Tokens;

namespace SiOne.Bot.Graph.Reading;

/// <summary>What a tenant has granted to SI-ONE's app registrations: from its directory, else as their tokens say.</summary>
internal static class Grants
{
    /// <summary>Microsoft Graph's own application id, the same in every cloud.</summary>
    private const string MicrosoftGraph = "00000003-0000-0000-c000-000000000000";

    private static readonly string[] Select = ["id", "appRoles"];

    /// <summary>The permissions of all of them together; null when nothing could be read.</summary>
    public static async Task<IReadOnlySet<string>?> ReadAsync(TenantGraph graph, ITenantTokens tokens, CancellationToken cancellationToken)
    {
        var all = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = false;
        foreach (var (power, app) in graph.Settings.Apps)
        {
            if (await OfAsync(graph, tokens, power, app, cancellationToken) is not { } granted) continue;
            read = true;
            all.UnionWith(granted);
        }
        return read ? all : null;
    }

    private static async Task<IEnumerable<string>?> OfAsync(TenantGraph graph, ITenantTokens tokens, PowerClass power, GraphApp app, CancellationToken cancellationToken)
    {
        try
        {
            return await OfDirectoryAsync(graph, app, cancellationToken);
        }
        catch (CallFailedException)
        {
            // It takes Application.Read.All to read them there; the token says what it bears in any case.
        }
        try
        {
            return (await tokens.GetAsync(graph.Tenant, power, anew: true, cancellationToken)).Roles;
        }
        catch (CallFailedException none) when (none.Code == "consent-missing")
        {
            return FrozenSet<string>.Empty; // Nothing is granted: that is an answer.
        }
        catch (CallFailedException)
        {
            return null;
        }
    }

    private static async Task<IEnumerable<string>> OfDirectoryAsync(TenantGraph graph, GraphApp app, CancellationToken cancellationToken)
    {
        var own = await PrincipalAsync(graph, app.ClientId.ToString(), cancellationToken);
        var assignments = graph.Reads.ServicePrincipals[own.Id].AppRoleAssignments;
        var page = await assignments.GetAsync(cancellationToken: cancellationToken);
        var granted = await Pages.AllAsync(page, next => assignments.WithUrl(next).GetAsync(cancellationToken: cancellationToken), each => each.Value);
        var service = await PrincipalAsync(graph, MicrosoftGraph, cancellationToken);
        var names = (service.AppRoles ?? []).Where(role => role is { Id: not null, Value: not null }).ToDictionary(role => role.Id!.Value, role => role.Value!);
        return granted.Where(one => one.ResourceId?.ToString() == service.Id).Select(one => names.GetValueOrDefault(one.AppRoleId ?? Guid.Empty, "")).Where(name => name.Length > 0);
    }

    private static async Task<ServicePrincipal> PrincipalAsync(TenantGraph graph, string appId, CancellationToken cancellationToken)
    {
        var found = await graph.Reads.ServicePrincipals.GetAsync(
            asked => (asked.QueryParameters.Filter, asked.QueryParameters.Select) = ($"appId eq '{appId}'", Select), cancellationToken);
        return found?.Value is [{ } principal] ? principal : throw CallFailedException.Refused("gone");
    }
}
