using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SiOne.Bot.MailWatcher;
using SiOne.Bot.MailWatcher.Handing;
using SiOne.Bot.MailWatcher.Settings;

const int BadSettings = 78; // As bot: EX_CONFIG of sysexits.h.
var configuration = new ConfigurationBuilder()
    .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
    .AddEnvironmentVariables()
    .Build();
var (options, mailboxes, mistakes) = ProgramOptions.Read(configuration);
foreach (var mistake in mistakes) await Console.Error.WriteLineAsync(mistake.ToString());
if (mistakes.Count > 0) return BadSettings;

// Structured, on standard error. No subject, name or address is ever a field.
using var logs = LoggerFactory.Create(logging => logging
    .AddJsonConsole(console => console.UseUtcTimestamp = true)
    .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

// No redirect is followed: the key is for that address alone.
using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
{
    BaseAddress = new Uri(options.BotUrl),
    Timeout = TimeSpan.FromSeconds(100),
};
var intake = new HttpIntake(http, options.IntakeKey);
await Console.Error.WriteLineAsync($"mailwatcher: {mailboxes.Count} {(mailboxes.Count == 1 ? "mailbox" : "mailboxes")}, handed in at {options.BotUrl}");
await Task.WhenAll(mailboxes.Values.Select(mailbox =>
    new ImapWatcher(mailbox, intake, TimeProvider.System, logs.CreateLogger<ImapWatcher>(), options.Holder).RunAsync(stop.Token)));
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
