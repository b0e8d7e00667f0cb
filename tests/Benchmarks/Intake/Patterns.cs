using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Benchmarks.Samples;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>What the product's own engine makes of some invented mails, at two instants of their life.</summary>
/// <param name="Decided">Just decided: requests of one event, the answers held.</param>
/// <param name="Lived">A month later: answers sent, 19 of 20 requests taken, done and closed, or declined.</param>
internal sealed record Patterns(ImmutableArray<Pattern> Decided, ImmutableArray<Pattern> Lived)
{
    private const int Count = 200;
    private const int OneOpenOf = 20;
    private static readonly MailboxIdentity Box = new("127.0.0.1", "patterns@msp.example", "INBOX");
    private static readonly ActVerb[] Life = [ActVerb.Take, ActVerb.Start, ActVerb.Complete, ActVerb.Close];

    /// <summary>Makes them in two stores that are thrown away.</summary>
    public static async Task<Patterns> MakeAsync(ImmutableArray<Company> companies, string customers)
    {
        var mails = new MailMaker(companies, new Random(Count)).Make(Count);
        return new Patterns(await MakeAsync(mails, customers, observeOnly: true), await MakeAsync(mails, customers, observeOnly: false));
    }

    private static async Task<ImmutableArray<Pattern>> MakeAsync(ImmutableArray<byte[]> mails, string customers, bool observeOnly)
    {
        using var folder = new TempFolder();
        var settings = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(Settings(folder.Path, customers, observeOnly)).Build());
        await using var parts = await EngineParts.OpenAsync(
            settings.Usable ?? throw new InvalidOperationException(string.Join("; ", settings.Mistakes)),
            new CustomerDirectory(CustomerFiles.Load(customers).Customers), TimeProvider.System, NullLoggerFactory.Instance, CommitPoints.None, activities: null,
            CancellationToken.None);
        var uid = 0u;
        foreach (var some in mails.Chunk(50))
            await parts.Door.KeepAsync([.. some.Select(mail => new RawMail(Box, 1, ++uid, TimeProvider.System.GetUtcNow(), mail))], fence: 0, CancellationToken.None);
        while (await parts.Intake.WorkOnceAsync(CancellationToken.None)) { }
        if (!observeOnly) await LiveAsync(parts);

        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        await foreach (var row in parts.Store.AllIntakeAsync(CancellationToken.None))
            if (await Pattern.ReadAsync(parts, row) is { } pattern) patterns.Add(pattern);
        return patterns.Count > mails.Length / 2 ? patterns.ToImmutable() : throw new InvalidOperationException($"Only {patterns.Count} mails made requests.");
    }

    private static async Task LiveAsync(EngineParts parts)
    {
        while (await parts.Outbox.WorkOnceAsync(CancellationToken.None)) { }
        var all = new List<RequestDocument>();
        await foreach (var document in parts.Store.AllRequestsAsync(CancellationToken.None)) all.Add(document);
        foreach (var document in all.Where((_, n) => n % OneOpenOf != 0))
        {
            StepResult? last = null;
            foreach (var verb in Life) last = await ActAsync(document, new ActWish(verb));
            if (last!.Document is not { State.State: RequestState.Closed })
                await ActAsync(document, new ActWish(ActVerb.Decline) { Text = "La demande a été reprise par téléphone avec votre administrateur." });
        }

        while (await parts.Outbox.WorkOnceAsync(CancellationToken.None)) { }

        Task<StepResult> ActAsync(RequestDocument document, ActWish wish) =>
            parts.Desk.DoAsync(document.State.Reference, "Technicien", wish, CancellationToken.None);
    }

    /// <summary>Settings of a folder whose data lie in <c>data</c>.</summary>
    internal static Dictionary<string, string?> Settings(string folder, string customers, bool observeOnly) => new(StringComparer.Ordinal)
    {
        ["SiOne:DataFolder"] = Path.Combine(folder, "data"),
        ["SiOne:SupportAddress"] = MailMaker.Support,
        ["SiOne:TrustedAuthservId"] = MailMaker.Server,
        ["SiOne:Customers"] = customers,
        ["SiOne:ObserveOnly"] = observeOnly ? "true" : "false",
        ["SiOne:OutFolder"] = Path.Combine(folder, "out"),
        ["SiOne:MailFolder"] = Path.Combine(folder, "in"),
        ["SiOne:Caps:AnswersPerSenderPerHour"] = "1000000",
        ["SiOne:Caps:AnswersPerCustomerPerHour"] = "1000000",
    };
}
