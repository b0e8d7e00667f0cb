using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Contract;

/// <summary>What becomes of a request at its first decision, in order of precedence: the first that applies holds.</summary>
public enum Verdict
{
    /// <summary>The sender cannot be tied to a customer: a polite answer that reveals nothing, and a technician sorts the message.</summary>
    UnknownSender,

    /// <summary>The contract has ended (Art. 2, 23).</summary>
    Terminated,

    /// <summary>SI-ONE has suspended the contract (Art. 2, 4).</summary>
    Suspended,

    /// <summary>Not in the contract: a quote or a separate contract (Art. 1, 8.1).</summary>
    Quote,

    /// <summary>Not yet a valid written request: kept, with one step to make it valid (Art. 3, 9).</summary>
    Draft,

    /// <summary>A sensitive operation whose sender is not proven.</summary>
    ProveIdentity,

    /// <summary>Waits for the customer's administrator or direction (Art. 11, 14).</summary>
    AwaitApproval,

    /// <summary>Waits for details that the customer owes (Art. 13).</summary>
    AwaitDetails,

    /// <summary>Taken in; the clock runs.</summary>
    Accepted,
}

/// <summary>How verdicts are reached and written.</summary>
public static class Verdicts
{
    /// <summary>The one expression that orders findings into a verdict.</summary>
    public static Verdict Of(ImmutableArray<Finding> findings) =>
        findings.Select(finding => finding.LeadsTo).OfType<Verdict>().DefaultIfEmpty(Verdict.Accepted).Min();

    /// <summary>The identifier in files and on the command line, for example <c>await-approval</c>.</summary>
    public static string Id(this Verdict verdict) => verdict switch
    {
        Verdict.UnknownSender => "unknown-sender",
        Verdict.Terminated => "terminated",
        Verdict.Suspended => "suspended",
        Verdict.Quote => "quote",
        Verdict.Draft => "draft",
        Verdict.ProveIdentity => "prove-identity",
        Verdict.AwaitApproval => "await-approval",
        Verdict.AwaitDetails => "await-details",
        Verdict.Accepted => "accepted",
    };
}
