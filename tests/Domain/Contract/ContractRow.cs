using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract;

/// <summary>One row of contract-table.tsv: a whole case, and what the contract says of it.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Cells">Its cells, in the order of the heading.</param>
internal sealed record ContractRow(int Line, string[] Cells)
{
    public const string None = "-";

    private const string InstantFormat = "ddd yyyy-MM-dd HH:mm zzz";

    public static IEnumerable<ContractRow> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Contract", "contract-table.tsv"))
            .Select((text, index) => (Text: text, Line: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Skip(1)
            .Select(line => new ContractRow(line.Line, line.Text.Split('\t')));

    public string Article => Cells[0];

    /// <summary>The clause under test; "-" for a row about the hours alone.</summary>
    public string ClauseName => Cells[1];

    public string Situation => Cells[2];

    public string Level => Cells[3];

    public string Channel => Cells[5];

    public string Who => Cells[6];

    public string OperationId => Cells[8];

    /// <summary>The verdict, the due instant, the findings and the sentence that the file expects.</summary>
    public string Expected => string.Join(" | ", Cells[11..]);

    public Case Case()
    {
        var received = DateTimeOffset.ParseExact(Cells[10], InstantFormat, CultureInfo.InvariantCulture);
        Assert.True(Cells[10] == Said(received), $"line {Line}: {Cells[10]} is not what the clocks of Paris say");
        var request = new UnderstoodRequest { Operation = AllOperations.Get(OperationId), Confidence = 0.9 };
        var plain = new Case
        {
            Request = request,
            Sender = From(),
            Channel = Enum.Parse<Channel>(Channel, ignoreCase: true),
            ReceivedAt = received.ToUniversalTime(),
        };
        return Cells[9] is None ? plain : ContractRowFacts.Apply(plain, Cells[9]);
    }

    /// <summary>What the clauses really say, in the words of the file.</summary>
    public string Actual()
    {
        var examined = Case();
        var judged = Judgement.Of(examined);
        var own = Terms.Trace(examined).Where(found => found.Clause.GetType().Name == ClauseName).SelectMany(found => found.Findings);
        var due = judged.Due is null ? None : Said(judged.Due.At) + (judged.ClockRuns ? "" : judged.Paused ? " (paused)" : " (shadow)");
        return string.Join(
            " | ",
            judged.Verdict.Id(),
            due,
            Joined(judged.Findings.Select(Coded), " "),
            Joined(own.Select(finding => finding.Text.Fr.Replace('\u00A0', '~')), " / "));
    }

    private static string Coded(Finding finding) =>
        finding.Code + (finding.Audience is Audience.Everyone ? "" : $"({finding.Audience.ToString().ToLowerInvariant()})");

    private static string Joined(IEnumerable<string> parts, string between) =>
        string.Join(between, parts) is { Length: > 0 } text ? text : None;

    private static string Said(DateTimeOffset instant) => ParisTime.Of(instant).ToString(InstantFormat, CultureInfo.InvariantCulture);

    private Sender From()
    {
        if (Who is "stranger") return Sender.Unknown;
        var customer = A.Customer(Enum.Parse<Level>(Level));
        if (Cells[4] is not "all")
            customer = customer with { Subscription = customer.Subscription with { Services = [.. Cells[4].Split(' ').Select(Enum.Parse<Service>)] } };
        var person = Who switch
        {
            "employee" => A.Person(),
            "administrator" => A.Person(Role.Administrator),
            "delegated" => A.Person(Role.Administrator, delegated: true),
            "direction" => A.Person(Role.Direction),
            "third-party" => A.Person(Role.ThirdParty),
            "unlisted" => null,
            _ => throw new FormatException($"line {Line}: nobody is called {Who}"),
        };
        return new Sender(customer, person, Cells[7] is "proven") { Address = MailAddress.Parse("ada.modele@acme.example") };
    }
}
