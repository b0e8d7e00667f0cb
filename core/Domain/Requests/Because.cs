namespace SiOne.Bot.Domain.Requests;

/// <summary>The machine reasons of <see cref="RequestEvent.Moved"/>. Written in journals: a reason once used keeps its meaning.</summary>
public static class Because
{
    /// <summary>A technician began the work.</summary>
    public const string Started = "started";

    /// <summary>The work is done.</summary>
    public const string Done = "done";

    /// <summary>A technician declined it.</summary>
    public const string Declined = "declined";

    /// <summary>The customer's administrator or direction said no.</summary>
    public const string ApprovalRefused = "approval-refused";

    /// <summary>The customer took it back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The customer said that it is settled.</summary>
    public const string Settled = "settled";

    /// <summary>The customer said that it does not work.</summary>
    public const string StillBroken = "still-broken";

    /// <summary>A technician opened it again.</summary>
    public const string Reopened = "reopened";

    /// <summary>A technician closed it without a word.</summary>
    public const string ClosedByTechnician = "closed-by-technician";

    /// <summary>No answer came.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>Done, and nobody complained in time.</summary>
    public const string Rested = "rested";

    /// <summary>A technician's question was answered.</summary>
    public const string Answered = "answered";

    /// <summary>A quote is needed.</summary>
    public const string QuoteNeeded = "quote-needed";

    /// <summary>Waits for a supplier.</summary>
    public const string Supplier = "supplier";

    /// <summary>The supplier has delivered.</summary>
    public const string SupplierCame = "supplier-came";
}
