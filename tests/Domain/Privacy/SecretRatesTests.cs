using SiOne.Bot.Domain.Privacy;
using Xunit.Abstractions;

namespace SiOne.Bot.Domain.Tests.Privacy;

/// <summary>How many secrets are found, and how many ordinary lines lose a word to it.</summary>
public sealed class SecretRatesTests(ITestOutputHelper output)
{
    [Fact]
    public void At_least_995_of_1000_secrets_are_masked()
    {
        var lines = SecretLines.All;
        var missed = lines.Where(line => Secrets.Mask(line.Text).Texts[0].Contains(line.Secret, StringComparison.Ordinal)).ToList();
        foreach (var same in missed.GroupBy(line => line.Frame).OrderByDescending(same => same.Count()))
            output.WriteLine($"{same.Count(),3}  {same.Key}  e.g. {same.First().Text}");
        output.WriteLine($"{lines.Length} lines, {missed.Count} missed: recall {100.0 * (lines.Length - missed.Count) / lines.Length:0.00} %");
        Assert.True(lines.Length >= 2_000, $"{lines.Length}");
        Assert.True(missed.Count <= lines.Length * 0.005, $"{missed.Count} of {lines.Length} missed");
    }

    [Fact]
    public void At_most_1_of_100_ordinary_lines_is_touched()
    {
        var lines = OrdinaryLines.All;
        var touched = lines.Where(line => Secrets.Mask(line).Texts[0] != line).ToList();
        foreach (var line in touched.Take(80)) output.WriteLine($"{line}  =>  {Secrets.Mask(line).Texts[0]}");
        output.WriteLine($"{lines.Length} lines, {touched.Count} touched: {100.0 * touched.Count / lines.Length:0.00} %");
        Assert.True(lines.Length >= 2_000, $"{lines.Length}");
        Assert.True(touched.Count <= lines.Length * 0.01, $"{touched.Count} of {lines.Length} touched");
    }
}
