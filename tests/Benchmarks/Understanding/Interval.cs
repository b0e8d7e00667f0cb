using System.Globalization;

namespace SiOne.Bot.Benchmarks.Understanding;

/// <summary>A share with the interval in which it lies with 95 %, from resampling whole messages.</summary>
internal sealed record Interval(double Value, double Low, double High)
{
    private const int Samples = 1_000;
    private const int Seed = 7;

    /// <summary>Measures a figure on the answers, then on samples drawn from them with repetition.</summary>
    public static Interval Of<T>(IReadOnlyList<T> answers, Func<IReadOnlyList<T>, double> measure)
    {
        var random = new Random(Seed);
        var drawn = new double[Samples];
        for (var i = 0; i < Samples; i++) drawn[i] = measure([.. Enumerable.Range(0, answers.Count).Select(_ => answers[random.Next(answers.Count)])]);
        Array.Sort(drawn);
        return new Interval(measure(answers), drawn[Samples * 25 / 1000], drawn[Samples * 975 / 1000]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.000} ({Low:0.000}–{High:0.000})");
}
