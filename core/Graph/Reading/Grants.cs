using System.Collections.Frozen;
using Microsoft.Graph.Models;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Graph.Tokens;

namespace SiOne.Bot.Graph.Reading;

/// <summary>What a tenant has granted to an app registration of SI-ONE's: from its directory, else as its token says.</summary>
internal static class Grants
{
    /// <summary>Microsoft Graph's own application id, the same in every cloud.</summary>
    private const string MicrosoftGraph = "00000003-0000-0000-c000-000000000000";

    private static readonly string[] Select = ["id", "appRoles"];

    /// <summary>The permissions of one of them.</summary>
    public static async Task<AppGrants> ReadAsync(TenantGraph graph, ITenantTokens tokens, PowerClass power, CancellationToken cancellationToken)
    {
        if (!graph.Settings.Apps.TryGetValue(power, out var app)) return new AppGrants(power, null, "not-configured");
        try
        {
            // First the sign-in: a registration whose key is wrong can do nothing, whatever the directory says.
            var token = await tokens.GetAsync(graph.Tenant, power, anew: true, cancellationToken);
            return new AppGrants(power, await OfDirectoryAsync(graph, app, cancellationToken) ?? token.Roles);
        }
        catch (CallFailedException none) when (none.Code == "consent-missing")
        {
            return new AppGrants(power, FrozenSet<string>.Empty); // Nothing is granted: that is an answer.
        }
        catch (CallFailedException failed)
        {
            return new AppGrants(power, null, failed.Answer is StepAnswer.Refused ? failed.Code : "");
        }
    }

    /// <summary>It takes a permission of its own to read them there; null without it: the token says what it bears in any case.</summary>
    private static async Task<IReadOnlySet<string>?> OfDirectoryAsync(TenantGraph graph, GraphApp app, CancellationToken cancellationToken)
    {
        try
        {
            return (await AssignedAsync(graph, app, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        }
        catch (CallFailedException)
        {
            return null;
        }
    }

    private static async Task<IEnumerable<string>> AssignedAsync(TenantGraph graph, GraphApp app, CancellationToken cancellationToken)
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
