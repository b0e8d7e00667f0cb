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
using SiOne.Bot.Mail.Answers;

namespace SiOne.Bot.Host.Operations;

/// <summary>A customer's week for an operator: shown as its administrator reads it, in French, or sent.</summary>
/// <param name="reader">Makes it.</param>
/// <param name="directory">The customers.</param>
/// <param name="desk">Sends it; null where no host runs, since nothing leaves then.</param>
/// <param name="options">The support address.</param>
/// <param name="clock">The clock.</param>
internal sealed class DigestActs(DigestReader reader, ICustomerDirectory directory, DigestDesk? desk, EngineOptions options, TimeProvider clock)
{
    public const string Show = "digest";
    public const string Send = "digest-send";

    private readonly Lazy<AnswerRenderer> _renderer = new();

    /// <summary>Over a store that no host uses: what is known of tenants is what the customer files say.</summary>
    public static async Task<DigestActs> OfRestingAsync(
        IStore store, TextVault vault, CustomerDirectory directory, EngineOptions options, TimeProvider clock, CancellationToken cancellationToken) => new(
            new DigestReader(
                store, await CustomerRequests.ReadAsync(store, cancellationToken), vault, new StoredCases(directory, vault, options.Readings, store), new NoTenantFacts(), new BackupBook(vault, store), options),
            directory, desk: null, options, clock);

    /// <summary>Prints a week.</summary>
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
            : why is NoTenantFacts.NotConfigured ? "no tenant is read here (SiOne:Graph)"
            : $"it could not be read ({why})";
        yield return digest.Licences is null
            ? $"Licences and Microsoft's announcements are missing: {because}."
            : $"Licences are those of the customer file, and Microsoft's announcements are missing: {because}.";
    }

    /// <summary>Lets a week leave now, once for ever.</summary>
    public Task<OperatorAnswer> SendAsync(string customerId, string week, CancellationToken cancellationToken) => OnAsync(customerId, week, async (customer, asked) =>
        desk is null ? OperatorAnswer.Failed("Nothing leaves while the host is stopped: start it, then send.") : await desk.SendAsync(customer, asked, cancellationToken) switch
        {
            DigestSending.Queued { Readers: var readers } => new OperatorAnswer(0, [string.Create(CultureInfo.InvariantCulture, $"{"readers",-20} {readers}")], []),
            DigestSending.AlreadySent { At: { } at } => OperatorAnswer.Failed(
                $"{customer.Id} {asked}: it left on {at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}; a second one is never sent."),
            DigestSending.NotOver => OperatorAnswer.Wrong($"{asked}: this week is not over."),
            DigestSending.NoReader => OperatorAnswer.Failed($"{customer.Id}: nobody reads it: no administrator or direction is listed, or all have ended theirs."),
            _ => OperatorAnswer.Failed($"{customer.Id} {asked}: it has left already; a second one is never sent."),
        });

    private async Task<OperatorAnswer> OnAsync(string customerId, string week, Func<Customer, IsoWeek, Task<OperatorAnswer>> act)
    {
        var now = clock.GetUtcNow();
        if (!IsoWeek.TryParse(week, out var asked)) return OperatorAnswer.Wrong(NoWeek(week));
        if (asked.From > now) return OperatorAnswer.Wrong($"{asked}: this week has not begun.");
        return directory.Find(customerId, now) is { } customer
            ? await act(customer, asked)
            : OperatorAnswer.Wrong($"{customerId}: no customer has this id; those known are: {string.Join(", ", directory.All(now).Select(known => known.Id))}.");
    }

    /// <summary>What is said of a text that is no week.</summary>
    public static string NoWeek(string week) => $"{week}: expected an ISO week that the year has, such as 2026-W12.";
}

/// <summary>A digest as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, Converters = [typeof(IsoWeekJson)])]
[JsonSerializable(typeof(CustomerDigest))]
internal sealed partial class DigestJson : JsonSerializerContext;
