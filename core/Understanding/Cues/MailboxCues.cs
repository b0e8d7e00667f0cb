using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Cues;

/// <summary>What speaks for an operation on mailboxes (DOMAIN.md section 2, mailbox).</summary>
internal static class MailboxCues
{
    /// <summary>Weight and concepts, operation by operation.</summary>
    public static ImmutableArray<Cue> All { get; } =
    [
        .. Cue.For(MailboxOperations.Create,
            (4, "create mailbox"), (3, "create address !phone"), (1, "mailbox arrival"), (1.5, "create mailbox newcomer -licence"), (1.5, "create mailbox -office-app"), (-3, "create mailbox m365"),
            (-3, "create phone"), (-2, "list"), (-3, "redirect"), (-3, "absence"), (-3, "mailbox-setting"), (-2, "backup"), (-3, "lose"), (-3, "convert shared"), (-3, "file"), (-3, "teams"), (1, "mailbox address ask")),
        .. Cue.For(MailboxOperations.Close,
            (3, "departure address close !account"), (3, "close address already-closed"), (1.5, "already-closed address"), (4.5, "close mailbox"), (4, "close address"), (4, "delete mailbox !mail"), (3.5, "delete address"), (-3, "close account"), (-2.5, "redirect"), (-3, "absence"), (-4, "convert shared"),
            (-2, "list"), (-2, "mailbox-setting"), (-4, "restore"), (-3, "lose"), (-3, "thanks solved"), (1, "mailbox departure")),
        .. Cue.For(MailboxOperations.ConvertShared,
            (7, "convert shared mailbox"), (5, "convert shared"), (3, "shared mailbox -delete"), (3, "shared mailbox -close"), (-3, "phone"), (-4, "file shared !mailbox"), (2, "convert mailbox departure")),
        .. Cue.For(MailboxOperations.Redirect,
            (4.5, "redirect mail"), (4.5, "redirect mailbox"), (4, "redirect address"), (3, "redirect departure"), (3, "redirect"), (-6, "phone-setting redirect phone"), (-3, "phishing"), (-2, "howto"),
            (-3, "training"), (2, "redirect away")),
        .. Cue.For(MailboxOperations.Absence,
            (-4, "automatic"), (6, "absence"), (2, "absence mailbox"), (2, "absence away"), (-3, "howto"), (-4, "absence training"), (-5, "absence phone"), (-2, "restore")),
        .. Cue.For(MailboxOperations.List,
            (5.5, "list add !white-list"), (5.5, "list remove !white-list"), (5, "list create !white-list"), (3, "list !white-list !backup-scope !mailbox-setting"), (4, "list member !white-list"), (3, "list delete !white-list"), (2, "list send !white-list"), (1.5, "list address"), (-3, "teams"),
            (-2, "phishing"), (-5, "wrong-recipient"), (-3, "backup"), (-3, "gdpr"), (-2, "quote")),
        .. Cue.For(MailboxOperations.Settings,
            (4, "away mailbox rights"), (5, "mailbox-setting"), (2, "mailbox-setting mailbox"), (1.5, "mailbox-setting address"), (5, "signature-block mail"), (4.5, "signature-block settings"), (3, "signature-block mailbox"), (5, "calendar rights"), (4.5, "calendar give"), (4, "calendar shared"), (5, "rights mailbox !sharepoint"),
            (5, "webmail password"), (4, "webmail settings"), (3, "webmail mailbox"), (3, "give mailbox rights"), (3, "settings mailbox -create"), (4, "address settings convert"), (2.5, "address convert"), (2.5, "mailbox settings"),
            (-4, "deleted-kind lose"), (-4, "deleted-kind delete"), (-4, "arrival account"), (-4, "newcomer"), (-4, "phone"), (-4, "phishing"), (-3, "create !mailbox-setting"), (-4, "convert shared"), (-3, "howto"), (-3, "restore"), (-3, "lose"), (-3, "absence"), (-3, "intrusion")),
    ];
}
