namespace SiOne.Bot.Graph.Reading;

/// <summary>
/// Which of Microsoft's services a tenant uses: those of its licences that somebody has. Announcements name services as people know them, licences by the
/// plans in them (Microsoft's list of product names and service plan identifiers).
/// </summary>
/// <param name="plans">The plans of licences that are assigned.</param>
internal sealed class ServicesUsed(IReadOnlyCollection<string> plans)
{
    /// <summary>By name: with which letters a plan that brings it begins.</summary>
    private static readonly Dictionary<string, string[]> Plans = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Exchange Online"] = ["EXCHANGE_"],
        ["SharePoint Online"] = ["SHAREPOINT"],
        ["OneDrive for Business"] = ["SHAREPOINT", "ONEDRIVE"],
        ["Microsoft Teams"] = ["TEAMS", "MCO"],
        ["Skype for Business"] = ["MCOSTANDARD"],
        ["Microsoft 365 apps"] = ["OFFICESUBSCRIPTION", "OFFICE_BUSINESS"],
        ["Microsoft 365 for the web"] = ["SHAREPOINTWAC", "OFFICESUBSCRIPTION", "OFFICE_BUSINESS"],
        ["Microsoft Intune"] = ["INTUNE"],
        ["Microsoft Entra"] = ["AAD_PREMIUM", "MFA_PREMIUM"],
        ["Microsoft Defender XDR"] = ["ATP_", "MDE_", "THREAT_INTELLIGENCE", "MTP"],
        ["Microsoft Defender for Office 365"] = ["ATP_", "THREAT_INTELLIGENCE"],
        ["Microsoft Purview"] = ["RMS_S_", "MIP_S_", "BPOS_S_DlpAddOn", "INFORMATION_"],
        ["Microsoft Viva"] = ["YAMMER", "VIVA"],
        ["Viva Engage"] = ["YAMMER"],
        ["Planner"] = ["PROJECTWORKMANAGEMENT"],
        ["Project for the web"] = ["PROJECT_P", "PROJECT_CLIENT"],
        ["Microsoft Forms"] = ["FORMS_PLAN"],
        ["Microsoft Stream"] = ["STREAM"],
        ["Microsoft Bookings"] = ["MICROSOFTBOOKINGS"],
        ["Microsoft To Do"] = ["BPOS_S_TODO"],
        ["Power Apps"] = ["POWERAPPS"],
        ["Microsoft Power Automate"] = ["FLOW"],
        ["Power BI"] = ["BI_AZURE", "POWER_BI"],
        ["Dynamics 365 Apps"] = ["DYN365", "D365"],
        ["Microsoft Copilot (Microsoft 365)"] = ["M365_COPILOT", "MICROSOFT_365_COPILOT"],
        ["Windows 365"] = ["CPC_"],
        ["Visio"] = ["VISIO"],
    };

    /// <summary>Whether it is used. One that is not known here counts: Microsoft announces in a tenant what concerns it, and untold is worse than told for nothing.</summary>
    /// <param name="service">As an announcement names it.</param>
    public bool Has(string service) =>
        !Plans.TryGetValue(service.Trim(), out var beginnings) || plans.Any(plan => beginnings.Any(beginning => plan.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)));
}
