using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Contract;

/// <summary>A case judged under the contract: findings, verdict, and what is promised about time.</summary>
/// <param name="Findings">What all clauses found.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="Promise">What is promised about time.</param>
/// <param name="Due">When it is due if the clock runs; for a draft the shadow due time; null when nothing is promised.</param>
public sealed record Judgement(ImmutableArray<Finding> Findings, Verdict Verdict, Promise Promise, Due? Due)
{
    /// <summary>The clock runs from receipt.</summary>
    public bool ClockRuns => Verdict is Verdict.Accepted && Due is not null;

    /// <summary>The clock stands still because the customer owes an answer (Art. 10, 13; Reading).</summary>
    public bool Paused { get; init; }

    /// <summary>The due instant as the customer is told it: null unless the clock runs.</summary>
    public DateTimeOffset? ToldDue => ClockRuns ? Due!.At : null;

    /// <summary>Which article promises the 48 hours to this customer: that of a part subscribed (Art. 11, 14, 22: mail, Microsoft 365, backups). Null: none.</summary>
    public static Article? PromisedUnder(Operation operation, Customer customer)
    {
        if (operation.Promise is not Promise.Commitment) return null;
        var promising = operation.Articles.Where(article => PartOf(article) is not null).ToImmutableArray();
        return promising.Where(article => customer.Subscription.Services.Overlaps(PartOf(article)!)).Cast<Article?>().FirstOrDefault()
            ?? promising.Cast<Article?>().FirstOrDefault();
    }

    private static Service[]? PartOf(Article article) => article.Number switch
    {
        "11" => [Service.Messaging],
        "14" => [Service.Microsoft365],
        "22" => [Service.Backup, Service.Backup365],
        _ => null,
    };

    /// <summary>Examines a case under all clauses.</summary>
    public static Judgement Of(Case examined)
    {
        var findings = Terms.Examine(examined).RemoveAll(finding => finding.LeadsTo is { } verdict && examined.Settled.Contains(verdict));
        var verdict = Verdicts.Of(findings);
        if (verdict is Verdict.UnknownSender or Verdict.Terminated or Verdict.Suspended or Verdict.Quote)
            return new Judgement(findings, verdict, Promise.None, Due: null);
        var due = PromisedTime.For(
            examined.Operation, examined.Customer!.Subscription, examined.Request.Urgent, examined.StartedAt,
            examined.Request.Date, examined.Readings, examined.Pauses);
        return new Judgement(findings, verdict, examined.Operation.Promise, due)
        {
            // Art. 10, 13; Reading: while the customer owes an answer the clock stands still.
            Paused = due is not null && examined.Readings.PauseWhileCustomerOwes
                && verdict is Verdict.ProveIdentity or Verdict.AwaitApproval or Verdict.AwaitDetails,
        };
    }
}
