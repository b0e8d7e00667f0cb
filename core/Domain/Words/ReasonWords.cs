using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Chooses which findings a reader sees, and cites the contract where an article is behind them.</summary>
internal static class ReasonWords
{
    /// <summary>The findings to show, the one that decided first.</summary>
    public static ImmutableArray<WordedReason> Of(AnsweredRequest request, Language language) =>
    [
        .. request.Findings
            .Where(finding => Shown(request, finding))
            .OrderBy(finding => finding.LeadsTo == request.Verdict ? 0 : finding.LeadsTo is null ? 2 : 1)
            .Select(finding => new WordedReason(Typography.Set(finding.Text, language), Citation(request, finding, language))),
    ];

    private static bool Shown(AnsweredRequest request, Finding finding) => request switch
    {
        // An employee learns that the service is suspended, never why: not even an article number.
        { DetailsWithheld: true } or { Verdict: Verdict.Suspended } => false,
        // The contract's end is sure even where the operation is not.
        { Verdict: Verdict.Terminated } => finding.LeadsTo is Verdict.Terminated,
        { Abstained: true } => false,
        // Channel, approval and the like are settled with the quote; until then they would only confuse.
        { Verdict: Verdict.Quote } => finding.LeadsTo is Verdict.Quote or null,
        _ => true,
    };

    private static string? Citation(AnsweredRequest request, Finding finding, Language language) => finding.LeadsTo switch
    {
        // Who may ask and how a sender proves who they are is the customer's rule and ours, but for Art. 14 on teams and lists.
        Verdict.ProveIdentity => null,
        _ when finding.Text.Fr.Contains(finding.Article.Cited, StringComparison.OrdinalIgnoreCase) => null,
        Verdict.AwaitApproval when AllOperations.Get(request.OperationId).Asker is not Asker.Direction => null,
        _ => Typography.Set(
            new Label($"Voir l'{finding.Article.Cited}.", $"See {finding.Article.CitedInEnglish}."), language),
    };
}
