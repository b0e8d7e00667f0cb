using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Mail.Tests.Answers;

/// <summary>One answer for each outcome, with invented people and findings.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Received = new(2026, 11, 24, 13, 10, 42, TimeSpan.Zero);
    private static readonly DateTimeOffset In48Hours = Received.AddHours(48);

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
            EffectiveOn = new(2026, 12, 1),
            Due = new(ParisTime.StartOf(new(2026, 12, 1)), In48Hours, In48Hours),
            Findings =
            [
                new("short-notice", new("16"), null, new(
                    "Le contrat demande de prévenir une semaine avant l'arrivée : nous ne pouvons pas promettre qu'une licence soit libre à temps.",
                    "The contract asks for one week's notice of an arrival: we cannot promise that a licence is free in time.")),
            ],
        }),
        ["accepted-departure"] = Of(Request(LicenceOperations.Departure) with
        {
            EffectiveOn = new(2026, 11, 30),
            Due = new(ParisTime.StartOf(new(2026, 12, 1)), In48Hours, In48Hours, ParisTime.StartOf(new(2026, 11, 30))),
        }),
        ["accepted-over-weekend"] = Of(Request(RestoreOperations.File) with
        {
            ReceivedAt = new(2026, 11, 27, 16, 0, 0, TimeSpan.Zero),
            EffectiveOn = new(2026, 11, 20),
            Due = new(new(2026, 12, 1, 16, 0, 0, TimeSpan.Zero), new(2026, 12, 1, 16, 0, 0, TimeSpan.Zero), new(2026, 11, 29, 16, 0, 0, TimeSpan.Zero)),
        }),
        ["accepted-target"] = Of(Request(IncidentOperations.Print)),
        ["accepted-emergency"] = Of(Request(IncidentOperations.Security)),
        ["accepted-data-rights"] = Of(Request(OtherOperations.DataRights) with { Due = At(new(2026, 12, 24, 13, 10, 0, TimeSpan.Zero)) }),
        ["abstained"] = Of(Request(IncidentOperations.Help) with { Abstained = true }),
        ["details-withheld"] = Of(Request(MailboxOperations.Absence) with { DetailsWithheld = true }),
        ["follow-up"] = Of(Request(MailboxOperations.Create)) with { FollowUp = true },
        ["follow-up-to-details"] = Of(Waiting(MailboxOperations.Close, Verdict.AwaitDetails, "13",
            "Faut-il fermer la boîte, ou la transformer en boîte partagée ?", "Should the mailbox be closed, or turned into a shared one?")) with
        { FollowUp = true },
        ["terminated"] = Of(Waiting(IncidentOperations.Hardware, Verdict.Terminated, "2",
            "Le contrat a pris fin le lundi 31 août 2026.", "The contract ended on Monday 31 August 2026.")),
        ["suspended"] = Of(Waiting(LicenceOperations.Assign, Verdict.Suspended, "4",
            "Une raison qui ne doit jamais être montrée.", "A reason that must never be shown.")),
        ["quote"] = Of(Waiting(RestoreOperations.File, Verdict.Quote, "1",
            "La sauvegarde ne fait pas partie des services souscrits par votre entreprise.", "Backup is not among the services that your company has subscribed to.")),
        ["draft-by-mail"] = Of(Waiting(LicenceOperations.Assign, Verdict.Draft, "3",
            "Avec la formule Standard, une demande se fait par mail.", "With the Standard level, a request is made by mail.")),
        ["draft-in-application"] = Of(Waiting(LicenceOperations.Assign, Verdict.Draft, "9",
            "Avec la formule Premium, une demande passe par l'application.", "With the Premium level, a request goes through the application.")),
        ["prove-identity"] = Of(Waiting(LicenceOperations.Password, Verdict.ProveIdentity, "16",
            "Rien ne prouve encore que ce message vient bien de vous.", "Nothing proves yet that this message comes from you.") with
        { DetailsWithheld = true }),
        ["await-approval"] = Of(Waiting(LicenceOperations.Assign, Verdict.AwaitApproval, "14",
            "Votre entreprise réserve cette demande à son administrateur ou à sa direction.", "Your company leaves this request to its administrator or its management.")),
        ["await-approval-direction"] = Of(Waiting(LicenceOperations.Teams, Verdict.AwaitApproval, "14",
            "La mise à jour des équipes se fait sur demande de la direction.", "Teams are updated at the request of management.")),
        ["await-details"] = Of(Waiting(MailboxOperations.Close, Verdict.AwaitDetails, "13",
            "Faut-il fermer la boîte, ou la transformer en boîte partagée ?", "Should the mailbox be closed, or turned into a shared one?")),
        ["secret-received"] = Of(Request(LicenceOperations.Password)) with { SecretReceived = true },
        ["several"] = Of(
            Request(LicenceOperations.Arrival),
            Waiting(PhoneOperations.Prepare, Verdict.Quote, "1",
                "Les téléphones ne font pas partie des services souscrits par votre entreprise.", "Phones are not among the services that your company has subscribed to.")
                with
            { Reference = new("SI-2F8Z-K1WD") },
            Request(IncidentOperations.Network) with { Reference = new("SI-Z0N4-77CR") }),
        ["unknown-sender"] = new(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, TechnicianAlert> Alerts { get; } = new Dictionary<string, TechnicianAlert>(StringComparer.Ordinal)
    {
        ["alert-emergency"] = new("emergency", "Atelier Rive", [Request(PhoneOperations.Lost) with { Verdict = Verdict.ProveIdentity, Due = null }],
            new("m.3f2a.0000000007.0000000042"), Received),
        ["alert-abstained"] = new("abstained", "Atelier Rive",
            [Request(LicenceOperations.Assign) with { Abstained = true, Due = new(In48Hours.AddHours(48), In48Hours.AddHours(48), In48Hours) }],
            new("m.3f2a.0000000007.0000000043"), Received),
        ["alert-unknown-sender"] = new("unknown-sender", null, [], new("m.3f2a.0000000007.0000000044"), Received),
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
    };

    private static AnsweredRequest Waiting(Operation operation, Verdict verdict, string article, string fr, string en) =>
        Request(operation) with { Verdict = verdict, Due = null, Findings = [new(verdict.Id(), new(article), verdict, new(fr, en))] };

    private static Due At(DateTimeOffset instant) => new(instant, instant, instant);
}
