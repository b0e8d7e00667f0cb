using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Scoring;
using SiOne.Bot.Understanding.Text;
using Xunit.Abstractions;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>How often person, date and urgency are right where operation and place of a request are given: the readers of details alone.</summary>
public sealed class DetailFigures(ITestOutputHelper output)
{
    private const string MissesVariable = "SIONE_DETAIL_MISSES";

    [Fact]
    public void Files()
    {
        var all = new Tally("all");
        foreach (var path in MarkedMessages.Files())
        {
            var tally = new Tally(Path.GetFileNameWithoutExtension(path));
            foreach (var message in MarkedMessages.Read(path))
                foreach (var request in message.Expected)
                    tally.Count(message.Line, message.Message, request.Request, message.Expected.Count > 1 ? request.Number : 0, message);
            Print(tally);
            all.Add(tally);
        }
        Print(all);
        foreach (var parity in new[] { 0, 1 })
        {
            var tally = new Tally(parity == 0 ? "620even" : "620odd");
            foreach (var m in LabelledRequests.All.Where(m => m.Id % 2 == parity)) tally.Count(m.Id, m.Message, m.Expected[0], 0, null);
            Print(tally);
        }
    }

    private void Print(Tally tally)
    {
        output.WriteLine(tally.ToString());
        if (Environment.GetEnvironmentVariable(MissesVariable)?.Split(',').Contains(tally.Name) == true)
            foreach (var miss in tally.Misses) output.WriteLine(miss);
    }

    private sealed class Tally(string name)
    {
        private int _requests, _person, _date, _urgent;
        public string Name => name;
        public List<string> Misses { get; } = [];

        public void Add(Tally t) { _requests += t._requests; _person += t._person; _date += t._date; _urgent += t._urgent; }

        public void Count(int line, MessageToUnderstand message, ExpectedRequest expected, int number, MarkedMessage? marked)
        {
            var operation = AllOperations.List.Single(o => o.Id == expected.Operation);
            var (isReply, subjectText) = SubjectLine.Read(message.Subject);
            var parts = MessageParts.Of(message.Text);
            var subject = TokenizedText.Read(subjectText);
            var body = TokenizedText.Read(parts.Request);
            var reading = Reading.Of(subject, isReply, body);
            var today = ParisDay.Of(message.ReceivedAt);
            var both = TokenizedText.Read(subjectText + "\n" + parts.Request);
            var place = number == 0 ? null : PlaceOf(body, marked!, number);
            var person = new PersonReader(subject, body, parts.Closing, message.SenderName).Read(operation, place).FirstOrDefault();
            var date = DateReader.Read(both, operation, today, place, subject.Tokens.Length);
            var urgent = UrgencyReader.Read(both, operation, place, subject.Tokens.Length);
            _requests++;
            if (person == expected.Person) _person++; else Miss("person", person, expected.Person);
            if (date == expected.Date) _date++; else Miss("date", date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), expected.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (urgent == expected.Urgent) _urgent++; else Miss("urgent", urgent ? "yes" : "no", expected.Urgent ? "yes" : "no");

            void Miss(string what, string? read, string? right) =>
                Misses.Add($"{what} {name}:{line} {expected.Operation}: read {read ?? "none"}, right {right ?? "none"}");
        }

        private static RequestPlace PlaceOf(TokenizedText body, MarkedMessage message, int number)
        {
            var own = message.Marks(number).SelectMany(mark => TokensOf(body, mark)).ToHashSet();
            var others = message.Expected.Where(other => other.Number != number).SelectMany(other => message.Marks(other.Number)).SelectMany(mark => TokensOf(body, mark)).ToHashSet();
            return new RequestPlace(body, own.Contains, others.Contains);
        }

        private static IEnumerable<int> TokensOf(TokenizedText body, string mark)
        {
            var words = TokenizedText.Read(mark).Tokens.Select(t => t.Word).ToList();
            for (var i = 0; i + words.Count <= body.Tokens.Length; i++)
                if (words.Count > 0 && Enumerable.Range(0, words.Count).All(k => body.Tokens[i + k].Word == words[k]))
                    return Enumerable.Range(i, words.Count);
            return [];
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{name}: {_requests} requests, person {_person / (double)_requests:0.000}, date {_date / (double)_requests:0.000}, urgent {_urgent / (double)_requests:0.000}");
    }
}
