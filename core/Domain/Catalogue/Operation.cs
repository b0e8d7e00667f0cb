using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Catalogue;

/// <summary>What a person can ask for: all that the rest of the product needs to know of one operation, as data.</summary>
/// <param name="Id">The stable identifier, <c>category.name</c>; written in files, journals and on the command line.</param>
/// <param name="Category">The one category that the operation belongs to.</param>
/// <param name="Name">What people read, as a noun phrase that fits after "votre demande : ".</param>
public sealed record Operation(string Id, Category Category, Label Name)
{
    /// <summary>The parts of the contract of which at least one must be subscribed (Art. 1). Empty: needs none.</summary>
    public ImmutableArray<Service> Services { get; init; } = [];

    /// <summary>Who may ask.</summary>
    public required Asker Asker { get; init; }

    /// <summary>What the contract promises about time (Art. 11, 14, 22: a commitment).</summary>
    public required Promise Promise { get; init; }

    /// <summary>What a date given by the customer means for the due instant (Art. 13).</summary>
    public EffectiveDate EffectiveDate { get; init; } = EffectiveDate.None;

    /// <summary>
    /// Notice by the clock on the wall, counted to 00:00 Paris of the effective date; when it is kept, the commitment is never later than that
    /// date. 48 hours as Art. 13 owes for mailboxes; 7 days for a new Microsoft 365 account (Art. 16).
    /// </summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromHours(48);

    /// <summary>The article by which the customer owes that notice (13, 16); null where it owes none.</summary>
    public Article? NoticeOwedBy { get; init; }

    /// <summary>What has to be said before anything can be done.</summary>
    public ImmutableArray<Detail> Needs { get; init; } = [];

    /// <summary>Reading: accepted on every channel at once, and a technician is alerted at once.</summary>
    public bool Emergency { get; init; }

    /// <summary>Needs a proven sender: an unproven mail waits for a click in Teams or a call back to a known number.</summary>
    public bool Sensitive { get; init; }

    /// <summary>An intervention in the sense of annex XIV 2.5.3: Sérénité may ask for it by mail or in the application.</summary>
    public bool Intervention { get; init; }

    /// <summary>Whether there is anything to do: false only for "no request" (thanks, newsletters, spam).</summary>
    public bool IsRequest { get; init; } = true;

    /// <summary>The articles that speak of this operation, the governing one first. Never empty.</summary>
    public required ImmutableArray<Article> Articles { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>What the contract promises about the time of an operation.</summary>
public enum Promise
{
    /// <summary>Nothing is promised.</summary>
    None,

    /// <summary>A target, worded as one (XIV 4.1: best efforts).</summary>
    Target,

    /// <summary>The 48 hours of Art. 11, 14 and 22.</summary>
    Commitment,
}

/// <summary>What the customer's effective date means, when it is later than the 48 hours (Art. 13).</summary>
public enum EffectiveDate
{
    /// <summary>A date in the request is no effective date (a restore's date is the state asked for).</summary>
    None,

    /// <summary>Ready by the start of that day.</summary>
    ReadyBy,

    /// <summary>Applied by the end of that day, and never before its start.</summary>
    AppliedOn,
}

/// <summary>Who may ask for an operation. All but <see cref="Direction"/>, <see cref="SelfOrAdministrator"/> for passwords and restores, is a Reading: the customer's own rule.</summary>
public enum Asker
{
    /// <summary>Any employee of the customer.</summary>
    Anyone,

    /// <summary>The person concerned for themself; for anybody else an administrator or direction.</summary>
    SelfOrAdministrator,

    /// <summary>An administrator or direction.</summary>
    Administrator,

    /// <summary>Direction, or an administrator whom direction has delegated (Art. 14).</summary>
    Direction,
}
