using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Samples;

/// <summary>Requests of an invented customer, judged by the real clauses: what a sample says is what the product would say.</summary>
internal static class SampleRequests
{
    public const string Asker = "Claire Aubinet";

    public static DateTimeOffset Received { get; } = new(2026, 11, 24, 13, 10, 42, TimeSpan.Zero);

    /// <summary>A request as it is told to its sender.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="level">What the customer has subscribed.</param>
    /// <param name="role">Of who asks.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="date">The date given.</param>
    /// <param name="reference">What people call it.</param>
    /// <param name="proven">Who asks is proven.</param>
    public static AnsweredRequest Of(
        Operation operation, Level level = Level.Premium, Role role = Role.Administrator, Channel channel = Channel.Application, string? person = null,
        DateOnly? date = null, string reference = "SI-7K3M-9QXA", bool proven = true)
    {
        var customer = Customer(level);
        var judged = Judgement.Of(new Case
        {
            Request = new UnderstoodRequest { Operation = operation, Confidence = 0.95, Person = person, Date = date },
            Sender = new Sender(customer, new Person { Id = "p1", Name = Asker, Addresses = [MailAddress.Parse("claire.aubinet@atelier-rive.example")], Role = role }, proven),
            Channel = channel,
            ReceivedAt = Received,
        });
        return new AnsweredRequest
        {
            Reference = new(reference),
            OperationId = operation.Id,
            ReceivedAt = Received,
            Verdict = judged.Verdict,
            Findings = judged.Findings,
            Promise = judged.Promise,
            Due = judged.ClockRuns ? judged.Due : null,
            PromisedUnder = Judgement.PromisedUnder(operation, customer),
            EffectiveOn = date,
            About = person,
        };
    }

    public static Answer Answer(Language language, params ImmutableArray<AnsweredRequest> requests) =>
        new() { Language = language, Greeting = Asker, Requests = requests };

    private static Customer Customer(Level level) => new()
    {
        Id = "atelier-rive",
        Name = "Atelier Rive",
        Domains = ["atelier-rive.example"],
        Subscription = new Subscription
        {
            Level = level,
            Services = [Service.Maintenance, Service.Phones, Service.Messaging, Service.Microsoft365, Service.Backup, Service.Backup365],
            Backups = new BackupFacts { HistoryDays = 90 },
        },
    };
}
