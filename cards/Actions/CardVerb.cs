namespace SiOne.Bot.Cards.Actions;

/// <summary>Everything that a button can mean: a closed list. Technicians' verbs bear the names of the engine's acts, those about plans of what its desk for plans does.</summary>
public enum CardVerb
{
    /// <summary>Either: shows the card as it stands now.</summary>
    Refresh,

    /// <summary>Either: shows one request out of a list.</summary>
    Show,

    /// <summary>Customer: makes a draft a valid written request (Art. 9).</summary>
    Confirm,

    /// <summary>Customer: takes the request back.</summary>
    Withdraw,

    /// <summary>Customer: sends the details that were asked for.</summary>
    GiveDetails,

    /// <summary>Customer: says that we misunderstood.</summary>
    CorrectRequest,

    /// <summary>Customer's administrator or direction: says yes (Art. 11, 14).</summary>
    ApproveRequest,

    /// <summary>Customer's administrator or direction: says no, with a reason where they give one.</summary>
    RefuseRequest,

    /// <summary>Customer: it does not work.</summary>
    StillBroken,

    /// <summary>Customer: it works.</summary>
    Settled,

    /// <summary>Technician: takes it.</summary>
    Take,

    /// <summary>Technician: begins the work.</summary>
    Start,

    /// <summary>Technician: asks the customer for details; needs a text.</summary>
    Ask,

    /// <summary>Technician: notes that the details have come.</summary>
    DetailsCame,

    /// <summary>Technician: has called back; needs a number on record.</summary>
    ProveIdentity,

    /// <summary>Technician: notes a yes; needs a person.</summary>
    Approve,

    /// <summary>Technician: notes a no; needs a person.</summary>
    RefuseApproval,

    /// <summary>Technician: sorts it anew; needs an operation.</summary>
    Correct,

    /// <summary>Technician: hands it to whoever makes quotes.</summary>
    Quote,

    /// <summary>Technician: the quote was accepted.</summary>
    QuoteAccepted,

    /// <summary>Technician: waits for a supplier.</summary>
    Hold,

    /// <summary>Technician: waits no more.</summary>
    Resume,

    /// <summary>Technician: plans a visit; needs an instant.</summary>
    PlanVisit,

    /// <summary>Technician: moves the told date; needs an instant and a reason.</summary>
    MoveDue,

    /// <summary>Technician: applied.</summary>
    Complete,

    /// <summary>Technician: declines it; needs a text.</summary>
    Decline,

    /// <summary>Technician: closes it without a word.</summary>
    Close,

    /// <summary>Technician: opens it again.</summary>
    Reopen,

    /// <summary>Technician: writes to the customer; needs a text.</summary>
    Reply,

    /// <summary>Technician: writes a note; needs a text.</summary>
    Note,

    /// <summary>Technician: starts the 36 hours of a personal-data breach, or corrects their beginning (RGPD V).</summary>
    StartBreach,

    /// <summary>Technician: no notice of a breach is needed; needs a text.</summary>
    DismissBreach,

    /// <summary>Technician: keeps the notice of a breach as it is written so far; needs a text.</summary>
    DraftNotice,

    /// <summary>Technician: sends the notice of a breach to the customer; needs a text.</summary>
    SendNotice,

    /// <summary>Technician: the customer was notified of a breach by other means; needs a text.</summary>
    NoteNotice,

    /// <summary>Technician: a right is exercised on data of which SI-ONE is the controller (Art. 25).</summary>
    MarkController,

    /// <summary>Technician: a right is exercised on data of which SI-ONE is the customer's processor.</summary>
    MarkProcessor,

    /// <summary>Technician: passes a right on personal data on to the customer; needs a text.</summary>
    PassOn,

    /// <summary>Technician: reads the customer's tenant and draws a plan up.</summary>
    DrawPlan,

    /// <summary>Technician: says yes to the plan on the card; a word is typed where two people have to.</summary>
    ApprovePlan,

    /// <summary>Technician: says no to the plan on the card.</summary>
    RefusePlan,

    /// <summary>Technician: calls off a wipe that was approved and has not begun.</summary>
    CallOffWipe,

    /// <summary>Technician: has done the step that stands by hand.</summary>
    TickStep,

    /// <summary>Technician: lets the plan go on where it stopped.</summary>
    ResumePlan,

    /// <summary>Technician: brings back what the plan changed.</summary>
    UndoPlan,
}
