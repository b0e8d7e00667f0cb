namespace SiOne.Bot.Domain.Execution;

/// <summary>Why a plan cannot run as it stands.</summary>
public enum Obstacle
{
    /// <summary>The tenant was not read: the plan says what would be done.</summary>
    NotRead,

    /// <summary>The customer file names no tenant.</summary>
    NoTenant,

    /// <summary>The tenant could not be read: consent is missing, or Microsoft does not answer.</summary>
    Unreadable,

    /// <summary>No such account in the customer's tenant.</summary>
    AccountNotFound,

    /// <summary>Two accounts could be meant: nobody guesses.</summary>
    AccountAmbiguous,

    /// <summary>An account of that address exists already.</summary>
    AddressTaken,

    /// <summary>The address is not in a domain that the tenant has verified (RELIABILITY E65).</summary>
    ForeignDomain,

    /// <summary>The account bears an administrator's role.</summary>
    PrivilegedAccount,

    /// <summary>A break-glass or service account of the customer file, or one of SI-ONE's own.</summary>
    ProtectedAccount,

    /// <summary>A guest's account belongs to another company.</summary>
    GuestAccount,

    /// <summary>The account is fed by a server of the customer's.</summary>
    SyncedAccount,

    /// <summary>No licence is left, and none was bought (Art. 14).</summary>
    NoLicenceLeft,

    /// <summary>The licence comes by a group, and goes only with that group.</summary>
    LicenceByGroup,

    /// <summary>No such group, team or list, or several.</summary>
    GroupNotFound,

    /// <summary>Intune knows no device of this holder, or several could be meant.</summary>
    DeviceNotFound,

    /// <summary>No version of the file serves the date asked for, or the file was not found.</summary>
    VersionNotFound,

    /// <summary>Something is missing in the request: a name, words, an address, a product.</summary>
    DetailMissing,
}

/// <summary>What whoever approves must know, without being kept from it.</summary>
public enum Caution
{
    /// <summary>The last spare licence is used: one is kept in advance (Art. 14).</summary>
    LastSpareLicence,

    /// <summary>Backups cover licensed users only: they end with the licence (Art. 19).</summary>
    BackupEnds,

    /// <summary>Over a tenth more licences than the price was agreed on (Art. 17).</summary>
    LicenceGrowth,

    /// <summary>Asked with shorter notice than is owed (Art. 13, 16).</summary>
    ShortNotice,

    /// <summary>Somebody else's data is opened or moved (Art. 20, RGPD I).</summary>
    DataOfAnother,

    /// <summary>A mailbox is not deleted without an answer to: closed, or shared? (Art. 14)</summary>
    AskSharedOrClosed,
}
