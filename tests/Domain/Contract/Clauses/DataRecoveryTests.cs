using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class DataRecoveryTests
{
    private const string Found = "data-recovery/23/-";

    private readonly DataRecovery _clause = new();

    [Theory]
    [InlineData(null, "2026-11-24 10:00", "")]
    [InlineData("2026-11-24", "2026-11-24 23:59", "")] // the contract still runs
    [InlineData("2026-11-24", "2026-11-25 00:00", Found)]
    [InlineData("2026-10-30", "2026-11-23 23:59", Found)] // the fifteenth working day, 11 November not counted
    [InlineData("2026-10-30", "2026-11-24 00:00", "")]
    [InlineData("2026-04-30", "2026-05-27 12:00", Found)] // 1 and 8 May, Ascension and Whit Monday
    [InlineData("2026-04-30", "2026-05-28 00:00", "")]
    public void Data_can_be_recovered_for_fifteen_working_days(string? last, string received, string found) =>
        Assert.Equal(found, _clause.Finds(Restore(last).At(received)));

    [Fact]
    public void Only_what_recovers_data_is_open() =>
        Assert.Equal("restore.file restore.mailbox restore.site", _clause.SpeaksOf(plain => plain.With(s => s with { TerminatedOn = A.Day("2026-11-20") })));

    [Fact]
    public void No_option_adds_to_working_days() => Assert.Empty(_clause.Finds(
        Restore("2026-10-30").With(s => s with { Weekend = new WeekendOption(Holidays: true) }).At("2026-11-24 00:00")));

    [Fact]
    public void The_last_day_is_said() => Assert.EndsWith(
        "jusqu’au soir du vendredi 11\u00A0décembre 2026.", Assert.Single(_clause.Examine(Restore("2026-11-20"))).Text.Fr, StringComparison.Ordinal);

    private static SiOne.Bot.Domain.Contract.Case Restore(string? last) =>
        A.Case(RestoreOperations.File).With(s => s with { TerminatedOn = last is null ? null : A.Day(last) });
}
