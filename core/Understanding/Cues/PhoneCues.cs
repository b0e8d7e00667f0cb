using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Cues;

/// <summary>What speaks for a request about a company phone (DOMAIN.md section 2, phone).</summary>
internal static class PhoneCues
{
    /// <summary>Weight and concepts, operation by operation.</summary>
    public static ImmutableArray<Cue> All { get; } =
    [
        .. Cue.For(PhoneOperations.Lost,
            (7, "phone lose !file !mail"), (4, "phone lose"), (8, "phone steal"), (6, "phone wipe"), (2, "wipe"), (-4, "phone hand-back !lose"), (-5, "computer steal !phone"), (-3, "phone-trouble lose !wipe"), (-3, "restore"), (-3, "departure !steal"), (-6, "prepare"), (-2, "usb-key"), (-2, "works phone")),
        .. Cue.For(PhoneOperations.Prepare,
            (-5, "mfa"), (-4, "-install !prepare"), (-4, "office-app -install"), (-4, "back-in-drawer"), (-4, "phone mail receive !newcomer !arrival"), (6, "phone prepare"), (5, "phone arrival"), (5, "phone newcomer"), (3, "phone create"), (3, "phone give arrival"), (2, "phone ask arrival"), (-3, "phone lose"), (-4, "phone fault"), (-4, "phone glass"), (-3, "phone howto"), (-4, "phone departure"), (-3, "phone quote"), (-2, "computer !phone")),
        .. Cue.For(PhoneOperations.Return,
            (5, "phone back-in-drawer"), (3, "back-in-drawer hand-back"), (6.5, "phone hand-back"), (4, "phone departure"), (3, "phone departure hand-back"), (1.5, "departure hand-back"), (-3, "phone lose"), (-3, "phone glass"), (-4, "phone howto"), (-2, "phone newcomer"), (-3, "phone fault"), (-3, "licence"), (-4, "file"), (-3, "deskphone")),
        .. Cue.For(PhoneOperations.Fault,
            (7, "phone fault"), (4, "phone-trouble fault phone"), (4, "phone battery"), (3, "sim fault"), (3, "phone-trouble fault"), (3, "phone slow"), (4, "phone power"), (4, "phone locked"), (3.5, "phone -receive"), (-3, "phone glass"), (-4, "phone lose"), (-5, "phone steal"), (-4, "computer fault"), (-4, "howto phone"), (-4, "deskphone"), (-2, "prepare"), (-2, "hand-back"), (-2, "network drive"), (-2, "printer"), (-3, "wipe"), (-3, "quote repair")),
        .. Cue.For(PhoneOperations.Repair,
            (8, "phone glass"), (6, "phone repair"), (3, "phone quote"), (5, "glass quote"), (5, "glass repair"), (2, "glass"), (-3, "phone hand-back !glass"), (-4, "steal"), (-4, "lose"), (-3, "computer fault !phone"), (-2, "battery")),
        .. Cue.For(PhoneOperations.Settings,
            (4, "phone mail receive settings"), (3, "phone mail receive ask"), (5, "phone-setting phone settings"), (3, "phone settings"), (3, "phone-setting phone"), (4, "sim settings"), (4, "sim phone ask"), (4, "phone install"), (-3, "fault"), (-3, "lose"), (-3, "steal"), (-3, "howto"), (-3, "arrival"), (-3, "newcomer"), (-4, "glass"), (-3, "departure"), (-3, "hand-back"), (-2, "prepare !settings"), (-3, "quote"), (-4, "deskphone"), (-3, "wipe"), (-2, "fault")),
        .. Cue.For(PhoneOperations.Help,
            (-5, "back-in-drawer"), (8, "phone howto"), (2, "phone howto ask"), (2, "phone-setting howto"), (-3, "lose"), (-3, "steal"), (-3, "glass"), (-3, "departure"), (-2, "prepare"), (-3, "hand-back"), (-2, "deskphone")),
    ];
}
