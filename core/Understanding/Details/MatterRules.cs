using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Which words say which matter. A matter can turn an incident into a quote, so a rule asks for more than it must.</summary>
internal static class MatterRules
{
    // The operation itself may be misread: a rule holds for those that its words plausibly come with.
    private static readonly ImmutableArray<Operation> Software =
        [IncidentOperations.Software, IncidentOperations.Help, LicenceOperations.Install, OtherOperations.Quote, OtherOperations.Intervention];

    private static readonly ImmutableArray<Operation> Damage =
    [
        IncidentOperations.Hardware, IncidentOperations.Network, IncidentOperations.Print, IncidentOperations.Software, IncidentOperations.Help,
        PhoneOperations.Fault, PhoneOperations.Repair,
    ];

    private static readonly ImmutableArray<Operation> Setup =
    [
        IncidentOperations.Print, IncidentOperations.Help, IncidentOperations.Hardware, IncidentOperations.Network, IncidentOperations.Software,
        LicenceOperations.Install, OtherOperations.Intervention, OtherOperations.Quote,
    ];

    private static readonly ImmutableArray<Operation> Private =
    [
        .. Setup, PhoneOperations.Lost, PhoneOperations.Fault, PhoneOperations.Repair, PhoneOperations.Settings, PhoneOperations.Help,
        PhoneOperations.Prepare, MailboxOperations.Settings,
    ];

    private static readonly ImmutableArray<Operation> Access =
    [
        MailboxOperations.Settings, MailboxOperations.ConvertShared, MailboxOperations.Close, MailboxOperations.Redirect, MailboxOperations.Create,
        LicenceOperations.Sharepoint, LicenceOperations.Departure, LicenceOperations.Assign, IncidentOperations.Help, IncidentOperations.Software,
        OtherOperations.Intervention, OtherOperations.Quote,
    ];

    private static readonly ImmutableArray<Operation> Leaving =
        [LicenceOperations.Departure, MailboxOperations.Close, MailboxOperations.ConvertShared, LicenceOperations.Release];

    private static readonly ImmutableArray<Operation> Commercial =
        [OtherOperations.Contract, OtherOperations.Quote, OtherOperations.Intervention, OtherOperations.None, IncidentOperations.Help];

    /// <summary>Every rule.</summary>
    public static ImmutableArray<MatterRule> All { get; } =
    [
        .. Rules(Matter.OtherSoftware, Software,
            "software broken ~office ~machine", "software install ~office", "software update ~office", "software want ~office"),
        .. Rules(Matter.AfterVirus, [.. Software, IncidentOperations.Security, IncidentOperations.Hardware],
            "after-virus repair", "after-virus broken", "after-virus software install"),
        .. Rules(Matter.Accident, Damage,
            "spill liquid !if", "wet !if", "lightning !if", "fire !if", "fall device !if", "fell handheld !if", "storm device"),
        .. Rules(Matter.PrinterSetup, Setup,
            "printer install !broken !consumable ~office ~software", "printer add !broken !consumable ~office ~software"),
        .. Rules(Matter.ProviderEquipment, Setup,
            "box install !broken", "box administer !broken", "router provider install !broken", "router provider administer !broken"),
        .. Rules(Matter.PersonalDevice, Private, "private !reach !fine ^company-device"),
        .. Rules(Matter.OthersData, Access,
            "their-mail +title see !broken !mail-trouble !own", "their-files +person see !broken !mail-trouble !own !title", "their-mail +person see !broken !mail-trouble !own", "their-mail +other-person see !broken !mail-trouble !own", "their-things see for-me !broken !mail-trouble"),
        .. Rules(Matter.LocalFolder, [RestoreOperations.File], "local lay !looked"),
        .. Rules(Matter.ServerFile, [RestoreOperations.File, RestoreOperations.Mailbox, RestoreOperations.Site], "server ^cloud !server-trouble"),
        .. Rules(Matter.RecurringVisit, Commercial, "visit recurring !fault-rhythm"),
        .. Rules(Matter.BankDetails, [OtherOperations.Contract, OtherOperations.Quote, OtherOperations.None, IncidentOperations.Help],
            "bank change !foreign-bank"),
        .. Rules(Matter.ContractEnd, Commercial, "end contract !foreign-contract !doubt"),
        .. Rules(Matter.LevelChange, Commercial, "level move !licence !doubt", "option move !doubt", "option level move !doubt"),
        .. Rules(Matter.KeepAsShared, [LicenceOperations.Departure, MailboxOperations.Close, MailboxOperations.ConvertShared], "shared keep !if"),
        .. Rules(Matter.DeleteForGood, Leaving, "for-good data !careful", "for-good their-things !careful", "for-good their-mail !careful", "close-for-good data !careful"),
    ];

    private static IEnumerable<MatterRule> Rules(Matter matter, ImmutableArray<Operation> operations, params string[] patterns) =>
        patterns.Select(pattern => MatterRule.Parse(matter, operations, pattern));
}
