using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Cues;

/// <summary>What speaks for a restore or a change of the backups (DOMAIN.md section 2, restore).</summary>
internal static class RestoreCues
{
    /// <summary>Weight and concepts, operation by operation.</summary>
    public static ImmutableArray<Cue> All { get; } =
    [
        .. Cue.For(RestoreOperations.File,
            (-5, "account delete !restore !lose"), (-3, "mailbox file !attachment !store"), (4, "quote delete"), (4, "quote lose"), (4, "contract delete"), (3, "invoice delete"), (4.5, "earlier-version !mail-program"), (-4, "mail-program file !attachment"), (-4, "mail-content"), (5.5, "restore file"), (5, "delete file"), (5, "lose file"), (3, "restore store"), (3, "lose store"), (3, "restore backup"), (3, "delete store"), (2, "backup lose"), (3, "file backup restore"), (1.5, "restore"),
            (-4, "file mail delete"), (-3, "deleted-kind"), (-4, "backup-scope !restore"), (-3, "site"), (-4, "phone lose"), (-4, "outlook mail"), (-3, "virus"), (-3, "usb-key lose"), (-4, "licence"), (-4, "password forgot"), (-3, "steal"), (-2, "mailbox"), (-3, "printer"), (-4, "gdpr"), (-3, "hand-back phone"), (-2, "slow"), (-3, "invoice !delete"), (-3, "solved")),
        .. Cue.For(RestoreOperations.Mailbox,
            (4, "mailbox file restore !attachment !licence"), (4, "mailbox file lose !attachment"), (4, "mailbox file delete !attachment"), (4.5, "mail-program file restore !attachment"), (4.5, "mail-program file lose !attachment"), (4.5, "mail-program file delete !attachment"), (5, "restore mail-content"), (5, "delete mail-content"), (5, "lose mail-content"), (6, "restore mail"), (6, "delete mail"), (5.5, "lose mail"), (5, "restore mailbox"), (6, "restore deleted-kind"), (6, "delete deleted-kind"), (6, "lose deleted-kind"), (3, "mail backup"), (3, "delete outlook file"), (3, "outlook file lose"), (3, "mailbox lose"),
            (-3, "phone"), (-4, "close mailbox"), (-4, "mailbox delete address"), (-4, "phishing"), (-3, "redirect"), (-3, "absence"), (-3, "licence"), (-3, "departure close"), (-3, "gdpr"), (-3, "mailbox-setting !lose"), (-3, "bulk"), (-4, "send receive"), (-3, "list"), (-2, "solved"), (-2, "convert shared")),
        .. Cue.For(RestoreOperations.Site,
            (4, "site restore"), (3, "site delete file"), (7, "site delete"), (8, "site restore"), (6, "site lose"), (7, "team delete"), (7, "team restore"), (7, "sharepoint restore !file"), (6, "sharepoint delete !file"), (5, "teams delete !file"), (4, "teams restore !file"), (6, "team lose"), (-3, "account"), (-3, "departure"), (-3, "member"), (-3, "licence"), (-3, "rights")),
        .. Cue.For(RestoreOperations.Plan,
            (4, "backup add file"), (3, "backup-scope add"), (3, "backup settings !lose"), (6, "backup-scope"), (3, "backup add"), (4, "backup settings"), (3, "backup remove"), (3, "backup ask"), (2.5, "backup store"), (3, "backup -lose"), (2, "backup computer"), (3, "-backup"), (2, "backup howto"), (-4, "restore backup"), (-3, "delete !backup-scope"), (-3, "lose !backup-scope"), (-2, "gdpr"), (-3, "licence"), (-2, "bulk")),
    ];
}
