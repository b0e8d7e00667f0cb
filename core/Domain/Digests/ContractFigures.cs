using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Digests;

/// <summary>What contracts allow SI-ONE on a day, as figures to propose (Art. 2, 4, 4.1, 17). Nobody is told of them but SI-ONE, and nothing follows by itself.</summary>
/// <param name="LegalRatePercent">The legal rate of interest in percent, as it is applied a month (Art. 4); null: no penalty is worked out.</param>
/// <param name="PriceIndex">The new value of the index (Art. 4.1); null: no price is.</param>
public sealed record ContractFigures(decimal? LegalRatePercent = null, decimal? PriceIndex = null)
{
    /// <summary>More days than these late, SI-ONE may suspend (Art. 4).</summary>
    public const int DaysOfGrace = 15;

    /// <summary>A Reading: how many days before its notice date a contract is shown.</summary>
    private const int NoticeWithinDays = 60;

    private const decimal TimesLegalRate = 1.5m;

    /// <summary>The payments that are late by more than 15 days, longest first.</summary>
    public ImmutableArray<LatePayment> LatePayments(IEnumerable<Customer> customers, DateOnly today) =>
    [
        .. from customer in customers
           let since = customer.Subscription.OverdueSince
           where since is not null && today.DayNumber - since.Value.DayNumber > DaysOfGrace
           orderby since, customer.Name
           select new LatePayment(customer.Name, since.Value, today.DayNumber - since.Value.DayNumber)
           {
               Euros = customer.Subscription.OverdueEuros,
               MonthlyPercent = LegalRatePercent * TimesLegalRate,
               Months = MonthsBetween(since.Value, today),
           },
    ];

    /// <summary>The prices of the next or last 1 January, told in December and January alone.</summary>
    public ImmutableArray<PriceRevision> PriceRevisions(IEnumerable<Customer> customers, DateOnly today) => today.Month is not (12 or 1) || PriceIndex is not { } index
        ? []
        : [.. from customer in Running(customers, today)
              where customer.Subscription.Price is not null
              orderby customer.Name
              select new PriceRevision(customer.Name, customer.Subscription.Price!.MonthlyEuros, customer.Subscription.Price.Index, index)];

    /// <summary>The contracts whose notice date is within 60 days, soonest first.</summary>
    public static ImmutableArray<NoticeNear> Notices(IEnumerable<Customer> customers, DateOnly today) =>
    [
        .. from customer in Running(customers, today)
           let term = customer.Subscription.Term
           where term is not null && customer.Subscription.TerminatedOn is null
           let last = term.LastNoticeDay(today)
           where last >= today && last.DayNumber - today.DayNumber <= NoticeWithinDays
           orderby last, customer.Name
           select new NoticeNear(customer.Name, last, term.EndOfTerm(today)),
    ];

    /// <summary>The customers whose licences have grown by more than a tenth.</summary>
    /// <param name="licences">What is known of each customer's licences, best knowledge first.</param>
    public static ImmutableArray<LicenceGrowth> Growth(IEnumerable<(Customer Customer, DigestLicences Licences)> licences) =>
    [
        .. from known in licences
           where known.Licences.AllowsRevision
           orderby known.Customer.Name
           select new LicenceGrowth(known.Customer.Name, known.Licences.Baseline!.Value, known.Licences.Owned),
    ];

    /// <summary>The customers whose contract is not over (Art. 2).</summary>
    public static IEnumerable<Customer> Running(IEnumerable<Customer> customers, DateOnly today) =>
        customers.Where(customer => customer.Subscription.TerminatedOn is not { } last || last >= today);

    /// <summary>Whole months, and of the one that has begun its part of days: the contract counts by the month of delay (Art. 4).</summary>
    private static decimal MonthsBetween(DateOnly since, DateOnly today)
    {
        var whole = 0;
        while (since.AddMonths(whole + 1) <= today) whole++;
        var begun = since.AddMonths(whole);
        var length = since.AddMonths(whole + 1).DayNumber - begun.DayNumber;
        return decimal.Round(whole + ((decimal)(today.DayNumber - begun.DayNumber) / length), 2, MidpointRounding.AwayFromZero);
    }
}
