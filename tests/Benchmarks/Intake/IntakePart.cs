using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using SiOne.Bot.Benchmarks.Runs;
using SiOne.Bot.Benchmarks.Samples;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>Intake from the mailbox to the queued answer, with few and many requests stored, beside the bare store; then a steady load.</summary>
/// <param name="options">How much.</param>
/// <param name="say">Told what is being done.</param>
internal sealed class IntakePart(BenchmarkOptions options, Action<string> say)
{
    private const int Batch = 50;

    // The runtime compiles the hot methods twice; the bare loop runs in a process that has done so long before.
    private const int WarmUp = 4_000;

    /// <summary>All of it.</summary>
    public async Task<IntakeTable> RunAsync(ImmutableArray<Company> companies)
    {
        using var files = new TempFolder();
        var customers = files.File("customers");
        Company.WriteFiles(companies, customers);
        say("intake: patterns of stored mails, made by the engine");
        var patterns = await Patterns.MakeAsync(companies, customers);
        var count = options.Mails ?? 2_000;
        var mails = new MailMaker(companies, new Random(count)).Make(Math.Max(WarmUp + count, SteadyMails));
        var table = new IntakeTable(count, options.SteadySeconds);
        var sizes = options.Stored.Order().ToImmutableArray();
        foreach (var stored in sizes)
        {
            var (folder, filling) = await FilledAsync(files, stored, patterns);
            var bytes = new FilledStore(folder).Bytes;
            say($"intake: {count} mails with {stored} stored");
            var figures = await ProductAsync(folder, customers, mails[..(WarmUp + count)]);
            say($"intake: bare loops with {stored} stored");
            var batch = (int)Math.Ceiling((double)figures.Timed / Math.Min(figures.Kept, figures.Begun));
            var intake = await BareAsync(folder, stored, patterns, mails[..count], batch);
            using var empty = stored == 0 ? new TempFolder() : null;
            var store = await BareLoop.MeasureAsync(new FilledStore(empty?.Path ?? folder), patterns.Decided, count, batch);
            table.Rows.Add(new SizeRow(stored, filling, bytes, figures, intake, store));
            if (stored != sizes[^1] || options.SteadySeconds == 0) continue;
            say($"intake: {SteadyLoad.Pace} mails a second for {options.SteadySeconds} s with {stored} stored");
            table.Steady = await SteadyAsync(folder, customers, mails[..SteadyMails]);
        }

        return table;
    }

    private int SteadyMails => (int)(SteadyLoad.Pace * (SteadyLoad.WarmUp.TotalSeconds + options.SteadySeconds));

    private async Task<ProductFigures> ProductAsync(string folder, string customers, ImmutableArray<byte[]> mails)
    {
        await using var dovecot = await DovecotServer.StartAsync();
        var mailbox = dovecot.Mailbox(FilledStore.Address);
        foreach (var some in mails[..WarmUp].Chunk(250)) await mailbox.AppendAsync(some);
        await using var product = await new ProductProcess(dovecot, customers).StartAsync(
            folder, FilledStore.KeyOf(await SteadyLoad.UidValidityAsync(dovecot), 0), FilledStore.Address, mails.Length, Batch, postfix: null, WarmUp);
        await product.WarmedUpAsync();
        foreach (var some in mails[WarmUp..].Chunk(250)) await mailbox.AppendAsync(some);
        await product.GoOnAsync();
        return Benchmark.Checked(await product.EndAsync());
    }

    private static async Task<BareFigures> BareAsync(string folder, int stored, Patterns patterns, ImmutableArray<byte[]> mails, int batch)
    {
        await using var dovecot = await DovecotServer.StartAsync();
        var full = dovecot.Mailbox(FilledStore.Address);
        foreach (var some in mails.Chunk(250)) await full.AppendAsync(some);
        using var mailbox = await BareMailbox.OpenAsync(dovecot, batch);
        using var empty = stored == 0 ? new TempFolder() : null;
        return await BareLoop.MeasureAsync(new FilledStore(empty?.Path ?? folder), patterns.Decided, mails.Length, batch, mailbox);
    }

    private static async Task<SteadyFigures> SteadyAsync(string folder, string customers, ImmutableArray<byte[]> mails)
    {
        await using var dovecot = await DovecotServer.StartAsync();
        var after = FilledStore.KeyOf(await SteadyLoad.UidValidityAsync(dovecot), 0);
        await using var product = await new ProductProcess(dovecot, customers).StartAsync(folder, after, FilledStore.Address, mails.Length, Batch, postfix: null);
        var steady = await new SteadyLoad(dovecot, product).RunAsync([.. mails.Select(OfItsOwn)]);
        Benchmark.Checked(steady.Product);
        return steady;
    }

    /// <summary>The store holds the same mails from the run before: under the same Message-ID they would count as one mail that came twice.</summary>
    private static byte[] OfItsOwn(byte[] mail) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail).Replace("Message-Id: <", "Message-Id: <steady.", StringComparison.OrdinalIgnoreCase));

    /// <summary>A folder with so many stored: a given one that was filled before, or one that is filled now.</summary>
    private async Task<(string Folder, Speed? Filling)> FilledAsync(TempFolder files, int stored, Patterns patterns)
    {
        var name = $"stored-{stored}";
        var folder = options.Filled is { } given && stored > 0 ? Path.Combine(given, name) : files.File(name);
        if (stored == 0) Directory.CreateDirectory(ProductProcess.DataOf(folder));
        if (stored == 0 || Directory.Exists(folder)) return (folder, null);
        say($"intake: filling {stored}");
        var unfinished = $"{folder}.unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        var filled = new FilledStore(unfinished);
        var started = Stopwatch.GetTimestamp();
        await filled.FillAsync(stored, patterns.Lived);
        Directory.Move(unfinished, folder);
        return (folder, new Speed(stored, Stopwatch.GetElapsedTime(started)));
    }
}
