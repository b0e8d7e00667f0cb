using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Mail.Tests.Answers;

/// <summary>One answer for each outcome, with invented people and findings.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Received = new(2026, 11, 24, 13, 10, 42, TimeSpan.Zero);
    private static readonly DateTimeOffset In48Hours = Received.AddHours(48);

    /// <summary>Where a draft is confirmed.</summary>
    public const string ConfirmAt = "https://demandes.msp.example/confirmer/01KAV30000000000000000000A.0123456789abcdef0123456789abcdef";

    public static MailHeader Header { get; } = new()
    {
        From = MailAddress.Parse("support@msp.example"),
        FromName = "Support SI-ONE",
        To = MailAddress.Parse("claire.aubinet@atelier-rive.example"),
        MessageId = "q.01kav3.1.a7f2c9@msp.example",
        InReplyTo = "4f1d@atelier-rive.example",
        References = ["1a2b@atelier-rive.example", "3c@atelier-rive.example"],
        Date = new(2026, 11, 24, 14, 10, 45, TimeSpan.FromHours(1)),
    };

    public static ImmutableSortedDictionary<string, Answer> Answers { get; } = new Dictionary<string, Answer>(StringComparer.Ordinal)
    {
        ["accepted-commitment"] = Of(Request(LicenceOperations.Assign)),
        ["accepted-arrival"] = Of(Request(LicenceOperations.Arrival) with
        {
            EffectiveOn = new(2026, 12, 9),
            Due = new(ParisTime.StartOf(new(2026, 12, 9)), In48Hours, In48Hours),
        }),
        ["accepted-short-notice-account"] = Of(Request(LicenceOperations.Arrival) with
        {
            EffectiveOn = new(2026, 12, 1),
            Due = new(ParisTime.StartOf(new(2026, 12, 1)), In48Hours, In48Hours),
            Findings = [Found.ShortNoticeAccount],
        }),
        ["accepted-short-notice-mailbox"] = Of(Request(MailboxOperations.Absence) with
        {
            EffectiveOn = new(2026, 11, 25),
            Findings = [Found.ShortNoticeMailbox],
        }),
        ["accepted-departure"] = Of(Request(LicenceOperations.Departure) with
        {
            EffectiveOn = new(2026, 11, 30),
            Due = new(ParisTime.StartOf(new(2026, 12, 1)), In48Hours, In48Hours, ParisTime.StartOf(new(2026, 11, 30))),
            Findings = [Found.BackupEnds, Found.MailboxFate],
        }),
        ["accepted-over-weekend"] = Of(Request(RestoreOperations.Plan) with
        {
            ReceivedAt = new(2026, 11, 27, 16, 0, 0, TimeSpan.Zero),
            Due = new(new(2026, 12, 1, 16, 0, 0, TimeSpan.Zero), new(2026, 12, 1, 16, 0, 0, TimeSpan.Zero), new(2026, 11, 29, 16, 0, 0, TimeSpan.Zero)),
        }),
        ["accepted-out-of-hours"] = Of(Request(IncidentOperations.Network) with { ReceivedAt = Received.AddHours(6), Findings = [Found.OutOfHours] }),
        ["accepted-recovery-point"] = Of(Request(RestoreOperations.File) with
        {
            EffectiveOn = new(2026, 11, 20),
            Findings = [Found.RecoveryPoint, Found.LocalFolder],
        }),
        ["accepted-no-recovery-point"] = Of(Request(RestoreOperations.File) with
        {
            EffectiveOn = new(2026, 7, 1),
            Findings = [Found.NoRecoveryPoint],
        }),
        ["accepted-data-recovery"] = Of(Request(RestoreOperations.File) with { Findings = [Found.DataRecovery] }),
        ["accepted-for-an-administrator"] = Of(Request(LicenceOperations.Assign) with
        {
            Findings = [Found.SpareLicenceUsed, Found.LicenceGrowth, Found.MayBeBilled],
        }) with
        { ReaderIsAdministrator = true },
        ["accepted-for-somebody"] = Of(Request(LicenceOperations.Assign) with { About = "Julien Tessier" }),
        ["accepted-no-article"] = Of(Request(LicenceOperations.Assign) with { PromisedUnder = null }),
        ["accepted-target"] = Of(Request(IncidentOperations.Print)),
        ["accepted-emergency"] = Of(Request(IncidentOperations.Security) with { Findings = [Found.Emergency, Found.BreachClock] }),
        ["accepted-data-rights"] = Of(Request(OtherOperations.DataRights) with { Due = At(new(2026, 12, 24, 13, 10, 0, TimeSpan.Zero)) }),
        ["abstained"] = Of(Request(IncidentOperations.Help) with { Abstained = true }),
        ["details-withheld"] = Of(Request(MailboxOperations.Absence) with { DetailsWithheld = true }),
        ["follow-up"] = Of(Request(MailboxOperations.Create)) with { FollowUp = true },
        ["follow-up-that-changed"] = Of(Request(MailboxOperations.Create) with { About = "julien.tessier@atelier-rive.example" }) with
        { FollowUp = true, Changed = true },
        ["follow-up-to-details"] = Of(Waiting(MailboxOperations.Close, Verdict.AwaitDetails, Found.MissingMailbox)) with { FollowUp = true },
        ["terminated"] = Of(Waiting(IncidentOperations.Hardware, Verdict.Terminated, Found.Terminated)),
        ["suspended"] = Of(Waiting(LicenceOperations.Assign, Verdict.Suspended, Found.Suspended)),
        ["suspended-for-an-administrator"] = Of(Waiting(LicenceOperations.Assign, Verdict.Suspended, Found.Suspended)) with
        { ReaderIsAdministrator = true },
        ["quote"] = Of(Waiting(RestoreOperations.File, Verdict.Quote, Found.OutOfContract)),
        ["quote-after-exclusion"] = Of(Waiting(IncidentOperations.Software, Verdict.Quote, Found.OtherSoftware, Found.SereniteHelp, Found.MayBeBilled)),
        ["draft-by-mail"] = Of(Waiting(LicenceOperations.Assign, Verdict.Draft, Found.MailRequired)),
        ["draft-in-application"] = Of(Waiting(LicenceOperations.Arrival, Verdict.Draft, Found.ApplicationRequired, Found.MissingPerson)),
        ["draft-to-click"] = Of(Waiting(LicenceOperations.Arrival, Verdict.Draft, Found.ApplicationRequired, Found.MissingPerson) with
        {
            ConfirmAt = ConfirmAt,
        }),
        ["prove-identity"] = Of(Waiting(LicenceOperations.Password, Verdict.ProveIdentity, Found.IdentityUnproven) with { DetailsWithheld = true }),
        ["await-approval"] = Of(Waiting(LicenceOperations.Assign, Verdict.AwaitApproval, Found.AdministratorRequired, Found.MissingPerson)),
        ["await-approval-direction"] = Of(Waiting(LicenceOperations.Teams, Verdict.AwaitApproval, Found.DirectionRequired)),
        ["await-details"] = Of(Waiting(MailboxOperations.Close, Verdict.AwaitDetails, Found.MissingMailbox, Found.MissingPerson, Found.MailboxFate)),
        ["await-details-counting"] = Of(Waiting(MailboxOperations.Close, Verdict.AwaitDetails, Found.MissingMailbox) with { Paused = false }),
        ["await-one-detail"] = Of(Waiting(LicenceOperations.Departure, Verdict.AwaitDetails, Found.MissingPerson)),
        ["secret-received"] = Of(Request(LicenceOperations.Password)) with { SecretReceived = true },
        ["several"] = Of(
            Request(LicenceOperations.Arrival),
            Waiting(PhoneOperations.Prepare, Verdict.Quote, Found.OutOfContract) with { Reference = new("SI-2F8Z-K1WD") },
            Request(IncidentOperations.Network) with { Reference = new("SI-Z0N4-77CR") }),
        ["several-accepted"] = Of(
            Request(LicenceOperations.Departure) with
            {
                EffectiveOn = new(2026, 11, 30),
                Due = new(ParisTime.StartOf(new(2026, 12, 1)), In48Hours, In48Hours, ParisTime.StartOf(new(2026, 11, 30))),
            },
            Request(PhoneOperations.Return) with { Reference = new("SI-2F8Z-K1WD") }),
        ["third-party"] = Of(Waiting(RestoreOperations.Mailbox, Verdict.AwaitApproval, Found.ThirdParty)),
        ["unknown-sender"] = new(),
        ["too-large"] = new() { Greeting = "Léa Maréchal", TooLarge = true },
        ["unknown-sender-secret"] = new() { SecretReceived = true },
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, TechnicianAlert> Alerts { get; } = new[]
    {
        Alert("emergency", Request(PhoneOperations.Lost) with
        {
            Verdict = Verdict.ProveIdentity, About = "Julien Tessier (julien.tessier@atelier-rive.example)", Findings = [Found.BreachClock],
        }),
        Alert("abstained", Request(LicenceOperations.Assign) with
        {
            Abstained = true, Due = new(In48Hours.AddHours(48), In48Hours.AddHours(48), In48Hours),
        }),
        new("unknown-sender", null, [], new("m.3f2a.0000000007.0000000044"), Received),
        new("unknown-sender", null, [], new("m.3f2a.0000000007.0000000044"), Received) { Resembles = "Atelier Rive" },
        new("unknown-flood", null, [], new("m.3f2a.0000000007.0000000044"), Received),
        Alert("answer-cap"),
        Alert("quarantined"),
        new("mailbox-lost", null, [], new("alarm.mailbox-lost"), Received) { IsAlarm = true, About = "contact" },
        new("no-mail-over", null, [], new("alarm.no-mail-over"), Received) { IsAlarm = true },
        Alert("follow-up", Request(LicenceOperations.Assign)),
        Alert("undelivered", Request(LicenceOperations.Assign)),
        Alert("due-soon", Request(IncidentOperations.Hardware) with { Findings = [Found.MayBeBilled] }),
        Alert("draft-unconfirmed", Waiting(LicenceOperations.Assign, Verdict.Draft, Found.ApplicationRequired) with { Due = At(In48Hours) }),
        Alert("untaken", Request(IncidentOperations.Network), Request(IncidentOperations.Print) with { Reference = new("SI-2F8Z-K1WD") }),
        Alert("approval-given", Request(LicenceOperations.Assign)),
        Alert("withdrawn", Request(LicenceOperations.Assign) with { Due = null }),
        Alert("reopened", Request(IncidentOperations.Software)),
        Alert("no-approver", Waiting(LicenceOperations.Release, Verdict.AwaitApproval, Found.AdministratorRequired) with
        { About = "Julien Tessier", Due = At(In48Hours) }),
        Alert("terminated", Waiting(IncidentOperations.Hardware, Verdict.Terminated, Found.Terminated)),
        Alert("quote", Waiting(RestoreOperations.File, Verdict.Quote, Found.OutOfContract)),
        Alert("breach-proposed", Request(PhoneOperations.Lost) with { Findings = [Found.BreachClock] }) with
        {
            NotifyBy = In48Hours.AddHours(-12), InCharge = "Maëlle Kerouanton",
            Protection = new ProtectionFacts("Claire Aubinet", Proven: true, "Téléphone perdu\nJ’ai perdu mon téléphone dans le train.\n\nClaire"),
        },
        Alert("right-asked", Request(OtherOperations.DataRights)) with { Protection = new ProtectionFacts("accueil@atelier-rive.example", Proven: false, "Je veux une copie de mes données.") },
        Alert("held", Request(LicenceOperations.Assign)),
        new("digest-undelivered", "atelier-rive", [], new("digest.2026-W12.atelier-rive"), Received) { IsAlarm = true },
    }.ToImmutableSortedDictionary(alert => $"alert-{alert.Reason}{(alert.Resembles is null ? "" : "-look-alike")}", alert => alert, StringComparer.Ordinal);

    /// <summary>SI-ONE's own weeks.</summary>
    public static ImmutableSortedDictionary<string, OwnDigest> OwnDigests { get; } = new Dictionary<string, OwnDigest>(StringComparer.Ordinal)
    {
        ["own-digest"] = new()
        {
            Week = IsoWeek.Of(new DateOnly(2026, 12, 29)),
            Overdue = [new(new("SI-7K3M-9QXA"), LicenceOperations.Assign.Id, "Atelier Rive", In48Hours)],
            DueSoon = [new(new("SI-2F8Z-K1WD"), PhoneOperations.Return.Id, "Atelier Rive & <Fils>", In48Hours.AddDays(4))],
            ExpiredDrafts = [new(new("SI-4C6V-M3ZT"), MailboxOperations.Create.Id, "Atelier Rive")],
            Quarantined = 1,
            Undelivered = 2,
            Held = 3,
            CapsReached = 1,
            Backups =
            [
                new("Atelier Rive", new(Service.Backup, In48Hours) { Job = "SRV-ATELIER, nuit", FailedAt = In48Hours.AddDays(5), LateHours = 140 }),
                new("Menuiserie Faure", new(Service.Backup365, LastGoodRun: null) { Job = "M365 <tous>", FailedAt = In48Hours.AddDays(5) }),
            ],
            UntoldBackups = [new("Menuiserie Faure", [Service.Backup])],
            LatePayments =
            [
                new("Atelier Rive", new DateOnly(2026, 10, 8), 88) { Euros = 1240.8m, MonthlyPercent = 4.14m, Months = 2.87m },
                new("Menuiserie Faure", new DateOnly(2026, 12, 15), 20),
            ],
            PriceRevisions = [new("Atelier Rive", 980.5m, 118.4m, 121.9m)],
            Notices = [new("Atelier Rive", new DateOnly(2027, 2, 20), new DateOnly(2027, 5, 20))],
            Growth = [new("Menuiserie Faure", 10, 12)],
        },
        ["own-digest-empty"] = new() { Week = IsoWeek.Of(new DateOnly(2026, 12, 29)) },
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static Answer Of(params ImmutableArray<AnsweredRequest> requests) => new() { Greeting = "Claire Aubinet", Requests = requests };

    public static AnsweredRequest Request(Operation operation) => new()
    {
        Reference = new("SI-7K3M-9QXA"),
        OperationId = operation.Id,
        ReceivedAt = Received,
        Verdict = Verdict.Accepted,
        Promise = operation.Promise,
        Due = At(In48Hours),
        PromisedUnder = operation.Articles.Where(article => article.Number is "11" or "14" or "22").Cast<Article?>().FirstOrDefault(),
    };

    public static AnsweredRequest Waiting(Operation operation, Verdict verdict, params ImmutableArray<Finding> findings) =>
        Request(operation) with { Verdict = verdict, Due = null, Findings = findings };

    private static TechnicianAlert Alert(string reason, params ImmutableArray<AnsweredRequest> requests) =>
        new(reason, "Atelier Rive", requests, new("m.3f2a.0000000007.0000000042"), Received);

    private static Due At(DateTimeOffset instant) => new(instant, instant, instant);
}
