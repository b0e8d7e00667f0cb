using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Protection;

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

    /// <summary>Starts the 36 hours of a personal-data breach (RGPD V), proposed or not, again or with another beginning.</summary>
    /// <param name="AwareAt">Since when SI-ONE knows of it, UTC; null: as it stands, else the receipt of the message.</param>
    public sealed record StartBreach(DateTimeOffset? AwareAt) : TechnicianAct;

    /// <summary>Decides that the customer needs no notice of a breach.</summary>
    /// <param name="TextKey">Why; no customer reads it.</param>
    public sealed record DismissBreach(string TextKey) : TechnicianAct;

    /// <summary>Keeps the notice of a breach as it was written so far.</summary>
    /// <param name="TextKey">The notice.</param>
    public sealed record DraftNotice(string TextKey) : TechnicianAct;

    /// <summary>Sends the notice of a breach to the customer by mail.</summary>
    /// <param name="TextKey">The notice.</param>
    /// <param name="To">To whom; the caller has looked that there is somebody.</param>
    public sealed record SendNotice(string TextKey, ProtectionReader To) : TechnicianAct
    {
        /// <summary>Nothing leaves by itself now: it waits for a release.</summary>
        public bool Held { get; init; }
    }

    /// <summary>Notes that the customer was notified of a breach by another way.</summary>
    /// <param name="NotifiedAt">When, UTC.</param>
    /// <param name="TextKey">To whom, and how.</param>
    public sealed record NoteNotice(DateTimeOffset NotifiedAt, string TextKey) : TechnicianAct;

    /// <summary>Says in which role SI-ONE holds the data that a right is exercised on (Art. 25).</summary>
    /// <param name="Role">Controller or processor.</param>
    public sealed record MarkDataRole(DataRole Role) : TechnicianAct;

    /// <summary>As processor, passes a right on personal data on to the customer (Art. 25).</summary>
    /// <param name="TextKey">What is asked, as the technician passes it on.</param>
    /// <param name="To">To whom; the caller has looked that there is somebody.</param>
    public sealed record PassOn(string TextKey, ProtectionReader To) : TechnicianAct
    {
        /// <summary>Nothing leaves by itself now: it waits for a release.</summary>
        public bool Held { get; init; }
    }

    /// <summary>Writes to the customer.</summary>
    /// <param name="TextKey">The words.</param>
    public sealed record Reply(string TextKey) : TechnicianAct;

    /// <summary>Writes a note that no customer ever sees.</summary>
    /// <param name="TextKey">The words.</param>
    public sealed record Note(string TextKey) : TechnicianAct;
}
