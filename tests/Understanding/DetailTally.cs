using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>Counts how many details of a file's requests are read right.</summary>
/// <param name="name">The file's name.</param>
internal sealed class DetailTally(string name)
{
    private readonly List<string> _misses = [];
    private int _person;
    private int _date;
    private int _urgent;

    public string Name => name;

    public int Requests { get; private set; }

    public double Person => _person / (double)Requests;

    public double Date => _date / (double)Requests;

    public double Urgent => _urgent / (double)Requests;

    /// <summary>What was read wrongly, one a line: file, line, operation, read, right.</summary>
    public IReadOnlyList<string> Misses => _misses;

    /// <summary>Reads one request and compares it with its label.</summary>
    public void Count(int line, MessageDetails details, ExpectedRequest expected, RequestPlace? place)
    {
        var operation = AllOperations.Get(expected.Operation);
        var read = details.Fill(new UnderstoodRequest { Operation = operation, Confidence = 1 }, place)[0];
        Requests++;
        _person += Same("person", read.Person, expected.Person);
        _date += Same("date", Iso(read.Date), Iso(expected.Date));
        _urgent += Same("urgent", read.Urgent ? "yes" : "no", expected.Urgent ? "yes" : "no");

        int Same(string what, string? found, string? right)
        {
            if (found == right) return 1;
            _misses.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {name}:{line} {expected.Operation}: read {found ?? "none"}, right {right ?? "none"}"));
            return 0;
        }
    }

    /// <summary>Adds the counts of another file.</summary>
    public void Add(DetailTally other)
    {
        Requests += other.Requests;
        _person += other._person;
        _date += other._date;
        _urgent += other._urgent;
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
