using System.Collections.Immutable;
using System.Globalization;

namespace SiOne.Bot.Benchmarks;

/// <summary>What is measured.</summary>
/// <param name="Mails">How many mails each run takes, 50 to 20,000; null for the part's own number.</param>
/// <param name="Batches">Mails fetched, kept and marked at a time, one run each.</param>
/// <param name="Parts">Which parts run: <c>reading</c>, <c>understanding</c>, <c>mail</c>, <c>intake</c>, <c>teams</c>, <c>acts</c>, <c>erase</c>.</param>
internal sealed record BenchmarkOptions(int? Mails, ImmutableArray<int> Batches, ImmutableArray<string> Parts)
{
    public const string Usage = """
        usage: dotnet run -c Release --project tests/Benchmarks -- [--part reading,understanding,mail,intake,teams,acts,erase] [--mails 2000] [--batch 1,50]
                   [--stored 0,10000,200000] [--filled DIR] [--steady 60]
        """;

    private static readonly string[] AllParts = ["reading", "understanding", "mail", "intake", "teams", "acts", "erase"];

    /// <summary>Intake: how many requests are stored beforehand, one run each.</summary>
    public ImmutableArray<int> Stored { get; init; } = [0, 10_000, 200_000];

    /// <summary>Intake: the folder in which filled stores are kept and found again; null: filled anew and thrown away.</summary>
    public string? Filled { get; init; }

    /// <summary>Intake: how many seconds of the steady load are measured; 0 leaves it out.</summary>
    public int SteadySeconds { get; init; } = 60;

    /// <summary>Null when the arguments are wrong.</summary>
    public static BenchmarkOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new BenchmarkOptions(null, [1, 50], [.. AllParts]);
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
                case "--stored" when numbers.All(n => n is >= 0 and <= 1_000_000):
                    options = options with { Stored = numbers };
                    break;
                case "--filled" when value.Length > 0:
                    options = options with { Filled = Path.GetFullPath(value) };
                    break;
                case "--steady" when numbers is [>= 0 and <= 1_500 and var seconds]:
                    options = options with { SteadySeconds = seconds };
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
