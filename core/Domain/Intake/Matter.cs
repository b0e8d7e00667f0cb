namespace SiOne.Bot.Domain.Intake;

/// <summary>What the words say about a request beyond its operation. A reader proposes out of this closed list; the clauses decide what follows.</summary>
public enum Matter
{
    /// <summary>Software by name that is not an office application: business, accounting or drawing software (Art. 8.1).</summary>
    OtherSoftware,

    /// <summary>Repair of software after a virus (Art. 8.1).</summary>
    AfterVirus,

    /// <summary>Coffee, water, lightning, fire, a fall: an outside cause (Art. 8.1).</summary>
    Accident,

    /// <summary>Installing or administering a printer or copier (Art. 8.1); not a computer that cannot print.</summary>
    PrinterSetup,

    /// <summary>Installing or administering the internet provider's box or line (Art. 8.1); not an internet that is down.</summary>
    ProviderEquipment,

    /// <summary>A private computer or phone (Art. 8, 14).</summary>
    PersonalDevice,

    /// <summary>Access to somebody else's mailbox or files (RGPD II b).</summary>
    OthersData,

    /// <summary>Files that lay on the desktop or in the local documents or pictures folder (Art. 16).</summary>
    LocalFolder,

    /// <summary>A visit that comes back at fixed times (XIV 2).</summary>
    RecurringVisit,

    /// <summary>New bank details.</summary>
    BankDetails,

    /// <summary>The end of the contract is asked for (Art. 2).</summary>
    ContractEnd,

    /// <summary>Another subscription level or option is asked for (Art. 6).</summary>
    LevelChange,

    /// <summary>The mailbox is to be kept as a shared one (Art. 14).</summary>
    KeepAsShared,

    /// <summary>The mailbox or the data is to be deleted for good (Art. 14).</summary>
    DeleteForGood,

    /// <summary>What is to be restored lay on a server share, a NAS or a mapped drive (Art. 19).</summary>
    ServerFile,

    /// <summary>The date given is the day of the loss, not of the state that is wanted (Art. 19).</summary>
    LossDate,
}
