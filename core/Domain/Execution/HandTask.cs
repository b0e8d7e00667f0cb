namespace SiOne.Bot.Domain.Execution;

/// <summary>What stays for a technician's hands, since Graph has no call for it that app-only rights can make.</summary>
public enum HandTask
{
    /// <summary>Exchange turns a mailbox into a shared one; Graph cannot.</summary>
    ConvertToSharedMailbox,

    /// <summary>Mail-enabled lists are changed in Exchange; Graph reads them only.</summary>
    ChangeDistributionList,

    /// <summary>A mailbox outside Microsoft 365 ("classic", Art. 11).</summary>
    ChangeClassicMailbox,

    /// <summary>A file from the bin of OneDrive or SharePoint.</summary>
    RestoreFromBin,

    /// <summary>Data from the backup (Art. 19, 22).</summary>
    RestoreFromBackup,

    /// <summary>An account that Entra locked after wrong passwords unlocks by itself or by a new password.</summary>
    UnlockAccount,

    /// <summary>An account that a server of the customer's feeds (Entra Connect) is changed there.</summary>
    ChangeOnPremises,

    /// <summary>Rights on a site that no group stands behind.</summary>
    GrantSiteRights,

    /// <summary>Licences are bought with the supplier (Art. 14, 17).</summary>
    BuyLicences,

    /// <summary>A device that Intune does not know.</summary>
    HandleUnmanagedDevice,

    /// <summary>Backups cover licensed users only: a last backup before a licence goes (Art. 19).</summary>
    SaveBeforeRelease,

    /// <summary>Whatever else the operation needs of a person.</summary>
    FollowProcedure,
}
