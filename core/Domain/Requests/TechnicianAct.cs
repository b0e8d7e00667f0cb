using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What a technician can do to a request. Words that people wrote lie sealed beside it, under the key given.</summary>
public abstract record TechnicianAct
{
    private TechnicianAct() { }

    /// <summary>Takes it: it is theirs from now on.</summary>
    public sealed record Take : TechnicianAct;

    /// <summary>Begins the work.</summary>
    public sealed record Start : TechnicianAct;

    /// <summary>Asks the customer for details; the clock stands still (Art. 13).</summary>
    /// <param name="TextKey">The question.</param>
    public sealed record Ask(string TextKey) : TechnicianAct;

    /// <summary>Notes that the details have come; the technician's word settles what was missing.</summary>
    /// <param name="Again">The same request as it stands now.</param>
    public sealed record DetailsCame(Case Again) : TechnicianAct;

    /// <summary>Has called back to a number on record: the sender is who they say they are.</summary>
    /// <param name="Again">The same request as it stands now.</param>
    /// <param name="Called">The number, out of <see cref="CallBackNumbers.Of"/>.</param>
    public sealed record ProveIdentity(Case Again, CalledNumber Called) : TechnicianAct;

    /// <summary>Notes the yes or no of the customer's administrator or direction, given to the technician.</summary>
    /// <param name="Granted">Yes.</param>
    /// <param name="PersonId">Who said so; the caller has looked that they have the authority.</param>
    /// <param name="Again">The same request as it stands now.</param>
    public sealed record NoteApproval(bool Granted, string PersonId, Case Again) : TechnicianAct;

    /// <summary>Sorts it anew: the contract is examined again.</summary>
    /// <param name="Again">The same request under the right operation.</param>
    public sealed record Correct(Case Again) : TechnicianAct;

    /// <summary>Hands it to whoever makes quotes (Art. 1, 8.1).</summary>
    public sealed record Quote : TechnicianAct;

    /// <summary>The quote was accepted: the work is taken in, and its hours count from now.</summary>
    /// <param name="Again">The same request as it stands now.</param>
    public sealed record QuoteAccepted(Case Again) : TechnicianAct;

    /// <summary>Waits for a supplier (Art. 10, 14); the told date stays.</summary>
    public sealed record Hold : TechnicianAct;

    /// <summary>Waits no more. After a suspension the contract is examined again, and the hours count from now.</summary>
    /// <param name="Again">The same request as it stands now.</param>
    public sealed record Resume(Case Again) : TechnicianAct;

    /// <summary>Plans a visit (XIV 2).</summary>
    /// <param name="VisitAt">When, UTC.</param>
    public sealed record PlanVisit(DateTimeOffset VisitAt) : TechnicianAct;

    /// <summary>Moves the told date, with a reason that the customer reads.</summary>
    /// <param name="To">The new instant, UTC.</param>
    /// <param name="Reason">Why.</param>
    public sealed record MoveDue(DateTimeOffset To, DueReason Reason) : TechnicianAct;

    /// <summary>Applied.</summary>
    public sealed record Complete : TechnicianAct;

    /// <summary>Declines it, with a reason that the customer reads.</summary>
    /// <param name="TextKey">The reason.</param>
    public sealed record Decline(string TextKey) : TechnicianAct;

    /// <summary>Closes it without a word to the customer: a duplicate, spam, settled otherwise.</summary>
    public sealed record Close : TechnicianAct;

    /// <summary>Opens it again: the contract is examined again, and the hours count from now.</summary>
    /// <param name="Again">The same request as it stands now.</param>
    public sealed record Reopen(Case Again) : TechnicianAct;

    /// <summary>Writes to the customer.</summary>
    /// <param name="TextKey">The words.</param>
    public sealed record Reply(string TextKey) : TechnicianAct;

    /// <summary>Writes a note that no customer ever sees.</summary>
    /// <param name="TextKey">The words.</param>
    public sealed record Note(string TextKey) : TechnicianAct;
}
