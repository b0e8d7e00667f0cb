using System.Text.Json.Nodes;

namespace SiOne.Bot.TestGraph.State;

/// <summary>Which kind of group it is.</summary>
public enum GroupKind
{
    /// <summary>For rights; members are changed by Graph.</summary>
    Security,

    /// <summary>A Microsoft 365 group; members are changed by Graph.</summary>
    Microsoft365,

    /// <summary>A Microsoft 365 group with a team.</summary>
    Team,

    /// <summary>A distribution list: Exchange's, Graph only reads it.</summary>
    DistributionList,

    /// <summary>Rights and mail: Exchange's, Graph only reads it.</summary>
    MailEnabledSecurity,

    /// <summary>A security group whose members follow from a rule.</summary>
    Dynamic,
}

/// <summary>How Graph writes the kinds of groups (https://learn.microsoft.com/graph/api/resources/groups-overview).</summary>
internal static class Groups
{
    /// <summary>Whether its group types name that one.</summary>
    public static bool Has(GraphObject group, string groupType) => group.Values["groupTypes"] is JsonArray types && types.Any(type => (string?)type == groupType);

    /// <summary>Whether it has a team.</summary>
    public static bool IsTeam(GraphObject group) => group.Values["resourceProvisioningOptions"] is JsonArray options && options.Any(option => (string?)option == "Team");

    /// <summary>The properties that make the kind.</summary>
    public static JsonObject Properties(GroupKind kind)
    {
        var isUnified = kind is GroupKind.Microsoft365 or GroupKind.Team;
        return new JsonObject
        {
            ["groupTypes"] = TextsOf(isUnified ? "Unified" : kind is GroupKind.Dynamic ? "DynamicMembership" : null),
            ["mailEnabled"] = isUnified || kind is GroupKind.DistributionList or GroupKind.MailEnabledSecurity,
            ["securityEnabled"] = kind is GroupKind.Security or GroupKind.MailEnabledSecurity or GroupKind.Dynamic,
            ["resourceProvisioningOptions"] = TextsOf(kind is GroupKind.Team ? "Team" : null),
            ["membershipRule"] = kind is GroupKind.Dynamic ? "user.accountEnabled -eq true" : null,
            ["visibility"] = isUnified ? "Private" : null,
        };
    }

    private static JsonArray TextsOf(string? one) => one is null ? [] : [one];
}
