using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class InterventionsTests
{
    private readonly Interventions _clause = new();

    [Theory]
    [InlineData(null, false, "intervention-planned/XIV 1/-")]
    [InlineData(null, true, "intervention-urgent/XIV 1/-")]
    [InlineData("2026-11-25", true, "intervention-urgent/XIV 1/-")]
    [InlineData("2026-11-25", false, "intervention-between/XIV 1/-")] // tomorrow, but nobody says that it is urgent
    [InlineData("2026-11-30", false, "intervention-between/XIV 1/-")]
    [InlineData("2026-12-01", false, "intervention-planned/XIV 1/-")] // the fifth working day
    [InlineData("2026-12-31", false, "intervention-planned/XIV 1/-")]
    public void Visits_are_urgent_or_planned_and_the_hole_between_is_offered_as_planned(string? day, bool urgent, string found) =>
        Assert.Equal(found, _clause.Finds(Visit(urgent).On(day)));

    [Theory]
    [InlineData(null, "intervention-recurring/XIV 2/-")]
    [InlineData("2026-11-25", "intervention-recurring/XIV 2/-")]
    public void A_recurring_visit_changes_with_notice(string? day, string found) =>
        Assert.Equal(found, _clause.Finds(Visit().On(day).Saying(Matter.RecurringVisit)));

    [Theory]
    [InlineData(4, "sous 4\u00A0heures.")]
    [InlineData(1, "sous 1\u00A0heure.")]
    public void The_hours_of_the_order_form_are_said_and_no_others(int hours, string text)
    {
        var finding = Assert.Single(_clause.Examine(Visit(urgent: true).With(s => s with { UrgentHours = hours })));
        Assert.Equal("XIV 3", finding.Article.Number);
        Assert.EndsWith(text, finding.Text.Fr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-04-30 10:00", "lundi 11\u00A0mai 2026.")] // 1 and 8 May are no working days
    [InlineData("2026-12-24 10:00", "lundi 4\u00A0janvier 2027.")]
    [InlineData("2026-11-29 10:00", "vendredi 4\u00A0décembre 2026.")] // asked on a Sunday
    public void Five_working_days_are_counted(string received, string from) =>
        Assert.EndsWith(from, Assert.Single(_clause.Examine(Visit().At(received))).Text.Fr, StringComparison.Ordinal);

    [Fact]
    public void Only_visits_of_Serenite_are_sorted_so()
    {
        Assert.Equal("other.intervention", _clause.SpeaksOf(level: Level.Serenite));
        Assert.Empty(_clause.SpeaksOf(level: Level.Standard));
        Assert.Empty(_clause.SpeaksOf(level: Level.Premium));
        Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger(), Level.Serenite));
    }

    private static Case Visit(bool urgent = false)
    {
        var visit = A.Case(OtherOperations.Intervention, Level.Serenite);
        return visit with { Request = visit.Request with { Urgent = urgent } };
    }
}
