using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Domain.Tests.Digests;

/// <summary>What contracts allow SI-ONE on a day, as figures to propose.</summary>
public sealed class ContractFiguresTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Theory]
    [InlineData("2026-11-08", 0)] // 15 days: not more.
    [InlineData("2026-11-07", 1)]
    public void A_payment_is_told_after_fifteen_days(string since, int told) =>
        Assert.Equal(told, new ContractFigures().LatePayments([Of(overdue: DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture))], Day).Length);

    [Theory]
    [InlineData("2026-10-23", "1", "24.84")] // One month of 1.5 × 2.76 % on 600 €.
    [InlineData("2026-10-08", "1.5", "37.26")] // And half of November's thirty days.
    [InlineData("2026-08-31", "2.77", "68.81")] // From the 31st a month ends on the 30th.
    public void The_penalty_is_one_and_a_half_times_the_legal_rate_a_month(string since, string months, string penalty)
    {
        var late = Assert.Single(new ContractFigures(LegalRatePercent: 2.76m).LatePayments([Of(overdue: DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture), euros: 600)], Day));
        Assert.Equal(4.14m, late.MonthlyPercent);
        Assert.Equal((decimal.Parse(months, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(penalty, System.Globalization.CultureInfo.InvariantCulture)), (late.Months, late.Penalty));
    }

    [Fact]
    public void Without_a_rate_or_an_amount_there_is_no_penalty()
    {
        var since = Day.AddDays(-40);
        Assert.Null(Assert.Single(new ContractFigures().LatePayments([Of(overdue: since, euros: 600)], Day)).Penalty);
        Assert.Null(Assert.Single(new ContractFigures(LegalRatePercent: 2.76m).LatePayments([Of(overdue: since)], Day)).Penalty);
    }

    [Theory]
    [InlineData(2026, 11, 30, 0)]
    [InlineData(2026, 12, 1, 1)]
    [InlineData(2027, 1, 31, 1)]
    [InlineData(2027, 2, 1, 0)]
    public void Prices_are_told_around_the_first_of_January(int year, int month, int day, int told)
    {
        var priced = Of(price: new AgreedPrice(980.50m, 118.4m));
        var revisions = new ContractFigures(PriceIndex: 121.9m).PriceRevisions([priced, Of()], new DateOnly(year, month, day));
        Assert.Equal(told, revisions.Length);
        Assert.All(revisions, revision => Assert.Equal(1009.48m, revision.Revised)); // 980.50 × 121.9 / 118.4
        Assert.Empty(new ContractFigures().PriceRevisions([priced], new DateOnly(2027, 1, 1)));
    }

    [Theory]
    [InlineData("2026-04-23", 1)] // Ends on 22 April 2027: a notice counts until 22 January 2027, 60 days from now.
    [InlineData("2026-04-24", 0)]
    [InlineData("2026-02-24", 1)] // Until 23 November 2026: today.
    [InlineData("2026-02-23", 0)]
    public void A_contract_is_told_sixty_days_before_its_notice_date(string start, int told)
    {
        var running = Of(term: new ContractTerm(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), 12));
        Assert.Equal(told, ContractFigures.Notices([running], Day).Length);
        Assert.Empty(ContractFigures.Notices([running with { Subscription = running.Subscription with { TerminatedOn = Day.AddDays(90) } }], Day));
    }

    [Fact]
    public void Growth_of_more_than_a_tenth_is_told() => Assert.Equal(
        [new LicenceGrowth("Big", 10, 12)],
        ContractFigures.Growth([(Of("Big"), new DigestLicences([], 12, 12, 10)), (Of("Small"), new DigestLicences([], 11, 11, 10)), (Of("None"), new DigestLicences([], 90, 1, null))]).AsEnumerable());

    private static Customer Of(string name = "Atelier", DateOnly? overdue = null, decimal? euros = null, AgreedPrice? price = null, ContractTerm? term = null) => new()
    {
        Id = "a",
        Name = name,
        Subscription = new Subscription { Level = Level.Standard, Services = [Service.Maintenance], OverdueSince = overdue, OverdueEuros = euros, Price = price, Term = term },
    };
}
