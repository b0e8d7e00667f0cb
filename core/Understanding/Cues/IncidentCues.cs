using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Cues;

/// <summary>What speaks for a fault, a security incident or a question (DOMAIN.md section 2, incident).</summary>
internal static class IncidentCues
{
    /// <summary>Weight and concepts, operation by operation.</summary>
    public static ImmutableArray<Cue> All { get; } =
    [
        .. Cue.For(IncidentOperations.Hardware,
            (3, "computer repair !quote !phone"), (-4, "identified"), (4, "warning-light"), (3, "drive warning-light"), (5, "hardware fault"), (5, "computer power"), (4.5, "computer fault !software !outlook !network"), (2, "computer fault"), (4, "hardware accident"), (5, "computer accident"), (3, "hardware power"), (3, "hardware slow"), (4, "computer battery"), (3, "screen-fault fault"), (2, "computer slow"),
            (-4, "phone !computer"), (-3, "printer"), (-4, "outlook fault"), (-3, "software fault"), (-3, "network fault"), (-4, "quote !fault"), (-3, "virus"), (-3, "steal"), (-4, "install office-app"), (-2, "restore file"), (-4, "howto"), (-3, "licence"), (-2, "buy !fault"), (-3, "backup !fault"), (-3, "deskphone"), (-2, "drive"), (-3, "password")),
        .. Cue.For(IncidentOperations.Software,
            (-5, "virus"), (3, "business-software fault"), (-5, "planned-power"), (5, "software fault"), (5.5, "outlook fault"), (5, "mail fault"), (5, "-receive mail"), (5, "-receive address"), (-4, "outlook fault password !keyboard-right-password"), (5, "-send mail"), (4, "mailbox fault"), (7, "keyboard-right-password"), (3.5, "software slow"), (3.5, "outlook slow"), (4.5, "file fault"), (3, "office-app fault"), (2.5, "m365 fault"), (2, "file slow"), (4, "-mail receive"), (4, "business-software fault"), (3, "business-software password"), (1.5, "fault"),
            (2, "teams fault"), (-5, "absence"), (-4, "redirect"), (-3, "rights"), (-4, "phone"), (-4, "printer"), (-3, "network fault !software !outlook"), (-3, "lose file"), (-3, "delete"), (-4, "mfa"), (-4, "forgot password"), (-3, "virus"), (-4, "click"), (-3, "hardware fault !outlook !software"), (-3, "rights fault"), (-3, "licence fault"), (-3, "steal"), (-2, "restore"), (-3, "training"), (-3, "phishing"), (-2, "quote"), (-3, "intrusion"), (-3, "drive"), (-2, "invoice")),
        .. Cue.For(IncidentOperations.Network,
            (-4, "identified"), (5, "drive lose computer"), (4, "network-symptom"), (5, "network fault"), (5, "-network"), (5, "network slow"), (5, "drive fault"), (4, "-drive"), (5, "deskphone"), (3, "deskphone fault"), (3, "network"), (2, "drive network"), (3, "network password"), (4, "website fault -create"), (-4, "phone network !computer"), (-3, "printer"), (-4, "drive lose file"), (-4, "restore"), (-3, "delete"), (-3, "virus"), (-3, "project quote"), (-3, "quote"), (-3, "rights give"), (-3, "backup"), (-3, "howto")),
        .. Cue.For(IncidentOperations.Security,
            (-4, "drive"), (-4, "network-symptom"), (6.5, "identified"), (-6, "mouse-click"), (7, "virus"), (7, "phishing"), (6.5, "intrusion"), (7, "click mail"), (5, "click"), (7, "computer steal"), (7, "usb-key lose"), (6.5, "wrong-recipient"), (2, "wrong-recipient mail"), (4, "password click"), (3, "mailbox-setting send fault"), (2, "computer lose"), (-4, "phone steal"), (-5, "bulk"), (-3, "install virus"), (-3, "quote virus"), (-3, "training"), (-3, "usb-key restore"), (-3, "fault -virus"), (-3, "howto !click !phishing")),
        .. Cue.For(IncidentOperations.Print,
            (-4, "business-software fault"), (4, "consumable works"), (4, "scan works"), (6, "printer fault"), (4, "printer"), (4, "scan fault"), (4, "printer -works"), (3, "scan printer"), (-4, "consumable quote"), (-4, "consumable buy"), (-4, "printer quote"), (-4, "printer buy"), (-3, "printer relocation"), (-3, "phone scan"), (-2, "bulk"), (-4, "delete file"), (-2, "departure"), (-3, "printer howto"), (-3, "mailbox create")),
        .. Cue.For(IncidentOperations.Help,
            (6, "howto"), (2.5, "howto office-app"), (2, "howto outlook"), (2, "windows-login"), (5, "windows-login password"), (-6, "phone"), (-3, "fault"), (-4, "training"), (-4, "password forgot"), (-4, "lose"), (-4, "restore"), (-3, "quote"), (-4, "phishing"), (-4, "click"), (-3, "backup"), (-3, "gdpr"), (-2, "account"), (-3, "invoice"), (-3, "licence"), (-2, "create"), (-2, "delete")),
    ];
}
