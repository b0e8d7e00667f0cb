using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract;

/// <summary>The facts of a row, "key=value; key=value": what the words say, what the order form says, and the readings that differ.</summary>
internal static class ContractRowFacts
{
    public static Case Apply(Case plain, string facts) => facts.Split("; ").Aggregate(plain, (examined, fact) =>
    {
        var (key, value) = fact.Split('=') is [var name, var given] ? (name, given) : (fact, "");
        return key switch
        {
            "reading" => examined with { Readings = Reading(examined.Readings, value) },
            "with" => examined with { Together = [new UnderstoodRequest { Operation = AllOperations.Get(value), Confidence = 0.9 }] },
            "asked-by-another" => examined with { AskedByAnother = true },
            "person" or "address" or "date" or "matters" or "urgent" => examined with { Request = Words(examined.Request, key, value) },
            _ => examined.With(subscription => OrderForm(subscription, key, value)),
        };
    });

    private static UnderstoodRequest Words(UnderstoodRequest request, string key, string value) => key switch
    {
        "person" => request with { Person = value },
        "address" => request with { Fields = request.Fields.SetItem(FieldNames.Addresses, value) },
        "date" => request with { Date = Day(value) },
        "matters" => request with { Matters = [.. value.Split(',').Select(Enum.Parse<Matter>)] },
        _ => request with { Urgent = true },
    };

    private static Subscription OrderForm(Subscription subscription, string key, string value) => key switch
    {
        "ended" => subscription with { TerminatedOn = Day(value) },
        "suspended" => subscription with { Suspended = new Suspension(Day(value), "unpaid") },
        "licences" => subscription with { Licences = Licences([.. value.Split('/').Select(Number)]) },
        "history" => subscription with { Backups = subscription.Backups with { HistoryDays = Number(value) } },
        "mail" => subscription with { Backups = subscription.Backups with { Mail = true } },
        "servers" => subscription with { Backups = subscription.Backups with { Servers = Runs(value.Split('@')) } },
        "weekend" => subscription with { Weekend = Weekend(value.Split(',')) },
        "urgent-hours" => subscription with { UrgentHours = Number(value) },
        _ => throw new FormatException($"no fact is called {key}"),
    };

    private static Readings Reading(Readings readings, string text)
    {
        var (name, yes) = (text.Split(':')[0], text.Split(':')[1] is "yes");
        return name switch
        {
            "Calendar" => readings with { Hours = yes ? HoursReading.Calendar : HoursReading.ServiceDays },
            "CompanyRules" => readings with { CompanyRules = yes },
            "WipeTakesTwo" => readings with { WipeTakesTwo = yes },
            "EmergenciesOnEveryChannel" => readings with { EmergenciesOnEveryChannel = yes },
            "SereniteInterventionsByMail" => readings with { SereniteInterventionsByMail = yes },
            "BotIsTheApplication" => readings with { BotIsTheApplication = yes },
            "PauseWhileCustomerOwes" => readings with { PauseWhileCustomerOwes = yes },
            "TargetHours" => readings with { TargetHours = Number(text.Split(':')[1]) },
            _ => throw new FormatException($"no reading is called {name}"),
        };
    }

    private static LicenceCount Licences(int[] count) => new(count[0], count[1], count[2]);

    private static BackupRuns Runs(string[] runs) => new(
        [.. runs[0].Split(',').Select(Enum.Parse<DayOfWeek>)], TimeOnly.ParseExact(runs[1], "HH:mm", CultureInfo.InvariantCulture));

    private static WeekendOption Weekend(string[] days) => new(days.Contains("sat"), days.Contains("sun"), days.Contains("holidays"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
