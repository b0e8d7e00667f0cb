using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract;

public sealed class TermsTests
{
    private static readonly Type[] ClauseTypes =
        [.. typeof(IClause).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && typeof(IClause).IsAssignableFrom(type))];

    [Fact]
    public void Every_clause_is_listed_once() => Assert.Equal(
        ClauseTypes.Select(type => type.Name).Order(StringComparer.Ordinal),
        Terms.Clauses.Select(clause => clause.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_clause_has_its_test_class() => Assert.All(
        ClauseTypes, type => Assert.NotNull(typeof(TermsTests).Assembly.GetType($"{typeof(TermsTests).Namespace}.Clauses.{type.Name}Tests")));

    [Fact]
    public void Every_clause_cites_an_article_that_exists() =>
        Assert.All(Terms.Clauses, clause => Assert.Contains(clause.Article.Number, Article.All));

    [Fact]
    public void Every_finding_of_every_case_cites_an_article_and_says_a_whole_sentence_in_both_languages()
    {
        var findings = AllCases().SelectMany(examined => Terms.Examine(examined)).Distinct().ToArray();

        Assert.All(findings, finding =>
        {
            Assert.Contains(finding.Article.Number, Article.All);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", finding.Code);
            Assert.Matches(@"^\p{Lu}.*\.$", finding.Text.Fr);
            Assert.Matches(@"^\p{Lu}.*\.$", finding.Text.En);
            Assert.NotEqual(finding.Text.Fr, finding.Text.En);
        });
        // A code stands for one sentence and one verdict: the journal keeps nothing else of it.
        Assert.All(findings.GroupBy(f => f.Code), same => Assert.Single(same.Select(f => (f.LeadsTo, f.Text)).Distinct()));
        Assert.Equal(
            [
                "administrator-required", "administrator-required-for-others", "application-required", "contract-suspended", "contract-terminated",
                "direction-required", "emergency", "identity-unproven", "mail-required", "out-of-contract", "to-be-quoted", "unknown-sender",
            ],
            findings.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_clauses_are_examined_whatever_the_others_find()
    {
        var examined = A.Case(PhoneOperations.Repair, Level.Premium, Role.Employee, Channel.Mail, proven: false)
            .With(s => s with
            {
                Services = [],
                Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid"),
                TerminatedOn = new DateOnly(2026, 1, 1),
            });
        Assert.Equal(
            ["contract-terminated", "contract-suspended", "out-of-contract", "to-be-quoted", "application-required", "administrator-required"],
            Terms.Examine(examined).Select(finding => finding.Code));
    }

    [Fact]
    public void A_stranger_learns_one_thing_alone() => Assert.All(AllOperations.List, operation => Assert.Equal(
        "unknown-sender", Assert.Single(Terms.Examine(A.Case(operation).FromStranger())).Code));

    /// <summary>Every operation by level, role, channel and proof, about oneself and about another, in three states of the contract.</summary>
    internal static IEnumerable<Case> AllCases() =>
        from operation in AllOperations.List
        from level in Enum.GetValues<Level>()
        from role in Enum.GetValues<Role>()
        from channel in Enum.GetValues<Channel>()
        from proven in new[] { true, false }
        from about in new[] { null, "Bo Autre" }
        let plain = A.Case(operation, level, role, channel, proven).About(about)
        from examined in new[]
        {
            plain,
            plain.FromStranger(),
            plain.FromUnlisted(),
            plain.With(s => s with { Services = [] }),
            plain.With(s => s with { Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid") }),
            plain.With(s => s with { TerminatedOn = new DateOnly(2026, 1, 1) }),
        }
        select examined;
}
