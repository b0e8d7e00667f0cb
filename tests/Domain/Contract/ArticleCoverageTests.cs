using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Tests.Contract;

/// <summary>Holds articles.tsv to the code, and the table in ARTICLES.md beside it to articles.tsv. <c>SIONE_APPROVE=1</c> writes the table.</summary>
public sealed partial class ArticleCoverageTests
{
    private const string Start = "<!-- articles.tsv: start -->";
    private const string End = "<!-- articles.tsv: end -->";
    private static readonly string Root = Ancestors(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "global.json")));
    private static readonly string Folder = Path.Combine(Root, "core", "Domain", "Contract");
    private static readonly ImmutableArray<Row> Rows = Read();
    private static readonly ImmutableArray<(string Path, string Text)> Sources =
    [
        .. new[] { "core", "bot", "mailwatcher" }.SelectMany(top => Directory.EnumerateFiles(Path.Combine(Root, top), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(path))),
    ];

    [Fact]
    public void Every_article_of_the_contract_has_one_row_in_its_order() => Assert.Equal(Article.All, Rows.Select(row => row.Number));

    [Fact]
    public void Every_row_has_a_status_and_code_and_data_name_what_carries_them() => Assert.All(Rows, row =>
    {
        Assert.Contains(row.Status, new[] { "code", "data", "setting", "people", "none" });
        Assert.Equal(row.Status is "code" or "data" or "setting", !row.CarriedBy.IsEmpty);
        Assert.NotEmpty(row.What);
    });

    [Fact]
    public void What_carries_an_article_exists_and_cites_it() => Assert.All(
        Rows.SelectMany(row => row.CarriedBy.Select(carrier => (row.Number, Carrier: carrier))), pair =>
        {
            var declaring = Sources.Where(source => Regex.IsMatch(
                source.Text, $@"\b(class|record|enum|record struct) {pair.Carrier}\b|\b{pair.Carrier} {{ get;", RegexOptions.NonBacktracking)).ToArray();
            Assert.True(declaring.Length > 0, $"{pair.Carrier} carries Art. {pair.Number}, but nothing is called so.");
            Assert.True(
                declaring.Any(source => Cited(source.Text).Contains(pair.Number)), $"{pair.Carrier} carries Art. {pair.Number}, but does not cite it.");
        });

    [Fact]
    public void Every_clause_and_every_commitment_carries_its_article()
    {
        var carried = Rows.ToDictionary(row => row.Number, row => row.CarriedBy, StringComparer.Ordinal);
        Assert.All(Terms.Clauses, clause => Assert.Contains(clause.GetType().Name, carried[clause.Article.Number]));
    }

    [Fact]
    public void Every_article_cited_in_the_code_exists()
    {
        var unknown = Sources.SelectMany(source => Cited(source.Text).Where(number => !Article.All.Contains(number)).Select(number => $"{Path.GetFileName(source.Path)}: {number}"));
        Assert.Empty(unknown);
    }

    [Fact]
    public void The_table_that_people_read_is_that_of_the_articles()
    {
        var path = Path.Combine(Folder, "ARTICLES.md");
        var table = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (from, to) = (table.IndexOf(Start, StringComparison.Ordinal), table.IndexOf(End, StringComparison.Ordinal));
        var approved = $"{table[..(from + Start.Length)]}\n{Table()}{table[to..]}";
        if (Environment.GetEnvironmentVariable("SIONE_APPROVE") == "1") File.WriteAllText(path, approved);
        Assert.Equal(approved, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Table() => string.Concat(Rows
        .Select(row => $"| {row.Number} {row.Title} | {row.Status} | {string.Join(", ", row.CarriedBy.Select(carrier => $"`{carrier}`"))} | {row.What} |\n")
        .Prepend("| article | status | carried by | what the product does |\n|---|---|---|---|\n"));

    // "Art. 11, 14, 22", "Art. 18 to 22", "XIV 2.5.3", "RGPD II b", and new Article("…") as data.
    private static HashSet<string> Cited(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in AfterArt().Matches(text))
            foreach (Match number in Number().Matches(match.Value)) found.Add(number.Value);
        foreach (Match match in Annex().Matches(text)) found.Add(match.Value.TrimEnd('.'));
        foreach (Match match in AsData().Matches(text)) found.Add(match.Groups["number"].Value);
        return found;
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }

    private static ImmutableArray<Row> Read() =>
    [
        .. File.ReadAllLines(Path.Combine(Folder, "articles.tsv")).Skip(1).Select(line => line.Split('\t')).Select(cell => new Row(
            cell[0], cell[1], cell[2], [.. cell[3].Split(", ", StringSplitOptions.RemoveEmptyEntries)], cell[4])),
    ];

    [GeneratedRegex(@"Art\. \d+(\.\d+)?((, | and | to | \(and )\d+(\.\d+)?\b)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AfterArt();

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"XIV( \d+(\.\d+)*)?|RGPD [IVX]+( [a-f]\b)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Annex();

    [GeneratedRegex("Article\\(\"(?<number>[^\"]+)\"\\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AsData();

    private sealed record Row(string Number, string Title, string Status, ImmutableArray<string> CarriedBy, string What);
}
