using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;
using Xunit.Abstractions;

namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>RELIABILITY.md, rows 34 to 36: every forged mail through the real reader and the real directory, and what the engine makes of it.</summary>
/// <param name="output">Where the counts are printed.</param>
public sealed class SpoofTableTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, SpoofRow> Forged =
        ForgedFields.Rows.Concat(ForgedExchange.Rows).Concat(ForgedSenders.Rows).ToDictionary(row => row.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, SpoofRow> Genuine = GenuineMails.Rows.ToDictionary(row => row.Name, StringComparer.Ordinal);

    public static TheoryData<string> ForgedNames => [.. Forged.Keys];

    public static TheoryData<string> GenuineNames => [.. Genuine.Keys];

    [Theory]
    [MemberData(nameof(ForgedNames))]
    public void A_forged_mail_proves_nobody(string name) => Assert.False(Forged[name].IsBelieved());

    [Theory]
    [MemberData(nameof(GenuineNames))]
    public void A_genuine_mail_is_believed(string name) => Assert.True(Genuine[name].IsBelieved());

    [Fact]
    public void The_table_is_as_long_as_it_says()
    {
        output.WriteLine($"forged {Forged.Count}, believed {Forged.Values.Count(row => row.IsBelieved())}; genuine {Genuine.Count}, believed {Genuine.Values.Count(row => row.IsBelieved())}");
        Assert.InRange(Forged.Count, 120, int.MaxValue);
        Assert.InRange(Genuine.Count, 40, int.MaxValue);
    }

    [Theory]
    [InlineData(AuthenticationProfile.Rfc8601)]
    [InlineData(AuthenticationProfile.ExchangeOnline)]
    public async Task What_a_forged_mail_asks_is_not_granted_and_no_answer_gives_a_detail(AuthenticationProfile profile)
    {
        var rows = Forged.Values.Where(row => row.Profile == profile).ToArray();
        await using var bench = new Bench(
            Bench.Live with { AnswersPerSenderPerHour = 1_000, AnswersPerCustomerPerHour = 1_000, UnknownAnswersPerHour = 1_000, AnswersPerHour = 10_000 },
            SpoofRow.ReaderOf(profile));
        await bench.TakeAsync([.. rows.Select((row, i) => Bench.Mail((uint)i + 1, row.ToBytes(i)))]);
        await bench.SendAllAsync();

        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            var ended = (await bench.Store.FindIntakeAsync(IntakeKeys.Of(Bench.Mail((uint)i + 1, [])), CancellationToken.None))!;
            Assert.True(ended is { End: LedgerEnd.Refused or LedgerEnd.Requests } or { Reason: "no-request" }, $"{row}: {ended.End} {ended.Reason}");
            foreach (var id in ended.Requests)
            {
                var state = (await bench.Store.FindRequestAsync(id, CancellationToken.None))!.State;
                Assert.False(state.Proven, row.Name);
                Assert.Equal(Verdict.ProveIdentity, state.Verdict);
            }
        }

        Assert.All(bench.Sender.Attempts, mail => Assert.DoesNotContain("Tessier", SentMail.Of(mail.Bytes).TextBody, StringComparison.Ordinal));
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task What_a_genuine_mail_asks_is_taken_as_asked()
    {
        var rows = Genuine.Values.Where(row => row.Profile is AuthenticationProfile.Rfc8601).ToArray();
        await using var bench = new Bench(Bench.Live with { AnswersPerSenderPerHour = 1_000, AnswersPerCustomerPerHour = 1_000, AnswersPerHour = 10_000 });
        await bench.TakeAsync([.. rows.Select((row, i) => Bench.Mail((uint)i + 1, row.ToBytes(i)))]);
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            var ended = (await bench.Store.FindIntakeAsync(IntakeKeys.Of(Bench.Mail((uint)i + 1, [])), CancellationToken.None))!;
            var state = (await bench.Store.FindRequestAsync(Assert.Single(ended.Requests), CancellationToken.None))!.State;
            Assert.True(state.Proven, row.Name);
            Assert.NotEqual(Verdict.ProveIdentity, state.Verdict);
        }
    }
}
