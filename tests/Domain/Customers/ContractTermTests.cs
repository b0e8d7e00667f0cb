using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Customers;

/// <summary>Art. 2: renewed by tacit agreement for the same length, unless notice is received three months before the end.</summary>
public sealed class ContractTermTests
{
    [Theory]
    [InlineData("2026-01-01", 12, "2026-01-01", "2026-12-31", "2026-09-30")]
    [InlineData("2026-01-01", 12, "2026-12-31", "2026-12-31", "2026-09-30")] // the last day belongs to the term
    [InlineData("2026-01-01", 12, "2027-01-01", "2027-12-31", "2027-09-30")] // renewed
    [InlineData("2023-07-03", 36, "2026-07-02", "2026-07-02", "2026-04-02")]
    [InlineData("2023-07-03", 36, "2026-07-03", "2029-07-02", "2029-04-02")] // for the same length
    [InlineData("2023-07-03", 36, "2041-01-01", "2041-07-02", "2041-04-02")]
    [InlineData("2026-06-01", 12, "2025-01-01", "2027-05-31", "2027-02-28")] // not begun yet: its first term
    [InlineData("2026-11-01", 1, "2026-12-01", "2026-12-31", "2026-09-30")] // shorter than its notice
    // A term that starts on a day that its end has not.
    [InlineData("2026-01-31", 1, "2026-02-10", "2026-02-27", "2025-11-27")]
    [InlineData("2026-01-31", 1, "2026-02-28", "2026-03-30", "2025-12-30")]
    [InlineData("2025-08-31", 6, "2025-09-01", "2026-02-27", "2025-11-27")]
    // Leap years.
    [InlineData("2024-02-29", 12, "2024-06-01", "2025-02-27", "2024-11-27")]
    [InlineData("2024-02-29", 12, "2027-06-01", "2028-02-28", "2027-11-28")] // four years on the day is there again
    [InlineData("2027-03-01", 12, "2027-06-01", "2028-02-29", "2027-11-30")]
    [InlineData("2027-06-01", 12, "2028-05-31", "2028-05-31", "2028-02-29")]
    public void A_term_ends_and_has_its_last_day_of_notice(string start, int months, string today, string end, string notice)
    {
        var term = new ContractTerm(A.Day(start), months);
        Assert.Equal((A.Day(end), A.Day(notice)), (term.EndOfTerm(A.Day(today)), term.LastNoticeDay(A.Day(today))));
    }

    [Theory]
    [InlineData("2024-02-29", 12)]
    [InlineData("2026-01-31", 1)]
    [InlineData("2025-12-31", 6)]
    [InlineData("2023-07-03", 36)]
    public void The_terms_follow_each_other_without_a_gap(string start, int months)
    {
        var term = new ContractTerm(A.Day(start), months);
        var day = term.Start;
        for (var i = 0; i < 40; i++)
        {
            var end = term.EndOfTerm(day);
            Assert.True(day <= end, $"{day} is after the end {end}");
            Assert.Equal(end, term.EndOfTerm(end));
            Assert.True(term.EndOfTerm(end.AddDays(1)) > end);
            day = end.AddDays(1);
        }

        // Counted from the first start each time: a short month takes no day from those that follow.
        Assert.Equal(term.Start.AddMonths(40 * months), day);
    }
}
