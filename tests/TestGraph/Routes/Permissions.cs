namespace SiOne.Bot.TestGraph.Routes;

/// <summary>
/// Application permissions of which one is enough, the least first, as the tables of Microsoft's reference give them
/// (https://learn.microsoft.com/graph/permissions-reference).
/// </summary>
internal static class Permissions
{
    public static readonly string[] ReadOrganization = ["Organization.Read.All", "Organization.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
    public static readonly string[] ReadDomains = ["Domain.Read.All", "Domain.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
    public static readonly string[] ReadSkus = ["LicenseAssignment.Read.All", "LicenseAssignment.ReadWrite.All", .. ReadOrganization];
    public static readonly string[] ReadAnnouncements = ["ServiceMessage.Read.All"];
    public static readonly string[] ReadUsers = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
    public static readonly string[] WriteUsers = ["User.ReadWrite.All", "Directory.ReadWrite.All"];

    // Which of them is enough depends on the properties: UserChanges decides.
    public static readonly string[] ChangeUsers = [.. WriteUsers, "User-PasswordProfile.ReadWrite.All", "User.EnableDisableAccount.All"];
    public static readonly string[] DeleteUsers = ["User.DeleteRestore.All", "User.ReadWrite.All"];
    public static readonly string[] ReadLicences = ["LicenseAssignment.Read.All", "LicenseAssignment.ReadWrite.All", .. ReadUsers];
    public static readonly string[] WriteLicences = ["LicenseAssignment.ReadWrite.All", .. WriteUsers];
    public static readonly string[] RevokeSessions = ["User.RevokeSessions.All", .. WriteUsers];
    public static readonly string[] ReadMemberships = ["User.Read.All", "User.ReadWrite.All", "GroupMember.Read.All", "GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
    public static readonly string[] ReadMailbox = ["MailboxSettings.Read", "MailboxSettings.ReadWrite"];
    public static readonly string[] WriteMailbox = ["MailboxSettings.ReadWrite"];
    public static readonly string[] ReadAccessPass = ["UserAuthMethod-TAP.Read.All", "UserAuthMethod-TAP.ReadWrite.All", "UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All"];
    public static readonly string[] WriteAccessPass = ["UserAuthMethod-TAP.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All"];
    public static readonly string[] ReadFiles = ["Files.Read.All", "Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All"];
    public static readonly string[] WriteFiles = ["Files.ReadWrite.All", "Sites.ReadWrite.All"];
    public static readonly string[] ReadGroups = ["GroupMember.Read.All", "GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
    public static readonly string[] WriteMembers = ["GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"];
    public static readonly string[] ReadTeam = ["TeamMember.Read.All", "TeamMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
    public static readonly string[] WriteTeam = ["TeamMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"];
    public static readonly string[] ReadRoles = ["RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory", "Directory.Read.All", "Directory.ReadWrite.All"];
    public static readonly string[] ReadApps = ["Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
    public static readonly string[] ReadDevices = ["DeviceManagementManagedDevices.Read.All", "DeviceManagementManagedDevices.ReadWrite.All"];
    public static readonly string[] LocateDevices = ["DeviceManagementManagedDevices.ReadWrite.All"];
    public static readonly string[] ActOnDevices = ["DeviceManagementManagedDevices.PrivilegedOperations.All"];
}
