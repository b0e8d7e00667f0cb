using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Cues;

/// <summary>What speaks for an operation on Microsoft 365 accounts, rights and licences (DOMAIN.md section 2, licence).</summary>
internal static class LicenceCues
{
    /// <summary>Weight and concepts, operation by operation.</summary>
    public static ImmutableArray<Cue> All { get; } =
    [
        .. Cue.For(LicenceOperations.Arrival,
            (-5, "computer power"), (-6, "has-account"), (-4, "-works"), (-3, "forgot password"), (-4, "address close"), (-3, "already-closed !create"), (-4, "mailbox close"), (4, "newcomer account"), (4, "arrival account"), (3, "arrival m365"), (3, "create account"), (4, "create account m365"), (2.5, "arrival create"), (2, "newcomer"), (2, "arrival office-app ask"), (1.5, "arrival"), (2, "arrival mailbox teams"), (2, "newcomer computer"), (2, "prepare account"),
            (-3, "hiring-plan"), (-2.5, "departure"), (-3, "fault"), (-2, "phone !account"), (-2, "training"), (-3, "quote"), (-3, "delete"), (-3, "restore"), (-3, "buy licence"), (-2, "mailbox -account"), (-3, "list"), (-3, "teams member"), (-3, "lose"), (-2, "bulk"), (-3, "rights sharepoint"), (-2, "receive mail")),
        .. Cue.For(LicenceOperations.Departure,
            (4.5, "contract account delete !mailbox"), (4.5, "contract account close"), (-4, "departure address close already-closed"), (-4, "departure address close !account"), (-3, "already-closed address"), (-5, "already-closed"), (-3, "address close"), (-3, "address delete"), (-4, "assign licence !account"), (5, "departure account"), (5, "departure close"), (4, "close account"), (3, "departure delete"), (3, "departure"), (3, "delete account"), (2, "departure licence"), (2, "close m365"), (-3, "departure phone hand-back"), (-2.5, "mailbox close !account"), (-2.5, "restore"), (-2, "redirect"), (-2, "lose"),
            (-3, "locked"), (-2, "sharepoint"), (-3, "gdpr"), (-2, "list"), (-3, "convert shared"), (-2, "visit"), (-2, "phone"), (-3, "bulk"), (-2, "teams member"), (-2, "fault"), (-2, "absence")),
        .. Cue.For(LicenceOperations.Assign,
            (4.6, "licence create !newcomer !mailbox"), (5, "assign licence"), (3, "licence ask"), (2, "licence give"), (-3, "buy licence"), (-3, "release licence"), (-2, "licence quote"), (-1, "arrival"), (-2, "departure"), (-3, "install"), (-3, "invoice"), (-2.5, "restore"), (-3, "training"), (-2, "business-software"), (2, "licence fault"), (-2, "bulk")),
        .. Cue.For(LicenceOperations.Release,
            (6, "release licence"), (3, "licence -assign"), (3, "licence departure release"), (3, "licence delete"), (3, "licence -office-app release"), (-3, "buy licence"), (-2, "licence install"), (-2, "invoice"), (-2, "lose"), (-3, "restore file"), (-3, "phone")),
        .. Cue.For(LicenceOperations.Password,
            (-5, "identified"), (6, "forgot password"), (5.5, "reset password"), (5, "locked account"), (5, "locked password"), (5.5, "mfa"), (3, "mfa reset"), (5, "password fault"), (2.5, "password ask"), (2, "password account"), (3, "password m365"), (3, "fault account m365"), (2, "account fault"), (3, "locked m365"), (2, "lose password"),
            (-5, "keyboard-right-password"), (-4, "network password"), (-3, "printer"), (-4, "phishing password"), (-5, "click"), (-4, "file password !account"), (-3, "software password"), (-3, "windows-login"), (-4, "webmail"), (-3, "phone locked"), (-3, "usb-key"), (-2, "close"), (-4, "wrong-recipient"), (-4, "business-software"), (-2, "bulk"), (-3, "solved"), (-2, "install"), (-2, "scan"), (-3, "intrusion")),
        .. Cue.For(LicenceOperations.Purchase,
            (7, "buy licence"), (2, "licence -licence"), (2, "quote licence"), (-2, "release"), (-2, "invoice"), (-3, "consumable"), (-3, "business-software")),
        .. Cue.For(LicenceOperations.Teams,
            (5.5, "team add"), (5.5, "team remove"), (5, "team member"), (5, "teams member"), (4, "teams add"), (4.5, "team create"), (4, "team teams"), (3, "teams rights"), (3, "teams give"), (2, "team"), (2, "teams"), (3, "teams remove"), (-4, "phone"), (-4, "fault teams"), (-3, "training"), (-4, "delete team"), (-3, "restore"), (-3, "howto"), (-3, "lose"), (-3, "licence"), (-2, "install"), (-2.5, "account"), (-2, "file"),
            (-3, "slow"), (-3, "network"), (-2, "hardware"), (-3, "list"), (-2, "departure"), (-2, "newcomer")),
        .. Cue.For(LicenceOperations.Sharepoint,
            (6, "sharepoint rights"), (5, "share rights"), (4.5, "sharepoint give"), (4, "share give"), (5, "file rights"), (3, "rights give !mailbox !account"), (4, "store rights"), (2, "sharepoint"), (3, "sharepoint remove"), (3, "sharepoint add"), (-3, "rights mailbox"), (-4, "delete"), (-4, "restore"), (-4, "lose"), (-4, "backup"), (-3, "phone"), (-3, "training"), (-4, "gdpr"), (-3, "calendar"), (-3, "network"), (-3, "howto"), (-3, "drive fault"), (-2, "account close"), (-3, "office-app install"), (-3, "intrusion"), (-2, "newcomer")),
        .. Cue.For(LicenceOperations.Install,
            (6, "office-app -install"), (6.5, "install office-app"), (3, "install m365"), (3, "office-app computer ask"), (3, "-office-app computer"), (-5, "phone"), (-4, "business-software"), (-3, "quote"), (-3, "hardware"), (-3, "restore"), (-3, "lose"), (-3, "fault office-app"), (-2, "newcomer"), (-2, "printer"), (-2, "training"), (-2, "licence !install")),
        .. Cue.For(LicenceOperations.Training,
            (6, "training"), (2, "training m365"), (2, "training teams"), (2, "training office-app"), (2, "training ask"), (-3, "bulk"), (-4, "lose"), (-3, "restore"), (-3, "mailbox-setting"), (-2, "delete")),
    ];
}
