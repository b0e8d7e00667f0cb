using System.Globalization;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Text;
using Xunit.Abstractions;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>How often person, date and urgency are right where operation and place of each request are given: the readers of details alone.</summary>
/// <remarks>
/// <c>dotnet test tests/Understanding --filter DetailFigures --logger "console;verbosity=detailed"</c> prints them by file. The misses of the files named in
/// SIONE_DETAIL_MISSES ("a,b") are listed; those of a file that shall go on saying something about new mail are better left unread.
/// </remarks>
public sealed class DetailFigures(ITestOutputHelper output)
{
    private const string MissesVariable = "SIONE_DETAIL_MISSES";
    private static readonly string[] Listed = Environment.GetEnvironmentVariable(MissesVariable)?.Split(',') ?? [];

    [Theory]
    [InlineData(0, 0.93, 0.955, 0.97)]
    [InlineData(1, 0.96, 0.925, 0.975)]
    public void Details_of_the_development_set_are_read(int parity, double person, double date, double urgent)
    {
        var tally = new DetailTally(parity == 0 ? "even" : "odd");
        foreach (var labelled in LabelledRequests.All.Where(labelled => labelled.Id % 2 == parity)) tally.Count(labelled.Id, new MessageDetails(labelled.Message), labelled.Expected[0], place: null);
        Print(tally);
        Assert.True(tally.Person >= person, "person");
        Assert.True(tally.Date >= date, "date");
        Assert.True(tally.Urgent >= urgent, "urgent");
    }

    [Fact]
    public void Details_of_the_marked_messages_are_read()
    {
        var all = new DetailTally("all");
        foreach (var path in MarkedMessages.Files())
        {
            var tally = new DetailTally(Path.GetFileNameWithoutExtension(path));
            foreach (var message in MarkedMessages.Read(path)) Count(tally, message);
            Print(tally);
            all.Add(tally);
        }
        if (all.Requests == 0) return; // The files lie elsewhere: the development set alone is measured.
        Print(all);
        Assert.True(all.Person >= 0.91, "person");
        Assert.True(all.Date >= 0.93, "date");
        Assert.True(all.Urgent >= 0.96, "urgent");
    }

    private static void Count(DetailTally tally, MarkedMessage message)
    {
        var details = new MessageDetails(message.Message);
        foreach (var request in message.Expected)
            tally.Count(message.Line, details, request.Request, message.Expected.Count > 1 ? PlaceOf(details.Body, message, request.Number) : null);
    }

    private static RequestPlace PlaceOf(TokenizedText body, MarkedMessage message, int number)
    {
        var own = message.Marks(number).SelectMany(mark => TokensOf(body, mark)).ToHashSet();
        var others = message.Expected.Where(other => other.Number != number).SelectMany(other => message.Marks(other.Number)).SelectMany(mark => TokensOf(body, mark)).ToHashSet();
        return new RequestPlace(body, own.Contains, others.Contains);
    }

    private static IEnumerable<int> TokensOf(TokenizedText body, string mark)
    {
        var words = TokenizedText.Read(mark).Tokens.Select(token => token.Word).ToList();
        for (var i = 0; words.Count > 0 && i + words.Count <= body.Tokens.Length; i++)
            if (body.Tokens.Skip(i).Take(words.Count).Select(token => token.Word).SequenceEqual(words, StringComparer.Ordinal)) return Enumerable.Range(i, words.Count);
        return [];
    }

    private void Print(DetailTally tally)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Name}: {tally.Requests} requests, person {tally.Person:0.000}, date {tally.Date:0.000}, urgent {tally.Urgent:0.000}"));
        if (Listed.Contains(tally.Name, StringComparer.Ordinal))
            foreach (var miss in tally.Misses) output.WriteLine(miss);
    }
}
