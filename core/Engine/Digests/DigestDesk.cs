using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Digests;

/// <summary>Makes the digest of a customer and week.</summary>
/// <param name="customer">The customer, as its file says now.</param>
/// <param name="week">A week that is over.</param>
/// <param name="now">When it is made, UTC.</param>
/// <param name="cancellationToken">Stops reading.</param>
public delegate Task<CustomerDigest> ReadDigest(Customer customer, IsoWeek week, DateTimeOffset now, CancellationToken cancellationToken);

/// <summary>
/// Lets digests leave, each at most once whoever asks: facts and readers as they are then, the effects and the row that says so in one unit. A crash
/// before that unit repeats all of it, one after it nothing.
/// </summary>
/// <param name="read">Makes a customer's digest.</param>
/// <param name="own">Makes SI-ONE's.</param>
/// <param name="readers">Who reads a customer's.</param>
/// <param name="links">Where they end it.</param>
/// <param name="waiting">Where they decide what waits for them.</param>
/// <param name="planner">Facts to effects.</param>
/// <param name="store">The durable memory.</param>
/// <param name="commits">Commits, and wakes the outbox.</param>
/// <param name="clock">The clock.</param>
/// <param name="points">Commit points.</param>
public sealed class DigestDesk(
    ReadDigest read, OwnDigestReader own, DigestReaders readers, SubscriptionLinks links, WaitingLinks waiting, EffectPlanner planner, IStore store, UnitCommits commits, TimeProvider clock,
    CommitPoints points)
{
    /// <summary>Sends a customer's digest of a week that is over, however old.</summary>
    public async Task<DigestSending> SendAsync(Customer customer, IsoWeek week, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = DigestKeys.Of(customer.Id, week);
        if (week.To > now) return new DigestSending.NotOver(week.To);
        var marker = DigestKeys.Marker(key, week, customer.Id);
        if (await SentAsync(marker, cancellationToken) is { } sent) return sent;
        var places = await readers.OfAsync(customer, cancellationToken);
        if (places.IsEmpty) return new DigestSending.NoReader();
        var facts = await read(customer, week, now, cancellationToken);
        points.Reached("P18");
        var effect = new Effect.SendDigest(key, customer.Id, week.ToString());
        var planned = new List<PlannedEffect>();
        var documents = await waiting.ReadAsync(facts.Waiting, cancellationToken);
        foreach (var place in places)
        {
            var letter = new SentDigest(facts, place.Person.Language, place.Person.Name, links.For(customer.Id, place.Person.Id))
            {
                Links = waiting.Of(customer, place.Person, documents, now),
            };
            planned.AddRange(planner.Digest(effect, marker.Id, place, letter));
        }

        return await CommitAsync(marker, planned, places.Length, cancellationToken);
    }

    /// <summary>Sends SI-ONE's own digest of a week that is over.</summary>
    public async Task<DigestSending> SendOwnAsync(IsoWeek week, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = DigestKeys.Own(week);
        if (week.To > now) return new DigestSending.NotOver(week.To);
        var marker = DigestKeys.Marker(key, week, customerId: null);
        if (await SentAsync(marker, cancellationToken) is { } sent) return sent;
        var facts = await own.ReadAsync(week, now, cancellationToken);
        points.Reached("P18");
        return await CommitAsync(marker, [.. planner.OwnDigest(new Effect.SendDigest(key, null, week.ToString()), marker.Id, facts)], 1, cancellationToken);
    }

    private async Task<DigestSending> CommitAsync(Conversation marker, List<PlannedEffect> planned, int people, CancellationToken cancellationToken)
    {
        var unit = new StoreUnit
        {
            Conversations = [marker],
            NewOutbox = [.. planned.Select(effect => effect.Row)],
            Texts = [.. planned.Select(effect => effect.Words)],
        };
        if (await commits.CommitAsync(unit, cancellationToken))
        {
            points.Reached("P19");
            return new DigestSending.Queued(people);
        }

        return await SentAsync(marker, cancellationToken) ?? throw new StoreUnavailableException("The row of a digest conflicts, and cannot be found.");
    }

    private async Task<DigestSending?> SentAsync(Conversation marker, CancellationToken cancellationToken)
    {
        if (await store.FindConversationAsync(marker.Id, cancellationToken) is null) return null;
        var effects = await store.ListOutboxOfAsync(marker.Id, cancellationToken);
        return new DigestSending.AlreadySent(effects.IsEmpty ? null : effects.Min(row => row.CreatedAt));
    }
}

/// <summary>What came of it.</summary>
public abstract record DigestSending
{
    private DigestSending() { }

    /// <summary>It leaves now.</summary>
    /// <param name="Readers">To how many people.</param>
    public sealed record Queued(int Readers) : DigestSending;

    /// <summary>That customer had that week's digest; a second one is never sent.</summary>
    /// <param name="At">When, UTC; null where its effects are gone.</param>
    public sealed record AlreadySent(DateTimeOffset? At) : DigestSending;

    /// <summary>The week is not over.</summary>
    /// <param name="Until">When it is, UTC.</param>
    public sealed record NotOver(DateTimeOffset Until) : DigestSending;

    /// <summary>Nobody of that customer's gets it: nobody is listed, or all have ended theirs.</summary>
    public sealed record NoReader : DigestSending;
}
