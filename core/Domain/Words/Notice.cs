using System.Collections.Immutable;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>What somebody is told when a request moves on: data that card, mail and page are made from.</summary>
public sealed record Notice
{
    /// <summary>What happened.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The language of the reader.</summary>
    public Language Language { get; init; }

    /// <summary>The listed reader's name for the greeting; null for anybody else.</summary>
    public string? Greeting { get; init; }

    /// <summary>The requests as they stand now; one but for <see cref="NoticeKind.ForYou"/> and <see cref="NoticeKind.CallWrittenDown"/>, which may tell of several.</summary>
    public required ImmutableArray<AnsweredRequest> Requests { get; init; }

    /// <summary>
    /// Who asked, as the customer file spells the name; null where the reader asked or must not learn it, and for a sender who is not
    /// listed: then "a colleague of yours" stands for them.
    /// </summary>
    public string? AskedBy { get; init; }

    /// <summary>
    /// The address of a sender who is not listed, shown beside the dates and never linked; null for a listed one and where the reader
    /// asked. Not shown while <see cref="SenderUnproven"/>.
    /// </summary>
    public string? AskedByAddress { get; init; }

    /// <summary>The identity of whoever asked is not verified: who is to say yes is warned.</summary>
    public bool SenderUnproven { get; init; }

    /// <summary>Who said yes or no, as the customer file spells the name; null where the reader did, or nobody has to be named.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The words of a technician or administrator, masked: a reply, a question, the reason of a refusal. Null where there are none.</summary>
    public string? Said { get; init; }

    /// <summary>An instant that matters, UTC: the visit, the day on which the request will be closed without an answer. Null where there is none.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The date told before, UTC, of <see cref="NoticeKind.DueMoved"/> and <see cref="NoticeKind.ClockResumed"/>; null where none was told.</summary>
    public DateTimeOffset? Previously { get; init; }

    /// <summary>Why the date moved; null where no reason is known, or for any other kind.</summary>
    public DueReason? Because { get; init; }

    /// <summary>The reader may say yes or no, and reads what concerns administrators alone. Always so for <see cref="NoticeKind.ApprovalNeeded"/>.</summary>
    public bool ReaderIsAdministrator { get; init; }

    /// <summary>The reader belongs to another company: reads the reference and what a technician wrote, and no more.</summary>
    public bool ReaderIsThirdParty { get; init; }

    /// <summary>Which reminder it is, from 1; 0 where it is none.</summary>
    public int Number { get; init; }

    /// <summary>For how many days after <see cref="NoticeKind.Done"/> a reply opens the request again; at least 1.</summary>
    public int ReopenDays { get; init; } = 15;
}

/// <summary>What happened to a request, as its readers see it.</summary>
public enum NoticeKind
{
    /// <summary>To the customer's administrators: somebody without the authority asks; their yes or no is needed (Art. 11, 14).</summary>
    ApprovalNeeded,

    /// <summary>The yes was given: the clock runs, with its date.</summary>
    Approved,

    /// <summary>The administrator said no, with a reason where one was given.</summary>
    ApprovalRefused,

    /// <summary>A technician asks for details; the clock stands still.</summary>
    DetailsNeeded,

    /// <summary>An answer, a confirmation or a yes is still waited for.</summary>
    Reminder,

    /// <summary>Closed because no answer came.</summary>
    ClosedUnanswered,

    /// <summary>The clock runs again, with its new date.</summary>
    ClockResumed,

    /// <summary>The due date moved, with the reason.</summary>
    DueMoved,

    /// <summary>A technician works on it.</summary>
    InProgress,

    /// <summary>A visit is planned.</summary>
    VisitPlanned,

    /// <summary>Waits for a supplier, the told date stays.</summary>
    OnHold,

    /// <summary>Waits no more.</summary>
    HoldEnded,

    /// <summary>A quote is being prepared after all.</summary>
    ToBeQuoted,

    /// <summary>A technician sorted it anew: what was understood, and what follows.</summary>
    Corrected,

    /// <summary>Done.</summary>
    Done,

    /// <summary>A technician declined it, with the reason.</summary>
    Declined,

    /// <summary>Taken back by the customer: confirmed.</summary>
    Withdrawn,

    /// <summary>Open again ("ça ne marche toujours pas").</summary>
    Reopened,

    /// <summary>A technician's free reply.</summary>
    Reply,

    /// <summary>To the person concerned: a colleague has asked something for them.</summary>
    ForYou,

    /// <summary>A call was written down: the person confirms in writing.</summary>
    CallWrittenDown,

    /// <summary>To the customer: a possible personal-data breach, in a technician's words (RGPD V). In French.</summary>
    BreachNotice,

    /// <summary>To the customer: a right on personal data, passed on as its processor (Art. 25).</summary>
    RightPassedOn,

    /// <summary>To whoever exercises a right: it was passed on to their company.</summary>
    RightSentOn,

    /// <summary>The contract is suspended: the request is kept and not handled for the time being.</summary>
    Suspended,
}
