using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract;

/// <summary>What <c>explain --trace</c> says that a clause looked at.</summary>
public sealed class FactsTests
{
    private static readonly Case Rich = Whole();

    [Theory]
    [InlineData(Fact.Customer, "acme", "-")]
    [InlineData(Fact.ContractEnd, "2026-12-31", "-")]
    [InlineData(Fact.Suspension, "2026-11-20", "-")]
    [InlineData(Fact.Term, "2024-01-01 36 months", "-")]
    [InlineData(Fact.Payment, "2026-10-01", "-")]
    [InlineData(Fact.Operation, "licence.departure", "incident.help")]
    [InlineData(Fact.Services, "Messaging Microsoft365", "-")]
    [InlineData(Fact.Level, "Serenite", "-")]
    [InlineData(Fact.Channel, "Application", "Mail")]
    [InlineData(Fact.Proof, "proven", "unproven")]
    [InlineData(Fact.Role, "Direction, speaks for direction", "Employee")]
    [InlineData(Fact.Concerned, "somebody else", "the sender")]
    [InlineData(Fact.Received, "2026-11-24T10:00:00+01:00", "2026-11-24T10:00:00+01:00")]
    [InlineData(Fact.Date, "2026-12-04 12:00", "-")]
    [InlineData(Fact.Urgency, "urgent", "not urgent")]
    [InlineData(Fact.Matters, "Accident LocalFolder", "-")]
    [InlineData(Fact.Details, "person addresses software", "-")]
    [InlineData(Fact.Software, "sage 50, listed EBP Sage", "-, listed -")]
    [InlineData(Fact.Together, "licence.arrival", "-")]
    [InlineData(Fact.Licences, "owned 20 used 19 baseline 18", "-")]
    [InlineData(Fact.Backups, "history 30 mail yes servers yes", "-")]
    [InlineData(Fact.Hours, "08:30-12:30 14:00-18:00 weekend urgent 4", "08:30-12:30 14:00-18:00")]
    public void A_fact_says_its_value_or_that_there_is_none(Fact fact, string rich, string poor)
    {
        Assert.Equal(rich, Facts.Of(Rich, fact));
        Assert.Equal(poor, Facts.Of(A.Case(IncidentOperations.Help, proven: false).FromStranger(), fact));
    }

    [Fact]
    public void What_the_file_does_not_say_of_backups_is_said() =>
        Assert.Equal("history - mail no servers -", Facts.Of(A.Case(IncidentOperations.Help), Fact.Backups));

    private static Case Whole()
    {
        var plain = A.Case(LicenceOperations.Departure, Level.Serenite).About("Bo Autre").Saying(Matter.LocalFolder, Matter.Accident).TogetherWith(LicenceOperations.Arrival);
        return (plain with
        {
            Request = plain.Request with
            {
                Date = new DateOnly(2026, 12, 4),
                Hour = new TimeOnly(12, 0),
                Urgent = true,
                Fields = ImmutableSortedDictionary<string, string>.Empty.Add(FieldNames.Addresses, "bo@acme.example").Add(FieldNames.Software, "sage 50"),
            },
        }).With(s => s with
        {
            Services = [Service.Microsoft365, Service.Messaging],
            TerminatedOn = new DateOnly(2026, 12, 31),
            Suspended = new Suspension(new DateOnly(2026, 11, 20), "unpaid"),
            Term = new ContractTerm(new DateOnly(2024, 1, 1), 36),
            OverdueSince = new DateOnly(2026, 10, 1),
            OfficeSoftware = ["EBP", "Sage"],
            Licences = new LicenceCount(20, 19, 18),
            Backups = new BackupFacts { HistoryDays = 30, Mail = true, Servers = new BackupRuns([DayOfWeek.Monday], new TimeOnly(1, 0)) },
            Weekend = new WeekendOption(),
            UrgentHours = 4,
        });
    }
}
