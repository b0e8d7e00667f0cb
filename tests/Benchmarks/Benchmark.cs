using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Benchmarks.Acts;
using SiOne.Bot.Benchmarks.Intake;
using SiOne.Bot.Benchmarks.Rights;
using SiOne.Bot.Benchmarks.Runs;
using SiOne.Bot.Benchmarks.Samples;
using SiOne.Bot.Benchmarks.Teams;
using SiOne.Bot.Benchmarks.Understanding;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Benchmarks;

/// <summary>The runs, one after the other, each on a fresh mailbox and a fresh store; what is being done goes to standard error.</summary>
internal static class Benchmark
{
    private const int Seed = 20261123;
    private const int Companies = 40;
    private const int SentAtMost = 250;
    private const int OneByOneAtMost = 500;
    private const int Mails = 2_000;
    private const int Units = 2_000;
    private const int AtOnce = 50;

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var random = new Random(Seed);
        var companies = Company.Invent(Companies, random);
        if (options.Parts.Contains("reading")) await ReadingAsync(companies);
        if (options.Parts.Contains("understanding")) await Console.Out.WriteAsync(UnderstandingPart.Run(Say));
        if (options.Parts.Contains("mail")) await MailAsync(options, companies, random);
        if (options.Parts.Contains("intake")) await (await new IntakePart(options, Say).RunAsync(companies)).WriteAsync(Console.Out);
        if (options.Parts.Contains("acts")) await Console.Out.WriteAsync(await new ActsPart(Say).RunAsync());
        if (options.Parts.Contains("erase")) await Console.Out.WriteAsync(await new ErasePart(Say).RunAsync(companies));
        if (!options.Parts.Contains("teams")) return 0;
        var teams = await new TeamsPart(Say).RunAsync(companies, random);
        await teams.WriteAsync(Console.Out);
        return 0;
    }

    private static async Task ReadingAsync(ImmutableArray<Company> companies)
    {
        Say("reading alone, one thread");
        var corpus = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Corpus"), "*.eml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToImmutableArray();
        var invented = new MailMaker(companies, new Random(Seed)).Make(200);
        await new ReadingTable([ReadingLimit.Measure("tests/Corpus", corpus), ReadingLimit.Measure("invented requests", invented)]).WriteAsync(Console.Out);
    }

    private static async Task MailAsync(BenchmarkOptions options, ImmutableArray<Company> companies, Random random)
    {
        var mails = new MailMaker(companies, random).Make(options.Mails ?? Mails);
        var sizes = mails.Select(mail => mail.Length).Order().ToImmutableArray();
        using var files = new TempFolder();
        Company.WriteFiles(companies, files.File("customers"));
        await using var dovecot = await DovecotServer.StartAsync();
        await using var postfix = await PostfixServer.StartAsync(dovecot);
        var product = new ProductProcess(dovecot, files.File("customers"));

        var table = new ResultTable(mails.Length, sizes[sizes.Length / 2]);
        foreach (var batch in new[] { 1, AtOnce })
        {
            Say($"raw fetch-and-flag loop, {batch} at a time");
            table.Imap[batch] = await ImapLimit.MeasureAsync(dovecot, await FilledAsync(dovecot, mails), batch);
            Say($"raw store barrier loop, {batch} at a time");
            table.Store[batch] = await StoreLimit.MeasureAsync(batch == 1 ? OneByOneAtMost : Units, batch);
        }

        foreach (var batch in options.Batches)
        {
            var taken = batch == 1 ? mails[..Math.Min(mails.Length, OneByOneAtMost)] : mails;
            Say($"product, {taken.Length} mails in batches of {batch}");
            table.Product.Add((batch, Checked(await product.MeasureAsync(await FilledAsync(dovecot, taken), taken.Length, batch, postfix: null))));
        }

        var few = mails[..Math.Min(mails.Length, SentAtMost)];
        Say($"product with answers sent, {few.Length} mails");
        table.Sending = Checked(await product.MeasureAsync(await FilledAsync(dovecot, few), few.Length, options.Batches.Max(), postfix));
        await table.WriteAsync(Console.Out);
    }

    /// <summary>A fast run that lost something is no result.</summary>
    internal static ProductFigures Checked(ProductFigures figures) =>
        figures.Ended == figures.Mails && figures.Queued + figures.Sent >= figures.Mails * 95 / 100
            ? figures
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"Of {figures.Mails} mails, {figures.Ended} ended and {figures.Queued + figures.Sent} were answered."));

    private static async Task<string> FilledAsync(DovecotServer server, ImmutableArray<byte[]> mails)
    {
        var mailbox = server.Mailbox(DovecotServer.NewAddress("msp.example"));
        foreach (var some in mails.Chunk(250)) await mailbox.AppendAsync(some);
        return mailbox.Address;
    }

    private static void Say(string what) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetLocalNow():HH:mm:ss} {what}"));
}
