using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Benchmarks.Samples;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Benchmarks.Runs;

/// <summary>Starts <see cref="ProductRun"/> on a mailbox, with an empty data folder, and reads its figures.</summary>
/// <param name="server">Where the mailbox is.</param>
/// <param name="customers">The folder of the customer files.</param>
internal sealed class ProductProcess(DovecotServer server, string customers)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>One run.</summary>
    /// <param name="address">The mailbox.</param>
    /// <param name="mails">How many mails are in it.</param>
    /// <param name="batch">The watcher's batch size.</param>
    /// <param name="postfix">Takes the answers; null: observe-only, each answer is queued and held.</param>
    public async Task<ProductFigures> MeasureAsync(string address, int mails, int batch, PostfixServer? postfix)
    {
        using var data = new TempFolder();
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), ProductRun.Verb])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = data.Path,
        };
        foreach (var (key, value) in Settings(data.Path, address, mails, batch, postfix)) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            var figures = process.ExitCode == 0 && line is not null ? JsonSerializer.Deserialize<ProductFigures>(line) : null;
            return figures ?? throw new InvalidOperationException($"The product's process ended with {process.ExitCode}.");
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    /// <summary>Under <c>dotnet run</c> this process is its own program; under <c>dotnet FILE.dll</c> it is dotnet's.</summary>
    internal static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    private Dictionary<string, string> Settings(string data, string address, int mails, int batch, PostfixServer? postfix)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DataFolder"] = Path.Combine(data, "data"),
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
