using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What holds of every step of one kind.</summary>
/// <param name="Id">The discriminator that plans are written with.</param>
/// <param name="Permission">Microsoft's least privileged application permission for it; null for what is done by hand.</param>
/// <param name="Reversible">The state before can be brought back.</param>
/// <param name="Destructive">It destroys data of the customer's: two people and typed confirmation. Another question than <see cref="NeverRepeated"/>.</param>
/// <param name="NeedsSecret">A new password is made for it, and shown once (RELIABILITY E62, E74).</param>
/// <param name="Reference">Microsoft's page on what app-only rights can do; null for what is done by hand.</param>
public sealed record StepFact(string Id, string? Permission, bool Reversible, bool Destructive, bool NeedsSecret, Uri? Reference)
{
    /// <summary>
    /// A call of which nobody knows what became is not made once more, but a person looks: the device may be somebody else's by then, or the account a new
    /// one (RELIABILITY E63). Whatever is destructive, and what takes the company's data off a device.
    /// </summary>
    public bool NeverRepeated { get; init; } = Destructive;
}

/// <summary>One table of all kinds of steps: what plans mark, and what <c>check</c> compares with what a tenant has granted (RELIABILITY E73).</summary>
public static class StepFacts
{
    private const string Settings = "MailboxSettings.ReadWrite";

    private const string Privileged = "DeviceManagementManagedDevices.PrivilegedOperations.All";

    /// <summary>Every kind.</summary>
    public static ImmutableArray<StepFact> All { get; } =
    [
        Fact("create-account", "User.ReadWrite.All", "user-post-users", needsSecret: true),
        Fact("set-manager", "User.ReadWrite.All", "user-post-manager", reversible: true),
        Fact("set-licences", "LicenseAssignment.ReadWrite.All", "user-assignlicense", reversible: true),
        Fact("set-membership", "GroupMember.ReadWrite.All", "group-post-members", reversible: true),
        Fact("set-sign-in", "User.EnableDisableAccount.All", "user-update", reversible: true),
        Fact("revoke-sessions", "User.RevokeSessions.All", "user-revokesigninsessions"),
        Fact("reset-password", "User-PasswordProfile.ReadWrite.All", "user-update", needsSecret: true),
        Fact("create-access-pass", "UserAuthMethod-TAP.ReadWrite.All", "authentication-post-temporaryaccesspassmethods"),
        Fact("set-absence-message", Settings, "user-update-mailboxsettings", reversible: true),
        Fact("set-redirection", Settings, "mailfolder-post-messagerules", reversible: true),
        Fact("set-mailbox-language", Settings, "user-update-mailboxsettings", reversible: true),
        Fact("restore-file-version", "Files.ReadWrite.All", "driveitemversion-restoreversion", reversible: true),
        Fact("locate-device", "DeviceManagementManagedDevices.ReadWrite.All", "intune-devices-manageddevice-locatedevice"),
        Fact("lock-device", Privileged, "intune-devices-manageddevice-remotelock"),
        Fact("wipe-device", Privileged, "intune-devices-manageddevice-wipe", destructive: true),
        Fact("retire-device", Privileged, "intune-devices-manageddevice-retire") with { NeverRepeated = true },
        Fact("delete-account", "User.DeleteRestore.All", "user-delete", destructive: true),
        new StepFact("by-hand", Permission: null, Reversible: false, Destructive: false, NeedsSecret: false, Reference: null),
    ];

    /// <summary>
    /// What is read beside, by an app registration of its own: accounts and managers; domains; licences bought; groups and members; roles, so that a
    /// privileged account is seen (RELIABILITY E66); devices; files with versions; mailbox settings; access passes.
    /// </summary>
    public static ImmutableArray<string> ToRead { get; } =
    [
        "User.Read.All", "Organization.Read.All", "LicenseAssignment.Read.All", "GroupMember.Read.All", "RoleManagement.Read.Directory",
        "DeviceManagementManagedDevices.Read.All", "Files.Read.All", "MailboxSettings.Read", "UserAuthMethod-TAP.Read.All",
    ];

    /// <summary>Every permission that is needed, each once, in ordinal order.</summary>
    public static ImmutableArray<string> Needed { get; } =
        [.. All.Select(fact => fact.Permission).OfType<string>().Concat(ToRead).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The facts of a step's kind.</summary>
    public static StepFact Of(Step step)
    {
        var id = IdOf(step);
        return All.First(fact => fact.Id == id);
    }

    /// <summary>What is lacking and what was granted beyond need, both in ordinal order.</summary>
    /// <param name="needed">What is needed: <see cref="Needed"/>, or one app registration's part of it.</param>
    /// <param name="granted">The application permissions granted.</param>
    public static (ImmutableArray<string> Missing, ImmutableArray<string> Surplus) Compare(ImmutableArray<string> needed, IReadOnlySet<string> granted) => (
        [.. needed.Where(name => !granted.Contains(name)).Order(StringComparer.Ordinal)],
        [.. granted.Where(name => !needed.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal)]);

    private static StepFact Fact(
        string id, string permission, string page, bool reversible = false, bool destructive = false, bool needsSecret = false) =>
        new(id, permission, reversible, destructive, needsSecret, new Uri($"https://learn.microsoft.com/graph/api/{page}"));

    private static string IdOf(Step step) => step switch
    {
        Step.CreateAccount => "create-account",
        Step.SetManager => "set-manager",
        Step.SetLicences => "set-licences",
        Step.SetMembership => "set-membership",
        Step.SetSignIn => "set-sign-in",
        Step.RevokeSessions => "revoke-sessions",
        Step.ResetPassword => "reset-password",
        Step.CreateAccessPass => "create-access-pass",
        Step.SetAbsenceMessage => "set-absence-message",
        Step.SetRedirection => "set-redirection",
        Step.SetMailboxLanguage => "set-mailbox-language",
        Step.RestoreFileVersion => "restore-file-version",
        Step.LocateDevice => "locate-device",
        Step.LockDevice => "lock-device",
        Step.WipeDevice => "wipe-device",
        Step.RetireDevice => "retire-device",
        Step.DeleteAccount => "delete-account",
        Step.ByHand => "by-hand",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
