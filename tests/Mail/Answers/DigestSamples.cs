using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;

namespace SiOne.Bot.Mail.Tests.Answers;

/// <summary>One digest for each kind of week, with invented people.</summary>
internal static class DigestSamples
{
    private static readonly IsoWeek Week = IsoWeek.Of(new DateOnly(2026, 3, 16));

    private static readonly ImmutableArray<string> Operations =
        [LicenceOperations.Assign.Id, MailboxOperations.Redirect.Id, LicenceOperations.Arrival.Id, RestoreOperations.File.Id, IncidentOperations.Network.Id];

    public static CustomerDigest Quiet { get; } = new()
    {
        CustomerId = "atelier-rive",
        CustomerName = "Atelier Rive",
        Week = Week,
        Kind = DigestKind.Empty,
        SeenAt = Week.To,
        Term = new DigestTerm(new DateOnly(2026, 9, 30), new DateOnly(2026, 12, 31)),
        Licences = new DigestLicences([], 24, 22, 24),
        Backups = [new DigestBackup(Service.Backup365, LastGoodRun: null)],
    };

    public static CustomerDigest Ordinary { get; } = Quiet with
    {
        Kind = DigestKind.Ordinary,
        Past = PastTo(Week),
        Counts =
        [
            new DigestCount(Category.Mailbox, RequestState.Done, 2), new DigestCount(Category.Mailbox, RequestState.Closed, 1),
            new DigestCount(Category.Licence, RequestState.WaitingForApproval, 1), new DigestCount(Category.Licence, RequestState.Done, 3),
            new DigestCount(Category.Restore, RequestState.InProgress, 1), new DigestCount(Category.Other, RequestState.ToBeQuoted, 1),
        ],
        Promises =
        [
            Kept("SI-7K3M-9QXA", LicenceOperations.Assign, 17, 14, 10), Kept("SI-2F8Z-K1WD", MailboxOperations.Redirect, 18, 9, 5),
            new DigestPromise(new("SI-Z0N4-77CR"), LicenceOperations.Arrival.Id, IsCommitment: true, At(18, 13, 10), At(18, 15, 20), RequestState.Done),
            new DigestPromise(new("SI-4TQ8-1M2V"), RestoreOperations.File.Id, IsCommitment: true, At(20, 9, 0), DoneAt: null, RequestState.InProgress),
            new DigestPromise(new("SI-6XJ2-0PAE"), IncidentOperations.Network.Id, IsCommitment: false, At(19, 16, 0), At(19, 11, 42), RequestState.Done),
        ],
        Asides =
        [
            new DigestAside(new("SI-9D0E-5GHJ"), OtherOperations.Quote.Id, AsideKind.Quote, RequestState.ToBeQuoted) { Findings = [Found.OtherSoftware] },
            new DigestAside(new("SI-1B7C-3RST"), LicenceOperations.Sharepoint.Id, AsideKind.RefusedByCustomer, RequestState.Declined)
            {
                DeclinedBy = "Élise d'Orval",
                Said = "Ce dossier est réservé à la comptabilité.",
            },
        ],
        Work =
        [
            new DigestWork(new("SI-Z0N4-77CR"), LicenceOperations.Arrival.Id, At(18, 15, 20))
            {
                AskedBy = "Claire Aubinet", Technicians = ["Paul Vasseur", "11111111-2222-3333-4444-555555555555"], Steps = 6, ByHand = 1,
            },
            new DigestWork(new("SI-7K3M-9QXA"), LicenceOperations.Assign.Id, At(17, 14, 10))
            {
                AskedBy = "Julien Tessier", ApprovedBy = "Claire Aubinet", Technicians = ["Paul Vasseur"], Steps = 1,
            },
        ],
        Waiting =
        [
            new DigestWaiting(new("01"), new("SI-5VWX-2YZ3"), LicenceOperations.Teams.Id, RequestState.WaitingForApproval, At(16, 8, 0), "Julien Tessier", At(30, 22, 0)),
            new DigestWaiting(new("02"), new("SI-8K4N-6QTE"), LicenceOperations.Departure.Id, RequestState.WaitingForDetails, At(19, 15, 30), "Claire Aubinet", At(31, 22, 0)),
            new DigestWaiting(new("03"), new("SI-3MHP-7D1C"), LicenceOperations.Assign.Id, RequestState.Draft, At(20, 10, 0), AskedBy: null, At(31, 22, 0)),
        ],
        Licences = new DigestLicences(
            [new DigestProduct("Microsoft 365 Business Premium", 25, 25), new DigestProduct("Exchange Online (Plan 1)", 4, 4)], 29, 29, 24),
        Announcements =
        [
            new DigestAnnouncement("MC1234567", "Outlook classique, fin de certains compléments <b>", ["Exchange Online", "Microsoft 365 Apps"], At(18, 9, 0), At(31, 0, 0)),
            new DigestAnnouncement("MC1234001", "(Updated) New meeting recap, see https://evil.example/now", ["Microsoft Teams"], At(17, 9, 0), ActBy: null),
        ],
        Backups = [new DigestBackup(Service.Backup, At(20, 21, 30)), new DigestBackup(Service.Backup365, LastGoodRun: null)],
    };

    /// <summary>More of everything than a page holds.</summary>
    public static CustomerDigest Long { get; } = Ordinary with
    {
        Counts =
        [
            .. from category in Enum.GetValues<Category>()
               from state in Enum.GetValues<RequestState>()
               select new DigestCount(category, state, 12),
        ],
        Promises = [.. Enumerable.Range(0, 40).Select(i => Kept(Reference(i), AllOperations.Get(Operations[i % Operations.Length]), 16 + (i % 5), 8 + (i % 9), i))],
        Asides = [.. Enumerable.Range(40, 9).Select(i => Ordinary.Asides[0] with { Reference = new(Reference(i)) })],
        Work = [.. Enumerable.Range(50, 12).Select(i => Ordinary.Work[0] with { Reference = new(Reference(i)) })],
        Waiting = [.. Enumerable.Range(70, 20).Select(i => Ordinary.Waiting[0] with { Reference = new(Reference(i)) })],
        Licences = new DigestLicences([.. Enumerable.Range(1, 14).Select(i => new DigestProduct($"Microsoft 365 produit {i}", 100 - i, 90 - i))], 1_300, 1_160, 1_300),
        Announcements = [.. Enumerable.Range(0, 30).Select(i => Ordinary.Announcements[0] with { Id = $"MC{2_000_000 + i}" })],
    };

    public static ImmutableSortedDictionary<string, CustomerDigest> All { get; } = new Dictionary<string, CustomerDigest>(StringComparer.Ordinal)
    {
        ["digest"] = Ordinary,
        ["digest-long"] = Long,
        ["digest-quiet"] = Quiet,
        ["digest-first"] = Ordinary with
        {
            Kind = DigestKind.First,
            Counts = [new DigestCount(Category.Incident, RequestState.Done, 1)],
            Promises = [Kept("SI-6XJ2-0PAE", IncidentOperations.Network, 19, 11, 42)],
            Past = [.. PastTo(Week).Select((past, i) => i < 7 ? past with { Requests = 0, Kept = 0, Late = 0 } : past with { Requests = 1, Kept = 1, Late = 0 })],
            Asides = [],
            Work = [],
            Waiting = [],
            Announcements = [],
            Licences = null,
            TenantUnread = "throttled",
            Term = new DigestTerm(new DateOnly(2026, 2, 28), new DateOnly(2026, 5, 31)),
        },
        ["digest-suspended"] = Quiet with
        {
            Kind = DigestKind.Suspended,
            SuspendedSince = new DateOnly(2026, 3, 5),
            Counts = [new DigestCount(Category.Licence, RequestState.OnHold, 2)],
            Term = new DigestTerm(new DateOnly(2026, 4, 30), new DateOnly(2026, 4, 30), IsTerminated: true),
        },
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>A digest as its reader gets it.</summary>
    public static SentDigest Mail(CustomerDigest digest, Language language) =>
        new(digest, language, "Claire Aubinet", new Uri("https://demandes.msp.example/point/claire.0123456789abcdef"))
        {
            Links = ImmutableDictionary.CreateRange(new[] { "01", "03" }.Select(id =>
                KeyValuePair.Create(id, new Uri($"https://demandes.msp.example/accord/{id}.0123456789abcdef")))),
        };

    private static DigestPromise Kept(string reference, Operation operation, int day, int hour, int minute) => new(
        new(reference), operation.Id, operation.Promise is Promise.Commitment, At(day + 1, hour, 30), At(day, hour, minute), RequestState.Done);

    private static string Reference(int number) => $"SI-{number:0000}-{7_000 + number}";

    private static ImmutableArray<DigestPast> PastTo(IsoWeek last) =>
        [.. Enumerable.Range(0, 8).Select(i => new DigestPast(IsoWeek.Of(last.Monday.AddDays(-7 * (7 - i))), i + 2, (i * 5 % 8) + (i == 7 ? 0 : 1), i % 3 == 1 ? 2 : 0))];

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 12, TimeSpan.Zero);
}
