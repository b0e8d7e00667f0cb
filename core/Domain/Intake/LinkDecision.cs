using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Intake;

/// <summary>A yes or no that was given on the page behind a signed link: about one request, as it was asked, by one person.</summary>
/// <param name="Request">The request.</param>
/// <param name="Version">What was asked of it, <see cref="ApprovalAsk.VersionOf"/>: asked anew since, it decides nothing.</param>
/// <param name="PersonId">Whom the link was written to, by the customer file.</param>
/// <param name="Granted">Yes.</param>
public sealed record LinkDecision(RequestId Request, int Version, string PersonId, bool Granted)
{
    /// <summary>Why not, for who asked to read; secrets are masked before it is stored. Null without.</summary>
    public string? Reason { get; init; }
}
