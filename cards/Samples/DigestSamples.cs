using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Samples;

/// <summary>A customer's weeks.</summary>
internal static class DigestSamples
{
    private static readonly IsoWeek Week = IsoWeek.Of(new DateOnly(2026, 11, 16));

    private static readonly RequestReference Licence = new("SI-7K3M-9QXA");

    private static readonly RequestReference Draft = new("SI-2F8Z-K1WD");

    private static CustomerDigest Quiet { get; } = new()
    {
        CustomerId = "atelier-rive",
        CustomerName = "Atelier Rive",
        Week = Week,
        Kind = DigestKind.Empty,
        SeenAt = Week.To,
        Term = new DigestTerm(new DateOnly(2027, 2, 28), new DateOnly(2027, 5, 31)),
        Backups = [new DigestBackup(Service.Backup365, LastGoodRun: null)],
    };

    private static CustomerDigest Full { get; } = Quiet with
    {
        Kind = DigestKind.Ordinary,
        Past = [.. Enumerable.Range(0, 8).Select(i => new DigestPast(IsoWeek.Of(Week.Monday.AddDays(-7 * (7 - i))), i + 1, i % 4, i % 3 == 2 ? 1 : 0))],
        Counts =
        [
            new DigestCount(Category.Mailbox, RequestState.Done, 2), new DigestCount(Category.Licence, RequestState.Done, 1),
            new DigestCount(Category.Licence, RequestState.WaitingForApproval, 1), new DigestCount(Category.Other, RequestState.ToBeQuoted, 1),
        ],
        Promises =
        [
            new DigestPromise(new("SI-Z0N4-77CR"), MailboxOperations.Redirect.Id, IsCommitment: true, At(18, 13, 10), At(18, 9, 5), RequestState.Done),
            new DigestPromise(new("SI-4TQ8-1M2V"), LicenceOperations.Assign.Id, IsCommitment: true, At(19, 8, 30), At(19, 10, 40), RequestState.Done),
        ],
        Asides = [new DigestAside(new("SI-9D0E-5GHJ"), OtherOperations.Quote.Id, AsideKind.Quote, RequestState.ToBeQuoted)],
        Work = [new DigestWork(new("SI-4TQ8-1M2V"), LicenceOperations.Assign.Id, At(19, 10, 40)) { AskedBy = "Julien Tessier", ApprovedBy = "Claire Aubinet", Technicians = ["Paul Vasseur"], Steps = 2 }],
        Waiting =
        [
            new DigestWaiting(new("01"), Licence, LicenceOperations.Sharepoint.Id, RequestState.WaitingForApproval, At(17, 8, 0), "Julien Tessier", At(30, 23, 0)),
            new DigestWaiting(new("02"), Draft, LicenceOperations.Assign.Id, RequestState.Draft, At(20, 14, 0), "Claire Aubinet", ClosesAt: null),
        ],
        Licences = new DigestLicences([new DigestProduct("Microsoft 365 Business Premium", 25, 24)], 25, 24, 22),
        Announcements = [new DigestAnnouncement("MC812345", "Classic add-ins retire", ["Exchange Online"], At(17, 9, 0), At(28, 0, 0))],
    };

    public static ImmutableArray<SampleCard> All { get; } =
    [
        new("digest", (sample, language) => CustomerCards.Digest(new DigestCardView(Full.Say(language))
        {
            Buttons =
            [
                new RequestButtons(Licence.Value, [sample.Action(CardVerb.ApproveRequest), sample.Action(CardVerb.RefuseRequest)]),
                new RequestButtons(Draft.Value, [sample.Action(CardVerb.Confirm)]),
            ],
        })),
        new("digest-quiet", (_, language) => CustomerCards.Digest(new DigestCardView(Quiet.Say(language)))),
        new("digest-suspended", (_, language) => CustomerCards.Digest(new DigestCardView(
            (Quiet with { Kind = DigestKind.Suspended, SuspendedSince = new DateOnly(2026, 11, 5) }).Say(language)))),
    ];

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);
}
