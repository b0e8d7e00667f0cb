using System.Globalization;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Contract;

/// <summary>What a clause may look at in a case; told by <c>explain --trace</c>.</summary>
public enum Fact
{
    /// <summary>Whether the sender is tied to a customer.</summary>
    Customer,

    /// <summary>The contract's last day.</summary>
    ContractEnd,

    /// <summary>Since when the contract is suspended.</summary>
    Suspension,

    /// <summary>Start and length of the contract.</summary>
    Term,

    /// <summary>Since when something is unpaid.</summary>
    Payment,

    /// <summary>The operation asked for.</summary>
    Operation,

    /// <summary>The parts subscribed.</summary>
    Services,

    /// <summary>The subscription level.</summary>
    Level,

    /// <summary>The written channel.</summary>
    Channel,

    /// <summary>Whether the sender's identity is proven.</summary>
    Proof,

    /// <summary>The sender's role, and whether they speak for direction.</summary>
    Role,

    /// <summary>Whether the request is about its sender.</summary>
    Concerned,

    /// <summary>When it was received.</summary>
    Received,

    /// <summary>The date given by the customer.</summary>
    Date,

    /// <summary>Whether the words say that it is urgent.</summary>
    Urgency,

    /// <summary>What the words say beyond the operation.</summary>
    Matters,

    /// <summary>What the words tell of that may be a personal-data breach.</summary>
    Breach,

    /// <summary>Which details were given.</summary>
    Details,

    /// <summary>The software named, and the customer's own list of office software.</summary>
    Software,

    /// <summary>What else the same message asks for.</summary>
    Together,

    /// <summary>The licences.</summary>
    Licences,

    /// <summary>What is backed up.</summary>
    Backups,

    /// <summary>The days and hours of service, and those of an urgent intervention.</summary>
    Hours,
}

/// <summary>The values of facts, free of names, addresses and text.</summary>
public static class Facts
{
    private const string None = "-";

    /// <summary>The value of a fact in a case, for technicians; "-" where there is none.</summary>
    public static string Of(Case examined, Fact fact) => fact switch
    {
        Fact.Customer => examined.Customer?.Id ?? None,
        Fact.ContractEnd => Day(examined.Customer?.Subscription.TerminatedOn),
        Fact.Suspension => Day(examined.Customer?.Subscription.Suspended?.Since),
        Fact.Term => examined.Customer?.Subscription.Term is { } term
            ? string.Create(CultureInfo.InvariantCulture, $"{Day(term.Start)} {term.Months} months")
            : None,
        Fact.Payment => Day(examined.Customer?.Subscription.OverdueSince),
        Fact.Operation => examined.Operation.Id,
        Fact.Services => Joined(examined.Customer?.Subscription.Services.Order().Select(service => service.ToString())),
        Fact.Level => examined.Customer?.Subscription.Level.ToString() ?? None,
        Fact.Channel => examined.Channel.ToString(),
        Fact.Proof => examined.Sender.Proven ? "proven" : "unproven",
        Fact.Role => examined.Sender.Role + (examined.Sender.SpeaksForDirection ? ", speaks for direction" : ""),
        Fact.Concerned => examined.AboutSelf ? "the sender" : examined.NamesakeUndecided ? "one of several of that name" : "somebody else",
        Fact.Received => ParisTime.Of(examined.ReceivedAt).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        Fact.Date => Day(examined.Request.Date) + (examined.Request.Hour is { } hour ? string.Create(CultureInfo.InvariantCulture, $" {hour:HH:mm}") : ""),
        Fact.Urgency => examined.Request.Urgent ? "urgent" : "not urgent",
        Fact.Matters => Joined(examined.Request.Matters.Select(matter => matter.ToString())),
        Fact.Breach => examined.Request.Breach?.ToString() ?? None,
        Fact.Details => Joined(Details(examined.Request)),
        Fact.Software => Software(examined),
        Fact.Together => Joined(examined.Together.Select(other => other.Operation.Id)),
        Fact.Licences => Licences(examined.Customer?.Subscription.Licences),
        Fact.Backups => Backups(examined.Customer?.Subscription.Backups),
        Fact.Hours => Hours(examined),
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? None;

    private static string Joined(IEnumerable<string>? items) => items is not null && string.Join(' ', items) is { Length: > 0 } text ? text : None;

    private static IEnumerable<string> Details(UnderstoodRequest request)
    {
        if (request.Person is not null) yield return "person";
        foreach (var name in request.Fields.Keys) yield return name;
    }

    // A brand is no name of a person; it comes out of the reader's closed vocabulary.
    private static string Software(Case examined) =>
        $"{examined.Request.Fields.GetValueOrDefault(FieldNames.Software) ?? None}, listed {Joined(examined.Customer?.Subscription.OfficeSoftware)}";

    private static string Licences(LicenceCount? count) =>
        count is null ? None : string.Create(CultureInfo.InvariantCulture, $"owned {count.Owned} used {count.Used} baseline {count.Baseline}");

    private static string Backups(BackupFacts? facts) => facts is null ? None : string.Create(
        CultureInfo.InvariantCulture, $"history {facts.HistoryDays?.ToString(CultureInfo.InvariantCulture) ?? None} mail {(facts.Mail ? "yes" : "no")} servers {(facts.Servers is null ? None : "yes")}");

    private static string Urgent(Case examined) =>
        examined.Customer?.Subscription.UrgentHours is { } hours ? string.Create(CultureInfo.InvariantCulture, $" urgent {hours}") : "";

    private static string Hours(Case examined)
    {
        var hours = examined.Readings.ServiceHours;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{hours.Opening:HH:mm}-{hours.BreakFrom:HH:mm} {hours.BreakTo:HH:mm}-{hours.Closing:HH:mm}{(examined.Customer?.Subscription.Weekend is null ? "" : " weekend")}{Urgent(examined)}");
    }
}
