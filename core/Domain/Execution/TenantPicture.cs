using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What was read of a customer's tenant to plan one request: only what the request is about.</summary>
public sealed record TenantPicture
{
    /// <summary>When it was read, UTC; null: nothing was.</summary>
    public required DateTimeOffset? ReadAt { get; init; }

    /// <summary>Nothing was read.</summary>
    public static TenantPicture Unread { get; } = new() { ReadAt = null };

    /// <summary>Reading failed: consent is missing, or Microsoft does not answer.</summary>
    public bool Failed { get; init; }

    /// <summary>Domains that the tenant has verified, in lower case.</summary>
    public ImmutableArray<string> VerifiedDomains { get; init; } = [];

    /// <summary>The accounts that the request may be about, every candidate of each name or address sought.</summary>
    public ImmutableArray<FoundAccount> Accounts { get; init; } = [];

    /// <summary>What is bought, and how much of it is used.</summary>
    public ImmutableArray<FoundLicence> Licences { get; init; } = [];

    /// <summary>The groups that the request or the customer file names.</summary>
    public ImmutableArray<FoundGroup> Groups { get; init; } = [];

    /// <summary>The devices of the account that the request is about.</summary>
    public ImmutableArray<FoundDevice> Devices { get; init; } = [];

    /// <summary>The files sought with their versions.</summary>
    public ImmutableArray<FoundFile> Files { get; init; } = [];
}

/// <summary>What to read before a request can be planned.</summary>
/// <param name="Accounts">Addresses, object ids (32 digits with hyphens) or full names, of whom it is about and of whoever else takes part.</param>
/// <param name="Groups">Names or addresses of groups, teams and lists.</param>
/// <param name="Paths">Files, by path or name, in the first account's drive.</param>
/// <param name="Devices">The first account's devices.</param>
public sealed record PictureWanted(ImmutableArray<string> Accounts, ImmutableArray<string> Groups, ImmutableArray<string> Paths, bool Devices);

/// <summary>An account as the tenant shows it.</summary>
public sealed record FoundAccount
{
    /// <summary>What it was found by: the address, object id or name that was sought, letter for letter.</summary>
    public required string SoughtAs { get; init; }

    /// <summary>The account.</summary>
    public required AccountRef Account { get; init; }

    /// <summary>The name that people see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>May sign in.</summary>
    public bool SignInAllowed { get; init; }

    /// <summary>Belongs to another company.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Is fed by a server of the customer's (Entra Connect).</summary>
    public bool IsSynced { get; init; }

    /// <summary>Bears a role of the directory, directly or by a group, or may take one up.</summary>
    public bool IsPrivileged { get; init; }

    /// <summary>The country of its licences; null when not set.</summary>
    public string? UsageLocation { get; init; }

    /// <summary>Licences held.</summary>
    public ImmutableArray<HeldLicence> Licences { get; init; } = [];

    /// <summary>Groups, teams and lists that it is directly a member of.</summary>
    public ImmutableArray<FoundGroup> Groups { get; init; } = [];

    /// <summary>Its manager; null for none.</summary>
    public AccountRef? Manager { get; init; }

    /// <summary>Whether its mailbox answers that its owner is away.</summary>
    public bool AnswersAbsence { get; init; }
}

/// <summary>A licence that somebody holds.</summary>
/// <param name="Licence">Which.</param>
/// <param name="ByGroup">It comes by a group, and goes only with that group.</param>
public sealed record HeldLicence(LicenceRef Licence, bool ByGroup);

/// <summary>A product with its numbers.</summary>
/// <param name="Licence">Which.</param>
/// <param name="Bought">Licences paid for and usable.</param>
/// <param name="Used">Licences held by somebody.</param>
public sealed record FoundLicence(LicenceRef Licence, int Bought, int Used)
{
    /// <summary>Licences that nobody holds; never below 0.</summary>
    public int Spare => Math.Max(0, Bought - Used);
}

/// <summary>A group with what decides whether Graph may change its members.</summary>
/// <param name="SoughtAs">What it was found by; "" when it was found as a membership.</param>
/// <param name="Group">The group.</param>
/// <param name="Kind">Of which kind.</param>
public sealed record FoundGroup(string SoughtAs, GroupRef Group, GroupKind Kind);

/// <summary>Which kind of group, which decides who can change it.</summary>
public enum GroupKind
{
    /// <summary>A Microsoft 365 group: a team, a group-connected site.</summary>
    Microsoft365,

    /// <summary>A security group.</summary>
    Security,

    /// <summary>A distribution list, or a mail-enabled security group: Graph reads it only.</summary>
    DistributionList,

    /// <summary>A group whose members follow from a rule: nobody is added by hand.</summary>
    Dynamic,

    /// <summary>A group that a server of the customer's feeds.</summary>
    Synced,

    /// <summary>A group that bears a role of the directory: a privileged target.</summary>
    RoleAssignable,
}

/// <summary>A device that Intune manages.</summary>
/// <param name="Device">Which.</param>
/// <param name="IsPhone">A phone or tablet.</param>
/// <param name="IsPersonal">It is not the company's.</param>
/// <param name="SeenAt">When it last spoke to Intune, UTC; null when never.</param>
public sealed record FoundDevice(DeviceRef Device, bool IsPhone, bool IsPersonal, DateTimeOffset? SeenAt);

/// <summary>A file with its versions.</summary>
/// <param name="SoughtAs">The path or name that was sought.</param>
/// <param name="Versions">Its versions, newest first; the first is the current one.</param>
public sealed record FoundFile(string SoughtAs, ImmutableArray<FileVersionRef> Versions);
