using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class EffectiveDateGovernsTests
{
    private const string Found = "effective-date/13/-";

    private readonly EffectiveDateGoverns _clause = new();

    [Theory]
    [InlineData("mailbox.create", null, "2026-11-24 10:00", "")]
    [InlineData("mailbox.create", "2026-12-07", "2026-11-24 10:00", Found)]
    [InlineData("mailbox.create", "2026-11-26", "2026-11-24 00:00", Found)] // 48 hours to the minute
    [InlineData("mailbox.create", "2026-11-26", "2026-11-24 00:01", "")]
    [InlineData("mailbox.create", "2026-11-30", "2026-11-27 17:00", Found)] // notice over a week-end, earlier than the hours
    [InlineData("mailbox.create", "2026-11-20", "2026-11-24 10:00", "")] // a day that has passed
    [InlineData("licence.arrival", "2026-11-30", "2026-11-24 10:00", Found)] // later than the hours, though the week was not kept
    [InlineData("licence.departure", "2026-11-26", "2026-11-24 14:10", Found)] // the end of the day is later than the hours
    [InlineData("licence.departure", "2026-11-25", "2026-11-24 14:10", "")]
    [InlineData("restore.file", "2026-12-07", "2026-11-24 10:00", "")] // the state asked for
    [InlineData("licence.password", "2026-12-07", "2026-11-24 10:00", "")]
    [InlineData("phone.prepare", "2026-12-07", "2026-11-24 10:00", "")] // a target
    public void The_date_is_said_where_it_is_what_is_promised(string operation, string? day, string received, string found) =>
        Assert.Equal(found, _clause.Finds(A.Case(AllOperations.Get(operation)).On(day).At(received)));

    [Theory]
    [InlineData("licence.arrival", "Ce sera prêt au début de la journée indiquée, le lundi 7\u00A0décembre 2026.")]
    [InlineData("licence.departure", "Ce sera appliqué le lundi 7\u00A0décembre 2026, et pas avant.")]
    public void What_begins_is_ready_for_its_day_and_what_ends_is_never_applied_before_it(string operation, string text) =>
        Assert.Equal(text, Assert.Single(_clause.Examine(A.Case(AllOperations.Get(operation)).On("2026-12-07"))).Text.Fr);

    [Fact]
    public void In_every_case_it_agrees_with_the_promise() => Assert.All(
        from operation in AllOperations.List
        from day in new[] { "2026-11-20", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-29", "2026-12-01", "2026-12-25" }
        select A.Case(operation).About("Bo Autre").On(day),
        examined =>
        {
            var due = Judgement.Of(examined).Due;
            var undated = Judgement.Of(examined.On(day: null)).Due;
            if (_clause.Finds(examined).Length == 0 && examined.Operation.Promise is Promise.Commitment) Assert.Equal(undated?.At, due?.At);
        });

    [Fact]
    public void A_stranger_is_promised_nothing() => Assert.Empty(_clause.SpeaksOf(plain => plain.On("2026-12-07").FromStranger()));
}
