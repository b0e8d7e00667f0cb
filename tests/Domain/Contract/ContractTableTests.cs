using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Tests.Contract;

/// <summary>The contract as a table of cases, article by article: contract-table.tsv is meant to be read beside the contract itself.</summary>
public sealed class ContractTableTests
{
    private static readonly ContractRow[] Rows = [.. ContractRow.Read()];

    public static TheoryData<int, string> Lines
    {
        get
        {
            var lines = new TheoryData<int, string>();
            foreach (var row in Rows) lines.Add(row.Line, $"{row.Article}: {row.Situation}");
            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_contract_says_so(int line, string situation)
    {
        var row = Rows.Single(row => row.Line == line);
        Assert.Equal(15, row.Cells.Length);
        Assert.Contains(row.Article, Article.All);
        Assert.True(row.Expected == row.Actual(), $"line {line}, {situation}\n  file: {row.Expected}\n  says: {row.Actual()}");
    }

    [Fact]
    public void Each_row_names_a_clause_and_the_article_that_it_finds()
    {
        string[] names = [ContractRow.None, .. Terms.Clauses.Select(clause => clause.GetType().Name)];
        Assert.All(Rows, row =>
        {
            Assert.Contains(row.ClauseName, names);
            var found = Terms.Trace(row.Case()).Where(found => found.Clause.GetType().Name == row.ClauseName).SelectMany(found => found.Findings);
            Assert.All(found.Take(1), finding => Assert.True(finding.Article.Number == row.Article, $"line {row.Line} stands under {row.Article}"));
        });
    }

    [Fact]
    public void No_case_stands_twice() => Assert.Equal(
        Rows.Length, Rows.Select(row => $"{row.ClauseName} {string.Join('\t', row.Cells[3..11])}").Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_operation_has_its_rows() => Assert.Empty(
        AllOperations.List.Select(operation => operation.Id).Except(Rows.Select(row => row.OperationId), StringComparer.Ordinal));

    [Fact]
    public void Every_verdict_is_reached() => Assert.Equal(
        Enum.GetValues<Verdict>(), Rows.Select(row => Judgement.Of(row.Case()).Verdict).Distinct().Order());

    [Fact]
    public void Every_clause_has_rows_where_it_finds_something_and_rows_where_it_is_silent() => Assert.All(Terms.Clauses, clause =>
    {
        var own = Rows.Where(row => row.ClauseName == clause.GetType().Name).Select(row => row.Cells[14] is ContractRow.None).ToHashSet();
        Assert.True(own.Count == 2, $"{clause.GetType().Name} has rows for {(own.Contains(true) ? "silence" : "findings")} alone");
    });

    [Fact]
    public void Every_clause_meets_every_level_channel_and_authority_that_it_can()
    {
        var met = Rows
            .SelectMany(row => Terms.Trace(row.Case())
                .Where(found => !found.Findings.IsEmpty)
                .SelectMany(found => new[] { row.Level, row.Channel, row.Who }.Select(value => (Clause: found.Clause.GetType().Name, Value: value))))
            .ToHashSet();
        var required = Terms.Clauses.SelectMany(clause => RequiredPairs.Values.Select(value => (Clause: clause.GetType().Name, Value: value))).ToArray();
        var missing = required.Where(pair => !met.Contains(pair) && RequiredPairs.CannotBe(pair.Clause, pair.Value) is null);
        var wrong = required.Where(pair => met.Contains(pair) && RequiredPairs.CannotBe(pair.Clause, pair.Value) is not null);
        Assert.True(!missing.Any(), $"no row for {string.Join(", ", missing)}");
        Assert.True(!wrong.Any(), $"said to be impossible, but there is a row for {string.Join(", ", wrong)}");
    }
}
