using System.Collections.Frozen;

namespace SiOne.Bot.Domain.Execution;

/// <summary>Microsoft's products as people read them, by part number (Microsoft's list of product names and plan identifiers).</summary>
public static class ProductNames
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["O365_BUSINESS_ESSENTIALS"] = "Microsoft 365 Business Basic",
        ["O365_BUSINESS_PREMIUM"] = "Microsoft 365 Business Standard",
        ["SPB"] = "Microsoft 365 Business Premium",
        ["O365_BUSINESS"] = "Microsoft 365 Apps for business",
        ["OFFICESUBSCRIPTION"] = "Microsoft 365 Apps for enterprise",
        ["STANDARDPACK"] = "Office 365 E1",
        ["ENTERPRISEPACK"] = "Office 365 E3",
        ["ENTERPRISEPREMIUM"] = "Office 365 E5",
        ["DESKLESSPACK"] = "Office 365 F3",
        ["SPE_E3"] = "Microsoft 365 E3",
        ["SPE_E5"] = "Microsoft 365 E5",
        ["SPE_F1"] = "Microsoft 365 F3",
        ["M365_F1"] = "Microsoft 365 F1",
        ["EXCHANGESTANDARD"] = "Exchange Online (Plan 1)",
        ["EXCHANGEENTERPRISE"] = "Exchange Online (Plan 2)",
        ["EXCHANGEDESKLESS"] = "Exchange Online Kiosk",
        ["SHAREPOINTSTANDARD"] = "SharePoint Online (Plan 1)",
        ["TEAMS_ESSENTIALS_AAD"] = "Microsoft Teams Essentials",
        ["MCOEV"] = "Microsoft Teams Phone Standard",
        ["MCOMEETADV"] = "Microsoft 365 Audio Conferencing",
        ["Microsoft_Teams_Premium"] = "Microsoft Teams Premium",
        ["Microsoft_365_Copilot"] = "Microsoft 365 Copilot",
        ["VISIO_PLAN1_DEPT"] = "Visio Plan 1",
        ["VISIOCLIENT"] = "Visio Plan 2",
        ["PROJECT_PLAN1_DEPT"] = "Project Plan 1",
        ["PROJECTPROFESSIONAL"] = "Project Plan 3",
        ["POWER_BI_PRO"] = "Power BI Pro",
        ["INTUNE_A"] = "Microsoft Intune Plan 1",
        ["AAD_PREMIUM"] = "Microsoft Entra ID P1",
        ["AAD_PREMIUM_P2"] = "Microsoft Entra ID P2",
        ["EMS"] = "Enterprise Mobility + Security E3",
        ["EMSPREMIUM"] = "Enterprise Mobility + Security E5",
        ["ATP_ENTERPRISE"] = "Microsoft Defender for Office 365 (Plan 1)",
        ["DEFENDER_ENDPOINT_P1"] = "Microsoft Defender for Endpoint P1",
        ["MDATP_SMB"] = "Microsoft Defender for Business",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Costs nothing or is tried out: a tenant has them by the ten thousand, and Art. 17 does not count them.</summary>
    private static readonly FrozenSet<string> Free = new[]
    {
        "FLOW_FREE", "POWER_BI_STANDARD", "POWERAPPS_DEV", "POWERAPPS_VIRAL", "POWER_PAGES_VIRAL", "TEAMS_EXPLORATORY", "TEAMS_FREE", "STREAM", "WINDOWS_STORE",
        "RIGHTSMANAGEMENT_ADHOC", "FORMS_PRO", "CCIBOTS_PRIVPREV_VIRAL", "PHONESYSTEM_VIRTUALUSER", "DYN365_ENTERPRISE_VIRTUAL_AGENT_VIRAL", "Microsoft_Teams_Rooms_Basic",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The product's name; the part number itself where it is not known.</summary>
    /// <param name="partNumber">As the tenant says it.</param>
    public static string Of(string partNumber) => Known.GetValueOrDefault(partNumber, partNumber);

    /// <summary>Whether nobody pays for it.</summary>
    /// <param name="partNumber">As the tenant says it.</param>
    public static bool IsFree(string partNumber) => Free.Contains(partNumber) || partNumber.EndsWith("_TRIAL", StringComparison.OrdinalIgnoreCase);
}
