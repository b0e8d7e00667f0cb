using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Contract;

/// <summary>All that the clauses may look at: one understood request, who sent it, how, and when.</summary>
public sealed record Case
{
    /// <summary>The request as it was understood.</summary>
    public required UnderstoodRequest Request { get; init; }

    /// <summary>Who sent it.</summary>
    public required Sender Sender { get; init; }

    /// <summary>The written channel that it came by.</summary>
    public required Channel Channel { get; init; }

    /// <summary>When it was received, UTC; examined again, the instant of that.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The start of the clock of a request that is examined again, UTC; null at the first time: it starts at receipt.</summary>
    public DateTimeOffset? CountsFrom { get; init; }

    /// <summary>The instant from which hours, notice and terms count, UTC: that of the request, however often it is examined again.</summary>
    public DateTimeOffset StartedAt => CountsFrom ?? ReceivedAt;

    /// <summary>Closed pauses of its clock so far.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>
    /// What people have settled since: a yes settles <see cref="Verdict.AwaitApproval"/>, a call back <see cref="Verdict.ProveIdentity"/>, an
    /// accepted quote <see cref="Verdict.Quote"/>, and so on. Findings that lead there do not count any more.
    /// </summary>
    public ImmutableArray<Verdict> Settled { get; init; } = [];

    /// <summary>The choices of reading in force.</summary>
    public Readings Readings { get; init; } = Readings.Default;

    /// <summary>This message confirms what somebody else asked: "for me" in it does not mean its sender.</summary>
    public bool AskedByAnother { get; init; }

    /// <summary>What else the same message asks for.</summary>
    public ImmutableArray<UnderstoodRequest> Together { get; init; } = [];

    /// <summary>The operation asked for.</summary>
    public Operation Operation => Request.Operation;

    /// <summary>The customer; null for an unknown sender.</summary>
    public Customer? Customer => Sender.Customer;

    /// <summary>The day in Paris on which it was received.</summary>
    public DateOnly Day => ParisTime.DateOf(ReceivedAt);

    /// <summary>Whether the request is about its sender: the person named, by name, address or account, is the sender, or nobody is named.</summary>
    public bool AboutSelf => !Concerned.IsAnother(this) && (Request.Person is { } named ? Sender.IsCalled(named) : !AskedByAnother);

    /// <summary>
    /// Whether two or more listed people bear the name of the one whom it is about, and nothing says which is meant: neither an address of one of
    /// them nor an account that was picked. Nobody guesses.
    /// </summary>
    public bool NamesakeUndecided
    {
        get
        {
            if (Request.Person is not { } name || AboutSelf || Customer is null || Request.Fields.ContainsKey(FieldNames.Account)) return false;
            var called = Customer.People.Where(person => PersonNames.Same(person.Name, name)).ToArray();
            if (called.Length < 2) return false;
            var addresses = Request.Fields.GetValueOrDefault(FieldNames.Addresses, "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => MailAddress.TryParse(text, out var address) ? address : null as MailAddress?).OfType<MailAddress>().ToArray();
            return called.Count(person => person.Addresses.Any(addresses.Contains)) != 1;
        }
    }
}
