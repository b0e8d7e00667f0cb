using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract;

/// <summary>What a clause found: a machine reason, the article behind it, and a sentence that a customer understands.</summary>
/// <param name="Code">The machine reason, for example <c>out-of-contract</c>; stable.</param>
/// <param name="Article">The article that the clause reads.</param>
/// <param name="LeadsTo">The verdict that follows when nothing weightier applies; null when the finding only informs.</param>
/// <param name="Text">A whole sentence for its readers, in good French and English. Never presents a Reading as the contract's own words.</param>
public sealed record Finding(string Code, Article Article, Verdict? LeadsTo, Label Text)
{
    /// <summary>The rule is a Reading or the customer's own: a text names no article as its source.</summary>
    public bool IsReading { get; init; }

    /// <summary>Who may read it.</summary>
    public Audience Audience { get; init; }
}

/// <summary>Who may read a finding.</summary>
public enum Audience
{
    /// <summary>The sender too.</summary>
    Everyone,

    /// <summary>The customer's administrators and direction, and the technicians.</summary>
    Administrators,

    /// <summary>The technicians alone.</summary>
    Technicians,
}
