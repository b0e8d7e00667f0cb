using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Cues;

/// <summary>What speaks for quotes, visits, contract, data rights, and for no request at all (DOMAIN.md section 2, other).</summary>
internal static class OtherCues
{
    /// <summary>Weight and concepts, operation by operation.</summary>
    public static ImmutableArray<Cue> All { get; } =
    [
        .. Cue.For(OtherOperations.Quote,
            (-3, "consumable works"), (-5, "quote delete"), (-5, "quote lose"), (-2, "backup-scope quote"), (5, "quote"), (4, "quote hardware"), (4, "quote computer !phone"), (4, "quote software"), (4, "quote project"), (6, "consumable buy"), (5, "consumable ask"), (3, "consumable"), (5, "buy hardware"), (5, "buy computer !licence"), (4, "buy phone"), (5, "buy software !licence"), (4, "website"), (3, "project ask"), (4, "buy printer"),
            (-5, "glass"), (-4, "departure phone"), (-4, "quote licence"), (-5, "phone repair"), (-5, "printer fault"), (-4, "invoice !quote"), (-3, "bulk"), (-4, "lose"), (-3, "restore"), (-3, "virus"), (-3, "consumable fault"), (-3, "training"), (-2, "arrival account"), (-3, "contract !quote")),
        .. Cue.For(OtherOperations.Intervention,
            (3, "visit date-wish contract"), (6, "planned-power"), (5, "visit plan-visit"), (6, "visit move-date"), (4, "visit date-wish"), (6, "relocation"), (3, "relocation computer"), (4, "relocation plan-visit"), (2.5, "visit"), (3, "visit ask"), (-3, "fault !date-wish"), (-4, "training"), (-4, "bulk"), (-4, "deleted-kind restore"), (-4, "delete"), (-3, "calendar"), (-3, "phone hand-back"), (-4, "lose"), (-3, "virus"), (-4, "phishing"), (-2, "restore"), (-2, "departure")),
        .. Cue.For(OtherOperations.DataRights,
            (-6, "planned-power"), (8, "gdpr"), (2, "gdpr delete"), (2, "gdpr ask"), (-4, "bulk"), (-3, "training")),
        .. Cue.For(OtherOperations.Contract,
            (-5, "account delete"), (-4, "close address"), (-4, "software fault"), (-4, "install"), (-4, "visit plan-visit"), (-4, "network fault"), (5.5, "invoice"), (5.5, "contract"), (2, "contract invoice"), (2, "invoice ask"), (1, "contract ask"), (-4, "quote"), (-4, "file restore"), (-4, "file lose"), (-4, "file delete"), (-5, "departure account"), (-4, "phishing"), (-4, "printer"), (-4, "departure"), (-4, "arrival"), (-3, "buy licence"), (-3, "licence ask"), (-4, "fault"), (-4, "redirect"), (-4, "mail"), (-4, "create"), (-3, "software"), (-3, "rights"), (-4, "restore"), (-3, "lose"), (-3, "bulk"), (-3, "list"), (-2, "computer")),
        .. Cue.For(OtherOperations.None,
            (7, "automatic"), (4, "solved"), (3, "thanks !ask"), (3, "solved thanks"), (5, "bulk"), (3, "bulk !ask"), (14, "unsubscribe"), (20, "unsubscribe bulk"), (2, "hiring-plan"), (-3, "fault !solved"), (-2, "ask !solved"), (-3, "create"), (-3, "restore"), (-3, "quote"), (-3, "training !bulk"), (-3, "visit ask !bulk"), (-3, "contract"), (-2, "licence"), (-3, "phishing"), (-3, "delete"), (-3, "mailbox-setting !bulk"), (-3, "gdpr !bulk")),
    ];
}
