using System.Diagnostics;
using System.Globalization;
using SiOne.Bot.Benchmarks.Samples;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Benchmarks.Runs;

/// <summary>Starts <see cref="ProductRun"/> on a mailbox, with an empty data folder, and reads its figures.</summary>
/// <param name="server">Where the mailbox is.</param>
/// <param name="customers">The folder of the customer files.</param>
internal sealed class ProductProcess(DovecotServer server, string customers)
{
    /// <summary>One run on an empty store.</summary>
    /// <param name="address">The mailbox.</param>
    /// <param name="mails">How many mails are in it.</param>
    /// <param name="batch">The watcher's batch size.</param>
    /// <param name="postfix">Takes the answers; null: observe-only, each answer is queued and held.</param>
    public async Task<ProductFigures> MeasureAsync(string address, int mails, int batch, PostfixServer? postfix)
    {
        using var data = new TempFolder();
        await using var running = await StartAsync(data.Path, after: "", address, mails, batch, postfix);
        return await running.EndAsync();
    }

    /// <summary>Starts it on a data folder; returns when it takes mail in.</summary>
    /// <param name="folder">Holds the data folder.</param>
    /// <param name="after">The last key stored in it; empty when it is empty.</param>
    /// <param name="address">The mailbox.</param>
    /// <param name="mails">After how many it ends.</param>
    /// <param name="batch">The watcher's batch size.</param>
    /// <param name="postfix">As above.</param>
    /// <param name="warmUp">So many have ended before the clock starts.</param>
    public async Task<RunningProduct> StartAsync(string folder, string after, string address, int mails, int batch, PostfixServer? postfix, int warmUp = 0)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), ProductRun.Verb])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        foreach (var (key, value) in Settings(folder, address, mails, batch, postfix)) start.Environment[key] = value;
        start.Environment[ProductRun.AfterVariable] = after;
        start.Environment[ProductRun.WarmUpVariable] = Text(warmUp);
        return await RunningProduct.StartAsync(start);
    }

    /// <summary>The data folder inside a folder.</summary>
    public static string DataOf(string folder) => Path.Combine(folder, "data");

    /// <summary>Under <c>dotnet run</c> this process is its own program; under <c>dotnet FILE.dll</c> it is dotnet's.</summary>
    internal static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    private Dictionary<string, string> Settings(string data, string address, int mails, int batch, PostfixServer? postfix)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DataFolder"] = DataOf(data),
            ["SupportAddress"] = MailMaker.Support,
            ["TrustedAuthservId"] = MailMaker.Server,
            ["Customers"] = customers,
            ["StartFrom"] = "all",
            ["ObserveOnly"] = postfix is null ? "true" : "false",
            ["Imap:Host"] = "127.0.0.1",
            ["Imap:Port"] = Text(server.ImapPort),
            ["Imap:Security"] = "None",
            ["Imap:User"] = address,
            ["Imap:Password"] = DovecotServer.Password,
            ["Imap:BatchSize"] = Text(batch),
            ["Caps:AnswersPerSenderPerHour"] = "1000000",
            ["Caps:AnswersPerCustomerPerHour"] = "1000000",
            ["Caps:AnswersPerHour"] = "1000000",
        };
        if (postfix is null) settings["OutFolder"] = Path.Combine(data, "out");
        else
        {
            settings["Smtp:Host"] = "127.0.0.1";
            settings["Smtp:Port"] = Text(postfix.Port);
            settings["Smtp:User"] = MailMaker.Support;
            settings["Smtp:Password"] = DovecotServer.Password;
            settings["Smtp:TrustedCertificate"] = postfix.Certificate;
        }

        var environment = settings.ToDictionary(
            setting => $"SiOne__{setting.Key.Replace(":", "__", StringComparison.Ordinal)}", setting => setting.Value, StringComparer.Ordinal);
        environment[ProductRun.MailsVariable] = Text(mails);
        return environment;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
