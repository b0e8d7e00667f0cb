using System.Collections.Immutable;
using System.Globalization;

namespace SiOne.Bot.Benchmarks;

/// <summary>What is measured.</summary>
/// <param name="Mails">How many mails each run takes, 50 to 20,000.</param>
/// <param name="Batches">Mails fetched, kept and marked at a time, one run each.</param>
/// <param name="Parts">Which parts run: <c>reading</c>, <c>mail</c>, <c>teams</c>.</param>
internal sealed record BenchmarkOptions(int Mails, ImmutableArray<int> Batches, ImmutableArray<string> Parts)
{
    public const string Usage = "usage: dotnet run -c Release --project tests/Benchmarks -- [--part reading,mail,teams] [--mails 2000] [--batch 1,50]";
    private static readonly string[] AllParts = ["reading", "mail", "teams"];

    /// <summary>Null when the arguments are wrong.</summary>
    public static BenchmarkOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new BenchmarkOptions(2_000, [1, 50], [.. AllParts]);
        while (arguments is [var name, var value, .. var rest])
        {
            var numbers = value.Split(',').Select(Number).ToImmutableArray();
            switch (name)
            {
                case "--mails" when numbers is [>= 50 and <= 20_000 and var mails]:
                    options = options with { Mails = mails };
                    break;
                case "--batch" when numbers.All(n => n is >= 1 and <= 64):
                    options = options with { Batches = numbers };
                    break;
                case "--part" when value.Split(',') is var parts && parts.All(AllParts.Contains):
                    options = options with { Parts = [.. parts] };
                    break;
                default:
                    return null;
            }

            arguments = rest;
        }

        return arguments.IsEmpty ? options : null;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
