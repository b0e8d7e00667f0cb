using System.Globalization;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Reading;

/// <summary>Groups, teams and lists, and who can change them.</summary>
internal static class Groups
{
    /// <summary>What decides a group's kind.</summary>
    public static readonly string[] Select =
        ["id", "displayName", "mail", "groupTypes", "mailEnabled", "securityEnabled", "onPremisesSyncEnabled", "isAssignableToRole"];

    /// <summary>The group; null when there is none.</summary>
    public static async Task<Group?> FindAsync(GraphServiceClient reads, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await reads.Groups[id.ToString("D", CultureInfo.InvariantCulture)].GetAsync(asked => asked.QueryParameters.Select = Select, cancellationToken);
        }
        catch (CallFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The groups that an account is directly a member of.</summary>
    public static async Task<List<Group>> OfAsync(GraphServiceClient reads, string userId, CancellationToken cancellationToken)
    {
        var groups = reads.Users[userId].MemberOf.GraphGroup;
        var page = await groups.GetAsync(asked => (asked.QueryParameters.Select, asked.QueryParameters.Top) = (Select, 999), cancellationToken);
        return await Pages.AllAsync(page, next => groups.WithUrl(next).GetAsync(cancellationToken: cancellationToken), each => each.Value);
    }

    /// <summary>The strictest kind that fits.</summary>
    public static GroupKind KindOf(Group group)
    {
        if (group.IsAssignableToRole == true) return GroupKind.RoleAssignable;
        if (group.OnPremisesSyncEnabled == true) return GroupKind.Synced;
        if (Is(group, "DynamicMembership")) return GroupKind.Dynamic;
        if (Is(group, "Unified")) return GroupKind.Microsoft365;
        return group.MailEnabled == true ? GroupKind.DistributionList : GroupKind.Security;
    }

    /// <summary>As plans name it.</summary>
    public static FoundGroup FoundOf(Group group, string soughtAs) => new(soughtAs, new GroupRef(Guid.Parse(group.Id!), group.DisplayName ?? ""), KindOf(group));

    private static bool Is(Group group, string type) => group.GroupTypes?.Contains(type, StringComparer.OrdinalIgnoreCase) == true;
}
