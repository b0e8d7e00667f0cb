using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class RunningContractTests
{
    private const string Found = "contract-terminated/2/terminated";

    private readonly RunningContract _clause = new();

    [Theory]
    [InlineData("mailbox.create", null, "2026-11-24 10:00", "")]
    [InlineData("mailbox.create", "2026-11-24", "2026-11-24 23:59:59", "")] // the last day is a day of the contract, to its end in Paris
    [InlineData("mailbox.create", "2026-11-24", "2026-11-25 00:00", Found)]
    [InlineData("mailbox.create", "2026-12-31", "2026-11-24 10:00", "")]
    [InlineData("incident.security", "2026-11-23", "2026-11-24 10:00", Found)]
    [InlineData("other.none", "2026-11-23", "2026-11-24 10:00", Found)]
    [InlineData("other.data-rights", "2026-11-23", "2026-11-24 10:00", "")] // Art. 25 outlives the contract
    [InlineData("restore.file", "2026-10-30", "2026-11-23 23:59", "")] // Art. 23: fifteen working days
    [InlineData("restore.file", "2026-10-30", "2026-11-24 00:00", Found)]
    [InlineData("restore.plan", "2026-11-20", "2026-11-24 10:00", Found)] // changes nothing any more
    public void A_contract_gives_rights_until_its_last_day(string operation, string? last, string received, string found)
    {
        DateOnly? day = last is null ? null : DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var examined = A.Case(AllOperations.Get(operation)).With(s => s with { TerminatedOn = day }) with { ReceivedAt = Paris.At(received) };
        Assert.Equal(found, _clause.Finds(examined));
    }

    [Fact]
    public void A_stranger_learns_nothing_of_contracts() => Assert.Empty(_clause.Finds(A.Case(MailboxOperations.Create).FromStranger()));
}
