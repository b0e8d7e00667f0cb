using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Requests;

/// <summary>A click on a card by somebody of a customer.</summary>
/// <param name="Key">The click's own key, <see cref="Intake.IntakeKeys.OfClick"/>.</param>
/// <param name="Request">The request, as the store knows it behind the card.</param>
/// <param name="Revision">The revision that the card showed.</param>
/// <param name="Sender">Who clicked, by the authenticated activity.</param>
/// <param name="Verb">What.</param>
/// <param name="At">When it came in, UTC.</param>
/// <param name="Raw">The activity as it came in.</param>
public sealed record CustomerClick(
    IntakeKey Key, RequestId Request, int Revision, Sender Sender, CustomerVerb Verb, DateTimeOffset At, ReadOnlyMemory<byte> Raw)
{
    /// <summary>What was written with it: hostile text, secrets in it are masked. Null or empty for nothing.</summary>
    public string? Text { get; init; }

    /// <summary>What a form gave, for <see cref="CustomerVerb.GiveDetails"/>.</summary>
    public GivenDetails? Details { get; init; }
}

/// <summary>The fields of a form, as far as they were filled in.</summary>
public sealed record GivenDetails
{
    /// <summary>The full name of the person concerned.</summary>
    public string? Person { get; init; }

    /// <summary>The account that was picked for that person, as the client names it; tells nobody's name.</summary>
    public string? Account { get; init; }

    /// <summary>The mail address concerned.</summary>
    public string? Address { get; init; }

    /// <summary>The date that counts, in Paris.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Nothing was filled in.</summary>
    public bool IsEmpty => this is { Person: null, Account: null, Address: null, Date: null };
}

/// <summary>What a customer's people do by a click.</summary>
public enum CustomerVerb
{
    /// <summary>Makes a draft a valid written request (Art. 3, 9), or proves who asked.</summary>
    Confirm,

    /// <summary>Takes it back.</summary>
    Withdraw,

    /// <summary>Gives the details that are owed (Art. 13).</summary>
    GiveDetails,

    /// <summary>Says something that a person has to read: it was misunderstood, something is added.</summary>
    Tell,

    /// <summary>The customer's administrator says yes (Art. 11, 14).</summary>
    Approve,

    /// <summary>The customer's administrator says no.</summary>
    Refuse,

    /// <summary>It still does not work.</summary>
    StillBroken,

    /// <summary>It works.</summary>
    Settled,
}

/// <summary>What came of a click.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Document">The request as it stands; null where the person may not see one.</param>
public sealed record ClickResult(ClickOutcome Outcome, RequestDocument? Document);

/// <summary>The outcomes of a click.</summary>
public enum ClickOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The same click was taken before.</summary>
    AlreadyDone,

    /// <summary>The card shows an earlier state: nothing was done.</summary>
    OutOfDate,

    /// <summary>Where it stands it cannot be done, or not by this person.</summary>
    NotTheirs,

    /// <summary>What was given is kept, and a person reads it; the request waits as before, since something is still owed.</summary>
    StillOwed,

    /// <summary>Nothing was filled in.</summary>
    NothingGiven,

    /// <summary>There is no such request for this person's company (Art. 20).</summary>
    NoSuchRequest,

    /// <summary>Others changed it each time.</summary>
    Contended,
}
