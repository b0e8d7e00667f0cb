using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Stops 4 to 6 for one message, without changing anything: who, what, and what the contract says. The engine and <c>explain</c> share it.</summary>
/// <param name="directory">Who is whose.</param>
/// <param name="understanding">The reader of texts.</param>
/// <param name="readings">The choices of reading in force.</param>
public sealed class Examination(ICustomerDirectory directory, IUnderstanding understanding, Readings readings)
{
    /// <summary>
    /// Who sent a message, by the customer files of the day on which it was received: the one look into the directory, so that a file which
    /// changes meanwhile changes nothing of it. An application message is proven by its sign-in.
    /// </summary>
    public Sender Identify(InboundMessage message) => message.SignedIn is { } account ? SignedIn(directory.Identify(account, message.From?.Address, message.ReceivedAt), message)
        : message.From is null ? Sender.Unknown
        : directory.Identify(message.From.Address, message.Channel is Channel.Application || message.Authentication is SenderProof.Pass, message.ReceivedAt);

    /// <summary>The customer whose domain a stranger's resembles; null where it resembles none.</summary>
    public Customer? Resembled(InboundMessage message) =>
        message.From is { } from ? LookAlikes.Resembled(from.Address, directory.All(message.ReceivedAt)) : null;

    /// <summary>An account that the customer file lists is proven; of any other the tenant's directory must have said that it is a member's.</summary>
    private static Sender SignedIn(Sender sender, InboundMessage message) =>
        sender with { Proven = message.Authentication is SenderProof.Pass || (sender.Account is { } account && sender.Person?.EntraId == account) };

    /// <summary>A customer's name on the day of an instant; null when there is none of that id.</summary>
    public string? NameOf(string customerId, DateTimeOffset at) => directory.Find(customerId, at)?.Name;

    /// <summary>What a stored request tells its readers.</summary>
    public AnsweredRequest Told(Request state) => UnitMaker.Told(state, details: null, withheld: false, readings);

    /// <summary>What of a message the reader of requests is given. Of what is encrypted only the subject can be read: no third party has to see that.</summary>
    public static MessageToUnderstand TextOf(InboundMessage message, Sender sender) =>
        new(message.Channel, message.Subject, message.Text, message.ReceivedAt, sender.Person?.Name)
        {
            Customer = message.Flags.HasFlag(ReadingFlags.Encrypted) ? null : sender.Customer,
        };

    /// <summary>What a message asks, as cases for the clauses. Never empty. What is encrypted is left to a technician, whatever its subject says.</summary>
    public async ValueTask<ImmutableArray<Case>> CasesAsync(InboundMessage message, Sender sender, CancellationToken cancellationToken)
    {
        var understood = WithBreach(await understanding.UnderstandAsync(TextOf(message, sender), cancellationToken), BreachSigns.In(message.Subject, message.Text));
        return
        [
            .. understood.Select(request => new Case
            {
                Request = message.Flags.HasFlag(ReadingFlags.Encrypted) ? request with { Abstained = true } : request,
                Sender = sender,
                Channel = message.Channel,
                ReceivedAt = message.ReceivedAt,
                Readings = readings,
                Together = understood.Remove(request),
            }),
        ];
    }

    /// <summary>
    /// RGPD V: one request of a message bears the proposal, a security incident or a lost phone before any other. Where nothing is asked, a loss or a misdirected mail is shown to a
    /// technician all the same.
    /// </summary>
    private static ImmutableArray<UnderstoodRequest> WithBreach(ImmutableArray<UnderstoodRequest> understood, BreachKind? kind)
    {
        if (kind is null || understood.IsEmpty) return understood;
        var bearer = understood.MaxBy(request => request.Operation == IncidentOperations.Security || request.Operation == PhoneOperations.Lost ? 2 : request.Operation.IsRequest ? 1 : 0)!;
        var unasked = !bearer.Operation.IsRequest && kind is not BreachKind.Compromise;
        return understood.Replace(bearer, bearer with { Breach = kind, Abstained = bearer.Abstained || unasked });
    }
}
