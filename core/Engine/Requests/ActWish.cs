using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Requests;

/// <summary>What a technician wants to do, as a page or a card sends it. What a verb does not need is ignored.</summary>
/// <param name="Verb">What.</param>
public sealed record ActWish(ActVerb Verb)
{
    /// <summary>The words of a question, a reply, a note or a refusal; secrets in it are masked.</summary>
    public string? Text { get; init; }

    /// <summary>The revision that a card showed: at another one nothing is done. Null where nobody acts from a card.</summary>
    public int? Revision { get; init; }

    /// <summary>What makes the words of this very act the same words when it is repeated; null: each time anew.</summary>
    public string? Key { get; init; }

    /// <summary>Who at the customer's said yes or no.</summary>
    public string? PersonId { get; init; }

    /// <summary>The number that was called back, by <see cref="Domain.Customers.CallBackNumber.Id"/>.</summary>
    public string? NumberId { get; init; }

    /// <summary>The right operation of a correction.</summary>
    public string? OperationId { get; init; }

    /// <summary>The right date of a correction; null leaves it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>When a visit is planned, or to when a date moves, UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why a date moves.</summary>
    public DueReason? Reason { get; init; }
}

/// <summary>What technicians do; one for each <see cref="TechnicianAct"/>, a yes and a no apart.</summary>
public enum ActVerb
{
    /// <summary><see cref="TechnicianAct.Take"/>.</summary>
    Take,

    /// <summary><see cref="TechnicianAct.Start"/>.</summary>
    Start,

    /// <summary><see cref="TechnicianAct.Ask"/>; needs a text.</summary>
    Ask,

    /// <summary><see cref="TechnicianAct.DetailsCame"/>.</summary>
    DetailsCame,

    /// <summary><see cref="TechnicianAct.ProveIdentity"/>; needs a number on record.</summary>
    ProveIdentity,

    /// <summary><see cref="TechnicianAct.NoteApproval"/>, a yes; needs a person with the authority.</summary>
    Approve,

    /// <summary><see cref="TechnicianAct.NoteApproval"/>, a no; needs a person with the authority.</summary>
    RefuseApproval,

    /// <summary><see cref="TechnicianAct.Correct"/>; needs an operation.</summary>
    Correct,

    /// <summary><see cref="TechnicianAct.Quote"/>.</summary>
    Quote,

    /// <summary><see cref="TechnicianAct.QuoteAccepted"/>.</summary>
    QuoteAccepted,

    /// <summary><see cref="TechnicianAct.Hold"/>.</summary>
    Hold,

    /// <summary><see cref="TechnicianAct.Resume"/>.</summary>
    Resume,

    /// <summary><see cref="TechnicianAct.PlanVisit"/>; needs an instant.</summary>
    PlanVisit,

    /// <summary><see cref="TechnicianAct.MoveDue"/>; needs an instant and a reason.</summary>
    MoveDue,

    /// <summary><see cref="TechnicianAct.Complete"/>.</summary>
    Complete,

    /// <summary><see cref="TechnicianAct.Decline"/>; needs a text.</summary>
    Decline,

    /// <summary><see cref="TechnicianAct.Close"/>.</summary>
    Close,

    /// <summary><see cref="TechnicianAct.Reopen"/>.</summary>
    Reopen,

    /// <summary><see cref="TechnicianAct.StartBreach"/>; an instant where the beginning is another one.</summary>
    StartBreach,

    /// <summary><see cref="TechnicianAct.DismissBreach"/>; needs a text.</summary>
    DismissBreach,

    /// <summary><see cref="TechnicianAct.DraftNotice"/>; needs a text.</summary>
    DraftNotice,

    /// <summary><see cref="TechnicianAct.SendNotice"/>; needs a text.</summary>
    SendNotice,

    /// <summary><see cref="TechnicianAct.NoteNotice"/>; needs a text, and an instant where it was not now.</summary>
    NoteNotice,

    /// <summary><see cref="TechnicianAct.MarkDataRole"/>: SI-ONE is the controller.</summary>
    MarkController,

    /// <summary><see cref="TechnicianAct.MarkDataRole"/>: SI-ONE is the customer's processor.</summary>
    MarkProcessor,

    /// <summary><see cref="TechnicianAct.PassOn"/>; needs a text.</summary>
    PassOn,

    /// <summary><see cref="TechnicianAct.Reply"/>; needs a text.</summary>
    Reply,

    /// <summary><see cref="TechnicianAct.Note"/>; needs a text.</summary>
    Note,
}
