using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class NoticeOwedTests
{
    private const string Mailbox = "short-notice-mailbox/13/-";
    private const string Account = "short-notice-account/16/-";
    private const string Licence = "short-notice-licence/16/-";

    private readonly NoticeOwed _clause = new();

    [Theory]
    [InlineData("mailbox.create", null, "2026-11-24 10:00", "")]
    [InlineData("mailbox.create", "2026-11-26", "2026-11-24 00:00", "")] // 48 hours to the minute
    [InlineData("mailbox.create", "2026-11-26", "2026-11-24 00:01", Mailbox)]
    [InlineData("mailbox.create", "2026-03-30", "2026-03-28 00:00", "")] // 48 hours on the wall, 47 elapsed
    [InlineData("mailbox.create", "2026-10-26", "2026-10-24 00:01", Mailbox)] // less than 48 on the wall, more elapsed
    [InlineData("mailbox.create", "2026-11-28", "2026-11-27 18:00", Mailbox)] // a Saturday
    [InlineData("mailbox.create", "2026-11-30", "2026-11-27 18:00", "")]
    [InlineData("mailbox.create", "2026-11-24", "2026-11-24 10:00", Mailbox)] // today
    [InlineData("mailbox.create", "2026-11-23", "2026-11-24 10:00", "")] // a day that has passed
    [InlineData("mailbox.close", "2026-11-26", "2026-11-24 10:00", "")] // promised: the end of that day is later than the hours
    [InlineData("mailbox.close", "2026-11-25", "2026-11-24 10:00", Mailbox)]
    [InlineData("licence.arrival", "2026-12-01", "2026-11-24 00:00", "")] // seven days to the minute
    [InlineData("licence.arrival", "2026-12-01", "2026-11-24 00:01", Licence)] // promised, but for a licence
    [InlineData("licence.arrival", "2026-11-27", "2026-11-24 10:00", Licence)]
    [InlineData("licence.arrival", "2026-11-26", "2026-11-24 10:00", Account)] // earlier than the hours
    [InlineData("licence.departure", "2026-11-25", "2026-11-24 10:00", "")] // owes none
    [InlineData("licence.sharepoint", "2026-11-25", "2026-11-24 10:00", "")]
    [InlineData("phone.prepare", "2026-11-25", "2026-11-24 10:00", "")]
    public void Short_notice_is_told_with_what_cannot_be_promised(string operation, string? day, string received, string found) =>
        Assert.Equal(found, _clause.Finds(A.Case(AllOperations.Get(operation)).On(day).At(received)));

    [Fact]
    public void Whatever_owes_notice_is_told_of_it() => Assert.Equal(
        string.Join(' ', AllOperations.List.Where(operation => operation.NoticeOwedBy is not null)), _clause.SpeaksOf(plain => plain.On("2026-11-25")));

    /// <summary>A sentence that says the date cannot be promised never stands beside one that promises it.</summary>
    [Fact]
    public void What_is_promised_is_never_said_not_to_be() => Assert.All(
        from operation in AllOperations.List
        from day in Enumerable.Range(-3, 20)
        from hour in new[] { "00:00", "09:30", "23:59" }
        select A.Case(operation).On(A.Day("2026-11-24").AddDays(day)).At($"2026-11-24 {hour}"),
        examined => Assert.False(
            _clause.Finds(examined) is Mailbox or Account && EffectiveDateGoverns.Applies(examined, examined.Request.Date!.Value),
            $"{examined.Operation} {examined.Request.Date} {examined.ReceivedAt}"));

    [Fact]
    public void A_stranger_owes_nothing() => Assert.Empty(_clause.SpeaksOf(plain => plain.On("2026-11-25").FromStranger()));
}
