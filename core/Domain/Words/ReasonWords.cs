using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Words;

/// <summary>Chooses which findings a reader sees, and cites the contract where an article is behind them.</summary>
internal static class ReasonWords
{
    /// <summary>The findings behind the verdict, the one that decided first.</summary>
    public static ImmutableArray<WordedReason> Deciding(AnsweredRequest request, ReaderOf reader) =>
    [
        .. Shown(request, reader).Where(finding => finding.LeadsTo is not null)
            .OrderBy(finding => finding.LeadsTo == request.Verdict ? 0 : 1).Select(finding => Say(request, finding, reader.Language)),
    ];

    /// <summary>The findings that only inform, in the order of the clauses.</summary>
    public static ImmutableArray<WordedReason> Informing(AnsweredRequest request, ReaderOf reader) =>
        [.. Shown(request, reader).Where(finding => finding.LeadsTo is null).Select(finding => Say(request, finding, reader.Language))];

    private static IEnumerable<Finding> Shown(AnsweredRequest request, ReaderOf reader) =>
        request.Findings.Where(finding => For(finding.Audience, reader) && Told(request, finding, reader)).DistinctBy(finding => finding.Text);

    private static bool For(Audience audience, ReaderOf reader) => audience switch
    {
        Audience.Everyone => true,
        Audience.Administrators => reader.IsAdministrator,
        Audience.Technicians => false,
    };

    private static bool Told(AnsweredRequest request, Finding finding, ReaderOf reader) => request switch
    {
        // Art. 25: what everybody may read in the contract is owed to whoever exercises a right, verified or not.
        { DetailsWithheld: true } => finding.Code == DataRights.Code && !request.Abstained,
        // An employee learns that the service is suspended, never why: not even an article number.
        { Verdict: Verdict.Suspended } => reader.IsAdministrator && finding.LeadsTo is Verdict.Suspended,
        // The contract's end is sure even where the operation is not.
        { Verdict: Verdict.Terminated } => finding.LeadsTo is Verdict.Terminated,
        { Abstained: true } => false,
        // Said by the first step, and asked as a question.
        _ when finding.Code == Emergencies.Code || QuestionWords.IsQuestion(finding) => false,
        // Channel, approval and the like are settled with the quote; until then they would only confuse.
        { Verdict: Verdict.Quote } => finding.LeadsTo is Verdict.Quote or null,
        _ => true,
    };

    private static WordedReason Say(AnsweredRequest request, Finding finding, Language language) =>
        new(Typography.Set(finding.Text, language), Citation(request, finding, language));

    private static string? Citation(AnsweredRequest request, Finding finding, Language language) => finding.LeadsTo switch
    {
        // Who may ask and how a sender proves who they are is the customer's rule and ours, but for Art. 14 on teams and lists.
        Verdict.ProveIdentity => null,
        Verdict.AwaitApproval when AllOperations.Get(request.OperationId).Asker is not Asker.Direction => null,
        _ => Cited(finding, language),
    };

    /// <summary>The article behind a finding; null where the rule is a Reading, and where its sentence names the article itself.</summary>
    public static string? Cited(Finding finding, Language language) =>
        finding.IsReading || finding.Text.Fr.Contains(finding.Article.Cited, StringComparison.OrdinalIgnoreCase)
            ? null
            : Typography.Set(new Label($"Voir l'{finding.Article.Cited}.", $"See {finding.Article.CitedInEnglish}."), language);
}
