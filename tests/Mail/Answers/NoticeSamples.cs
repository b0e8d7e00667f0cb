using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Mail.Tests.Answers;

/// <summary>One notice for each kind at least, with invented people.</summary>
internal static class NoticeSamples
{
    private static readonly DateTimeOffset Later = new(2026, 12, 1, 8, 30, 0, TimeSpan.Zero);
    private static readonly AnsweredRequest Running = Samples.Request(LicenceOperations.Assign);
    private static readonly AnsweredRequest Asked = Samples.Waiting(LicenceOperations.Departure, Verdict.AwaitDetails, Found.MissingPerson);

    private static readonly AnsweredRequest ToApprove = Samples.Waiting(
        LicenceOperations.Sharepoint, Verdict.AwaitApproval, Found.AdministratorRequired, Found.OthersData, Found.MayBeBilled) with
    { EffectiveOn = new(2026, 12, 1) };

    private static readonly AnsweredRequest Moved = Running with { Due = new(Later, Later, Later) };

    public static ImmutableSortedDictionary<string, Notice> All { get; } = new Dictionary<string, Notice>(StringComparer.Ordinal)
    {
        ["approval-needed"] = Of(NoticeKind.ApprovalNeeded, ToApprove) with { AskedBy = "Élise d'Orval" },
        ["approval-needed-direction"] = Of(
            NoticeKind.ApprovalNeeded, Samples.Waiting(LicenceOperations.Teams, Verdict.AwaitApproval, Found.DirectionRequired)),
        ["approval-needed-about"] = Of(
            NoticeKind.ApprovalNeeded,
            Samples.Waiting(LicenceOperations.Release, Verdict.AwaitApproval, Found.AdministratorRequired) with { About = "Julien Tessier" }) with
        { AskedByAddress = "accueil@atelier-rive.example" },
        ["approval-needed-unproven"] = Of(NoticeKind.ApprovalNeeded, ToApprove with { About = "Julien Tessier" }) with
        { AskedBy = "Élise d'Orval", SenderUnproven = true },
        ["approval-needed-third-party"] = Of(
            NoticeKind.ApprovalNeeded, Samples.Waiting(RestoreOperations.Mailbox, Verdict.AwaitApproval, Found.ThirdParty)) with
        { AskedBy = "Maître Roland Vaugier" },
        ["approved"] = Of(NoticeKind.Approved, Running),
        ["approved-details-missing"] = Of(NoticeKind.Approved, Asked),
        ["approval-refused"] = Of(NoticeKind.ApprovalRefused, ToApprove) with { Said = "Nous attendons le budget de janvier." },
        ["approval-refused-silently"] = Of(NoticeKind.ApprovalRefused, ToApprove),
        ["details-needed"] = Of(NoticeKind.DetailsNeeded, Running) with
        {
            Said = "Bonjour Claire,\r\n\r\nde quelle imprimante s’agit-il\u202F?\r\n– celle de l’accueil\u202F;\r\n– celle de l’atelier.\r\n\r\n\r\nMerci, Hugo",
        },
        ["details-needed-listed"] = Of(NoticeKind.DetailsNeeded, Asked),
        ["reminder-approval"] = Of(NoticeKind.Reminder, ToApprove) with { ReaderIsAdministrator = true, AskedBy = "Élise d'Orval", Number = 1, At = Later },
        ["reminder-approval-asker"] = Of(NoticeKind.Reminder, ToApprove) with { Number = 2 },
        ["reminder-details"] = Of(NoticeKind.Reminder, Asked) with { Number = 1, At = Later },
        ["reminder-details-second"] = Of(NoticeKind.Reminder, Asked) with { Number = 2, At = Later },
        ["reminder-question"] = Of(NoticeKind.Reminder, Running with { Verdict = Verdict.AwaitDetails, Due = null }) with
        { Number = 1, At = Later, Said = "De quelle imprimante s’agit-il\u202F?" },
        ["reminder-draft"] = Of(
            NoticeKind.Reminder, Samples.Waiting(LicenceOperations.Assign, Verdict.Draft, Found.ApplicationRequired)) with
        { Number = 1, At = Later },
        ["closed-unanswered"] = Of(NoticeKind.ClosedUnanswered, Asked),
        ["clock-resumed"] = Of(NoticeKind.ClockResumed, Moved),
        ["clock-resumed-dated"] = Of(NoticeKind.ClockResumed, Moved) with { Previously = Running.Due!.At },
        ["clock-resumed-undated"] = Of(NoticeKind.ClockResumed, Samples.Request(OtherOperations.Quote) with { Due = null }),
        ["due-moved"] = Of(NoticeKind.DueMoved, Moved),
        ["due-moved-unavailable"] = DueMoved(DueReason.CustomerUnavailable),
        ["due-moved-supplier"] = DueMoved(DueReason.SupplierLate),
        ["due-moved-force-majeure"] = DueMoved(DueReason.ForceMajeure),
        ["due-moved-asked"] = DueMoved(DueReason.CustomerAsked),
        ["due-moved-mistake"] = DueMoved(DueReason.Mistake),
        ["in-progress"] = Of(NoticeKind.InProgress, Running),
        ["visit-planned"] = Of(NoticeKind.VisitPlanned, Samples.Request(OtherOperations.Intervention)) with { At = Later },
        ["on-hold"] = Of(NoticeKind.OnHold, Running),
        ["hold-ended"] = Of(NoticeKind.HoldEnded, Running),
        ["to-be-quoted"] = Of(NoticeKind.ToBeQuoted, Samples.Request(IncidentOperations.Software)),
        ["corrected"] = Of(NoticeKind.Corrected, Samples.Request(MailboxOperations.Redirect)),
        ["done"] = Of(NoticeKind.Done, Running),
        ["done-by-plan"] = Of(NoticeKind.Done, Samples.Request(LicenceOperations.Departure) with
        {
            Work = new WorkReport(
                [new WorkApproval("Hugo Ferrand", Later)],
                [
                    new WorkStep(new("blocage de la connexion", "sign-in blocked"), "julien.tessier@atelier-rive.example", IsDone: true),
                    new WorkStep(new("libération des licences", "release of the licences"), "julien.tessier@atelier-rive.example", IsDone: true),
                ]),
        }),
        ["done-with-word"] = Of(NoticeKind.Done, Running) with { Said = "La licence est active. Relancez Outlook une fois." },
        ["done-for-you"] = Of(NoticeKind.Done, Running with { About = "Claire Aubinet" }) with { AskedBy = "Élise d'Orval", ReopenDays = 10 },
        ["declined"] = Of(NoticeKind.Declined, Running) with { Said = "Cette application n’est plus distribuée par son éditeur." },
        ["withdrawn"] = Of(NoticeKind.Withdrawn, Running),
        ["reopened"] = Of(NoticeKind.Reopened, Samples.Request(IncidentOperations.Software)),
        ["reply"] = Of(NoticeKind.Reply, Running) with { Said = "Bonjour,\nla licence sera active demain matin.\n\nBien à vous,\nHugo Ferrand" },
        ["reply-third-party"] = Of(NoticeKind.Reply, ToApprove) with { ReaderIsThirdParty = true, Greeting = null, Said = "Nous attendons une confirmation." },
        ["for-you"] = Of(NoticeKind.ForYou, Samples.Request(PhoneOperations.Prepare) with { About = "Claire Aubinet" }) with { AskedBy = "Élise d'Orval" },
        ["for-you-several"] = Of(
            NoticeKind.ForYou, Samples.Request(PhoneOperations.Prepare), Running with { Reference = new("SI-2F8Z-K1WD") }),
        ["call-written-down"] = Of(NoticeKind.CallWrittenDown, Samples.Waiting(MailboxOperations.Absence, Verdict.Draft, Found.MailRequired)),
        ["call-written-down-accepted"] = Of(NoticeKind.CallWrittenDown, Samples.Request(IncidentOperations.Print)),
        ["call-written-down-both"] = Of(
            NoticeKind.CallWrittenDown, Samples.Request(IncidentOperations.Network),
            Samples.Waiting(LicenceOperations.Assign, Verdict.Draft, Found.MailRequired, Found.MissingPerson) with { Reference = new("SI-2F8Z-K1WD") }),
        ["call-written-down-application"] = Of(
            NoticeKind.CallWrittenDown, Samples.Waiting(MailboxOperations.Absence, Verdict.Draft, Found.ApplicationRequired)) with
        { Said = "Message d’absence du 21 au 31 décembre." },
        ["suspended"] = Of(NoticeKind.Suspended, Running),
        ["suspended-for-an-administrator"] = Of(NoticeKind.Suspended, Running) with { ReaderIsAdministrator = true },
        ["suspended-withheld"] = Of(NoticeKind.Suspended, Running with { DetailsWithheld = true }),
        ["breach-notice"] = Of(NoticeKind.BreachNotice, Samples.Request(PhoneOperations.Lost)) with { Greeting = null, Said = Breach },
        ["right-passed-on"] = Of(NoticeKind.RightPassedOn, Samples.Request(OtherOperations.DataRights)) with
        { AskedBy = "Élise d'Orval", At = Later, Said = "Je souhaite une copie de mes données." },
        ["right-passed-on-unproven"] = Of(NoticeKind.RightPassedOn, Samples.Request(OtherOperations.DataRights)) with
        { AskedBy = "Élise d'Orval", SenderUnproven = true, At = Later, Said = "Je souhaite une copie de mes données." },
        ["right-sent-on"] = Of(NoticeKind.RightSentOn, Samples.Request(OtherOperations.DataRights)),
        ["withheld"] = Of(NoticeKind.InProgress, Running with { DetailsWithheld = true }),
    }.ToImmutableSortedDictionary(name => $"notice-{name.Key}", name => name.Value, StringComparer.Ordinal);

    /// <summary>A notice as it is begun, as long as one is.</summary>
    private static string Breach => BreachNoticeText.Of(new BreachNoticeFacts(
        new Request
        {
            Reference = Running.Reference,
            Conversation = new("c1"),
            Intake = new("t.19f3a"),
            CustomerId = "atelier-rive",
            Channel = Domain.Intake.Channel.Mail,
            ReceivedAt = Running.ReceivedAt,
            OperationId = PhoneOperations.Lost.Id,
        },
        "Atelier Rive", Running.ReceivedAt)
    { ReportedBy = "Claire Aubinet", Officer = "Maëlle Kerouanton", OfficerAddress = "dpo@msp.example" });

    private static Notice DueMoved(DueReason reason) => Of(NoticeKind.DueMoved, Moved) with { Because = reason, Previously = Running.Due!.At };

    private static Notice Of(NoticeKind kind, params ImmutableArray<AnsweredRequest> requests) =>
        new() { Kind = kind, Greeting = "Claire Aubinet", Requests = requests };
}
