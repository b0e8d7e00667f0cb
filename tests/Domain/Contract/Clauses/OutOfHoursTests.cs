using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class OutOfHoursTests
{
    private readonly OutOfHours _clause = new();

    [Theory]
    [InlineData("2026-11-24 08:29", "le mardi 24~novembre 2026 à~8~h~30")]
    [InlineData("2026-11-24 08:30", null)]
    [InlineData("2026-11-24 12:29", null)]
    [InlineData("2026-11-24 13:00", "le mardi 24~novembre 2026 à~14~h")]
    [InlineData("2026-11-24 14:00", null)]
    [InlineData("2026-11-24 17:59", null)]
    [InlineData("2026-11-24 18:01", "le mercredi 25~novembre 2026 à~8~h~30")]
    [InlineData("2026-11-27 19:00", "le lundi 30~novembre 2026 à~8~h~30")]
    [InlineData("2026-11-28 10:00", "le lundi 30~novembre 2026 à~8~h~30")]
    [InlineData("2026-12-24 19:00", "le lundi 28~décembre 2026 à~8~h~30")] // Christmas is a Friday
    [InlineData("2026-05-13 20:00", "le vendredi 15~mai 2026 à~8~h~30")] // the Friday after Ascension is served
    public void Who_writes_outside_the_hours_is_told_when_they_begin(string received, string? next)
    {
        var found = _clause.Examine(A.Case(IncidentOperations.Help).At(received));
        if (next is null) Assert.Empty(found);
        else Assert.EndsWith($"reprennent {next}.", Assert.Single(found).Text.Fr.Replace('\u00A0', '~'), StringComparison.Ordinal);
    }

    [Fact]
    public void The_weekend_option_opens_its_days() => Assert.Empty(_clause.Finds(
        A.Case(IncidentOperations.Help).With(s => s with { Weekend = new WeekendOption() }).At("2026-11-28 10:00")));

    [Fact]
    public void The_hours_are_a_reading_and_a_setting()
    {
        var morning = A.Case(IncidentOperations.Help).At("2026-11-24 08:45");
        Assert.Empty(_clause.Finds(morning));
        var later = morning with { Readings = Readings.Default with { ServiceHours = new DayHours() with { Opening = new TimeOnly(9, 0) } } };
        Assert.True(Assert.Single(_clause.Examine(later)).IsReading);
    }

    [Fact]
    public void It_refuses_nothing_and_leaves_emergencies_and_thanks_alone() => Assert.Equal(
        AllOperations.List.Where(operation => operation.IsRequest && !operation.Emergency).Select(operation => operation.Id),
        AllOperations.List.Where(operation => _clause.Finds(A.Case(operation).At("2026-11-24 23:00")) == "out-of-hours/3/-").Select(operation => operation.Id));

    [Fact]
    public void A_stranger_learns_no_hours() => Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger().At("2026-11-24 23:00")));
}
