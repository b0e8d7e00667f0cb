using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class NotSuspendedTests
{
    private const string Found = "contract-suspended/4/suspended";

    private readonly NotSuspended _clause = new();

    [Theory]
    [InlineData("mailbox.create", null, "2026-11-24 10:00", "")]
    [InlineData("mailbox.create", "2026-11-24", "2026-11-23 23:59:59", "")]
    [InlineData("mailbox.create", "2026-11-24", "2026-11-24 00:00", Found)] // the first suspended day, from its start in Paris
    [InlineData("mailbox.create", "2026-01-01", "2026-11-24 10:00", Found)]
    [InlineData("phone.lost", "2026-01-01", "2026-11-24 10:00", Found)]
    [InlineData("other.data-rights", "2026-01-01", "2026-11-24 10:00", "")] // rights on data are never suspended
    public void A_suspension_counts_from_its_day(string operation, string? since, string received, string found)
    {
        var suspension = since is null ? null
            : new Suspension(DateOnly.ParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture), "invoice 17 unpaid");
        var examined = A.Case(AllOperations.Get(operation)).With(s => s with { Suspended = suspension }) with { ReceivedAt = Paris.At(received) };
        Assert.Equal(found, _clause.Finds(examined));
    }

    [Theory]
    [InlineData("2026-11-24", Found)] // the last day is a day of the contract
    [InlineData("2026-11-23", "")]
    public void A_contract_that_has_ended_is_not_suspended(string last, string found) => Assert.Equal(
        found,
        _clause.Finds(A.Case(RestoreOperations.File).With(s => s with
        {
            Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid"),
            TerminatedOn = A.Day(last),
        })));

    [Theory]
    [InlineData("2026-11-10", "")]
    [InlineData("2026-11-09", "suspension-possible/4/-")] // the fifteenth day
    public void After_fifteen_days_unpaid_technicians_read_that_a_suspension_is_possible(string since, string found)
    {
        var asked = A.Case(MailboxOperations.Create).With(s => s with { OverdueSince = A.Day(since) });
        Assert.Equal(found, _clause.Finds(asked));
        Assert.All(_clause.Examine(asked), finding => Assert.Equal(Audience.Technicians, finding.Audience));
        Assert.Equal(Found, _clause.Finds(asked.With(s => s with { Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid") })));
        Assert.Empty(_clause.Finds(asked.With(s => s with { TerminatedOn = new DateOnly(2026, 11, 1) })));
    }

    [Fact]
    public void The_reason_is_never_shown()
    {
        var examined = A.Case(MailboxOperations.Create).With(s => s with { Suspended = new Suspension(new DateOnly(2026, 1, 1), "invoice 17 unpaid") });
        var text = Assert.Single(_clause.Examine(examined)).Text;
        Assert.DoesNotContain("invoice", text.Fr + text.En, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_stranger_learns_nothing_of_suspensions() => Assert.Empty(_clause.Finds(A.Case(MailboxOperations.Create).FromStranger()));
}
