using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Alarms;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Digests;

/// <summary>Makes SI-ONE's own digest out of the store and the customer files.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="directory">The customers.</param>
/// <param name="tenants">What their tenants say of licences, where that is known.</param>
/// <param name="backups">What backup products told.</param>
/// <param name="figures">What a person has entered to work with.</param>
/// <param name="options">After how long a backup is late, and whether anybody can tell of one.</param>
public sealed class OwnDigestReader(
    IStore store, ICustomerDirectory directory, ITenantFacts tenants, BackupBook backups, ContractFigures figures, EngineOptions options)
{
    /// <summary>The digest of a week that is over.</summary>
    /// <param name="week">Which one.</param>
    /// <param name="now">When it is made, UTC.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<OwnDigest> ReadAsync(IsoWeek week, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var customers = directory.Snapshot.All(now);
        var today = ParisTime.DateOf(now);
        var digest = await WithEffectsAsync(await WithRequestsAsync(new OwnDigest { Week = week }, customers, now, cancellationToken), cancellationToken);
        digest = await WithBackupsAsync(digest, customers, now, cancellationToken);
        return digest with
        {
            Quarantined = await store.AllIntakeAsync(cancellationToken).CountAsync(row => row.End is LedgerEnd.Quarantined, cancellationToken),
            LatePayments = figures.LatePayments(customers, today),
            PriceRevisions = figures.PriceRevisions(customers, today),
            Notices = ContractFigures.Notices(customers, today),
            Growth = ContractFigures.Growth(await LicencesAsync(customers, now, cancellationToken)),
        };
    }

    private async Task<OwnDigest> WithRequestsAsync(OwnDigest digest, ImmutableArray<Customer> customers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var names = customers.ToDictionary(customer => customer.Id, customer => customer.Name, StringComparer.Ordinal);
        var (overdue, soon, expired) = (new List<OwnDue>(), new List<OwnDue>(), new List<OwnDraft>());
        await foreach (var document in store.AllRequestsAsync(cancellationToken))
        {
            var state = document.State;
            var customer = names.GetValueOrDefault(state.CustomerId, state.CustomerId); // One that has left the files keeps its id.
            if (ExpiredAsDraft(document) is { } closedAt && digest.Week.Holds(closedAt)) expired.Add(new OwnDraft(state.Reference, state.OperationId, customer));
            if (!state.ClockRuns || state.Due is not { } due) continue;
            if (due.At < now) overdue.Add(new OwnDue(state.Reference, state.OperationId, customer, due.At));
            else if (due.Earliest < digest.Week.Next.To) soon.Add(new OwnDue(state.Reference, state.OperationId, customer, due.Earliest));
        }

        return digest with { Overdue = [.. overdue.OrderBy(one => one.At)], DueSoon = [.. soon.OrderBy(one => one.At)], ExpiredDrafts = [.. expired] };
    }

    private async Task<OwnDigest> WithEffectsAsync(OwnDigest digest, CancellationToken cancellationToken)
    {
        var caps = new HashSet<string>(StringComparer.Ordinal);
        var (held, undelivered) = (0, 0);
        await foreach (var row in store.AllOutboxAsync(cancellationToken))
        {
            if (row.State is OutboxState.Held) held++;
            if (row is { State: OutboxState.Failed, DoneAt: { } failedAt } && digest.Week.Holds(failedAt)) undelivered++;
            // An alarm goes two ways: it is one all the same.
            if (row.Effect is Effect.AlertTechnicians { Reason: AnswerCaps.Reached or Alarm.CapReached } && digest.Week.Holds(row.CreatedAt))
                caps.Add(row.Effect.Intake.IsAlarm ? EffectKeys.Cause(row.Key) : row.Key);
        }

        return digest with { Held = held, Undelivered = undelivered, CapsReached = caps.Count };
    }

    /// <summary>Of a contract that is over, or has not begun, nobody makes backups (Art. 2, 19).</summary>
    private async Task<OwnDigest> WithBackupsAsync(OwnDigest digest, ImmutableArray<Customer> customers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = ParisTime.DateOf(now);
        var (amiss, untold) = (ImmutableArray.CreateBuilder<OwnBackup>(), ImmutableArray.CreateBuilder<UntoldBackups>());
        foreach (var customer in ContractFigures.Running(customers, today).OrderBy(customer => customer.Name, StringComparer.Ordinal))
        {
            var known = DigestTerms.Backups(customer, await backups.OfAsync(customer.Id, cancellationToken), now, options.BackupLateAfter);
            amiss.AddRange(known.Where(backup => backup.IsAmiss).Select(backup => new OwnBackup(customer.Name, backup)));
            // Where no product can tell anything, silence says nothing of a customer: `check` warns of that.
            if (options.BackupsAreTold && !(customer.Subscription.Term?.Start > today) && known.Where(backup => backup.Job is null).Select(backup => backup.What).ToImmutableArray() is { IsEmpty: false } parts)
                untold.Add(new UntoldBackups(customer.Name, parts));
        }

        return digest with { Backups = amiss.ToImmutable(), UntoldBackups = untold.ToImmutable() };
    }

    private async Task<List<(Customer, DigestLicences)>> LicencesAsync(ImmutableArray<Customer> customers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = new List<(Customer, DigestLicences)>();
        foreach (var customer in customers.Where(customer => customer.Subscription.Licences is not null))
        {
            var read = customer.TenantId is { } tenant ? await tenants.ReadAsync(tenant, now, cancellationToken) : null;
            if (DigestTerms.Licences(customer, read?.Products ?? []) is { } licences) known.Add((customer, licences));
        }

        return known;
    }

    /// <summary>When it was closed as a draft that nobody confirmed; null where it was not.</summary>
    private static DateTimeOffset? ExpiredAsDraft(RequestDocument document) => document.State is { State: RequestState.Closed, Verdict: Verdict.Draft }
        ? document.Journal.Select(entry => entry.Event).OfType<RequestEvent.Moved>().LastOrDefault(moved => moved.Because is Because.NoAnswer)?.At
        : null;
}
