using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Turns the details that are missing, and only these, into a numbered list.</summary>
public static class QuestionWords
{
    // Each detail that is missing is a finding of its own, whose sentence asks for it.
    private const string Prefix = "missing-";

    /// <summary>The questions, in the order of the clauses. They are asked as soon as they are known, so that nobody waits twice.</summary>
    public static ImmutableArray<WordedQuestion> Of(AnsweredRequest request, Language language)
    {
        if (!RequestWords.Understood(request)) return [];
        if (request.Verdict is not (Verdict.AwaitDetails or Verdict.AwaitApproval or Verdict.Draft)) return [];
        return
        [
            .. request.Findings.Where(IsQuestion).Where(finding => finding.Audience is Audience.Everyone).DistinctBy(finding => finding.Text)
                .Select((finding, index) => new WordedQuestion(
                    NumberOf(index + 1), Typography.Set(finding.Text, language))),
        ];
    }

    /// <summary>The questions of several requests numbered through: "2. Paul Martin" answers one of them, whichever request it is about.</summary>
    public static ImmutableArray<WordedRequest> Numbered(IEnumerable<WordedRequest> requests)
    {
        var number = 0;
        return
        [
            .. requests.Select(request => request with { Questions = [.. request.Questions.Select(question => question with { Number = NumberOf(++number) })] }),
        ];
    }

    private static string NumberOf(int number) => number.ToString(CultureInfo.InvariantCulture) + ".";

    /// <summary>Whether a finding asks for a detail.</summary>
    public static bool IsQuestion(Finding finding) =>
        finding.LeadsTo is Verdict.AwaitDetails && AsksFor(finding.Code);

    /// <summary>Whether a finding of that code asks for a detail.</summary>
    public static bool AsksFor(string code) => code.StartsWith(Prefix, StringComparison.Ordinal);
}
