using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Mail.Answers;

namespace SiOne.Bot.Host.Operations;

/// <summary>A week for an operator, in French: a customer's as its administrator reads it, or SI-ONE's own as technicians do; shown, or sent.</summary>
/// <param name="reader">Makes a customer's.</param>
/// <param name="own">Makes SI-ONE's.</param>
/// <param name="directory">The customers.</param>
/// <param name="desk">Sends them; null where no host runs, since nothing leaves then.</param>
/// <param name="options">The support address.</param>
/// <param name="clock">The clock.</param>
internal sealed class DigestActs(DigestReader reader, OwnDigestReader own, ICustomerDirectory directory, DigestDesk? desk, EngineOptions options, TimeProvider clock)
{
    public const string Show = "digest";
    public const string Send = "digest-send";
    public const string ShowOwn = "digest-own";
    public const string SendOwn = "digest-own-send";

    private readonly Lazy<AnswerRenderer> _renderer = new();

    /// <summary>Whether an act is one of these.</summary>
    public static bool Holds(string act) => act is Show or Send or ShowOwn or SendOwn;

    /// <summary>Over a store that no host uses: what is known of tenants is what the customer files say.</summary>
    public static async Task<DigestActs> OfRestingAsync(
        IStore store, TextVault vault, CustomerDirectory directory, UsableSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (options, tenants, requests) = (settings.Engine, new NoTenantFacts(), await CustomerRequests.ReadAsync(store, cancellationToken));
        var cases = new StoredCases(directory, vault, options.Readings, store);
        var backups = new BackupBook(vault, store);
        return new DigestActs(
            new DigestReader(store, requests, vault, cases, tenants, backups, options), new OwnDigestReader(store, directory, tenants, backups, settings.Figures, options), directory,
            desk: null, options, clock);
    }

    /// <summary>Prints a customer's week.</summary>
    public Task<OperatorAnswer> ShowAsync(string customerId, string week, string? format, CancellationToken cancellationToken) =>
        OnAsync(customerId, week, async (customer, asked) =>
        {
            var digest = await reader.ReadAsync(customer, asked, clock.GetUtcNow(), cancellationToken);
            if (format is "json") return new OperatorAnswer(0, [JsonSerializer.Serialize(digest, DigestJson.Default.CustomerDigest)], [.. Missing(digest)]);
            var (text, html) = _renderer.Value.Preview(new SentDigest(digest, Language.French, "", SubscriptionAt: null), options.SupportAddress);
            return new OperatorAnswer(0, [(format is "html" ? html : text).TrimEnd()], [.. Missing(digest)]);
        });

    /// <summary>What the digest cannot tell of the customer's Microsoft 365, and why.</summary>
    private IEnumerable<string> Missing(CustomerDigest digest)
    {
        if (digest.TenantUnread is not { } why) yield break;
        var because = desk is null ? "the host is stopped, and a verb beside it reads no tenant: ask again while it runs"
            : why is CustomerDigest.NotConfigured ? "no tenant is read here (SiOne:Graph)"
            : $"it could not be read ({why})";
        yield return digest.Licences is null
            ? $"Licences and Microsoft's announcements are missing: {because}."
            : $"Licences are those of the customer file, and Microsoft's announcements are missing: {because}.";
    }

    /// <summary>Lets a customer's week leave now, once for ever.</summary>
    public Task<OperatorAnswer> SendAsync(string customerId, string week, CancellationToken cancellationToken) => OnAsync(customerId, week, (customer, asked) =>
        SentAsync(customer.Id, asked, sending => sending.SendAsync(customer, asked, cancellationToken)));

    /// <summary>Prints SI-ONE's own week.</summary>
    public Task<OperatorAnswer> ShowOwnAsync(string week, string? format, CancellationToken cancellationToken) => OnAsync(week, async asked =>
    {
        var digest = await own.ReadAsync(asked, clock.GetUtcNow(), cancellationToken);
        if (format is "json") return new OperatorAnswer(0, [JsonSerializer.Serialize(digest, DigestJson.Default.OwnDigest)], [.. MissingOwn()]);
        var (text, html) = _renderer.Value.Preview(digest);
        return new OperatorAnswer(0, [(format is "html" ? html : text).TrimEnd()], [.. MissingOwn()]);
    });

    /// <summary>Lets SI-ONE's own week leave now to its technicians, once for ever.</summary>
    public Task<OperatorAnswer> SendOwnAsync(string week, CancellationToken cancellationToken) => OnAsync(week, asked =>
        SentAsync("SI-ONE", asked, sending => sending.SendOwnAsync(asked, cancellationToken)));

    /// <summary>What SI-ONE's digest cannot tell of the customers' Microsoft 365 beside a stopped host (Art. 17).</summary>
    private IEnumerable<string> MissingOwn()
    {
        if (desk is null && directory.All(clock.GetUtcNow()).Any(customer => customer is { TenantId: not null, Subscription.Licences: not null }))
            yield return "Licences are those of the customer files: the host is stopped, and a verb beside it reads no tenant.";
    }

    private async Task<OperatorAnswer> SentAsync(string whose, IsoWeek week, Func<DigestDesk, Task<DigestSending>> send) =>
        desk is null ? OperatorAnswer.Failed("Nothing leaves while the host is stopped: start it, then send.") : await send(desk) switch
        {
            DigestSending.Queued { Readers: var readers } => new OperatorAnswer(0, [string.Create(CultureInfo.InvariantCulture, $"{"readers",-20} {readers}")], []),
            DigestSending.AlreadySent { At: { } at } => OperatorAnswer.Failed(
                $"{whose} {week}: it left on {at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}; a second one is never sent."),
            DigestSending.NotOver => OperatorAnswer.Wrong($"{week}: this week is not over."),
            DigestSending.NoReader => OperatorAnswer.Failed($"{whose}: nobody reads it: no administrator or direction is listed, or all have ended theirs."),
            _ => OperatorAnswer.Failed($"{whose} {week}: it has left already; a second one is never sent."),
        };

    private Task<OperatorAnswer> OnAsync(string customerId, string week, Func<Customer, IsoWeek, Task<OperatorAnswer>> act) => OnAsync(week, async asked =>
    {
        var now = clock.GetUtcNow();
        return directory.Find(customerId, now) is { } customer
            ? await act(customer, asked)
            : OperatorAnswer.Wrong($"{customerId}: no customer has this id; those known are: {string.Join(", ", directory.All(now).Select(known => known.Id))}.");
    });

    private async Task<OperatorAnswer> OnAsync(string week, Func<IsoWeek, Task<OperatorAnswer>> act)
    {
        if (!IsoWeek.TryParse(week, out var asked)) return OperatorAnswer.Wrong(NoWeek(week));
        return asked.From > clock.GetUtcNow() ? OperatorAnswer.Wrong($"{asked}: this week has not begun.") : await act(asked);
    }

    /// <summary>What is said of a text that is no week.</summary>
    public static string NoWeek(string week) => $"{week}: expected an ISO week that the year has, such as 2026-W12.";
}

/// <summary>Digests as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, Converters = [typeof(IsoWeekJson)])]
[JsonSerializable(typeof(CustomerDigest))]
[JsonSerializable(typeof(OwnDigest))]
internal sealed partial class DigestJson : JsonSerializerContext;
