using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>raw show KEY --reason TEXT</c>: one raw message as it came in, secrets and all. Who asked, when and why is written down before a byte is shown.</summary>
/// <param name="output">The message.</param>
/// <param name="error">Messages.</param>
public sealed class RawCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var key = new Argument<string>("KEY") { Description = "The message's key." };
            var reason = new Option<string>("--reason") { Description = "Why it has to be read; stays in the operators' journal.", Required = true };
            reason.Validators.Add(parsed =>
            {
                if (string.IsNullOrWhiteSpace(parsed.GetValueOrDefault<string>())) parsed.AddError("--reason: say why it has to be read.");
            });
            var show = new Command("show", "Prints one raw message to standard output, after writing down who asked and why.") { key, reason };
            show.SetAction((parsed, _) => ShowAsync(parsed.GetValue(key)!, parsed.GetValue(reason)!));
            return new Command("raw", "Opens one raw message of the spool, under audit.") { show };
        }
    }

    private async Task<int> ShowAsync(string key, string reason)
    {
        var read = HostConfiguration.Read();
        if (read.Usable is not { } settings) return await SettingsReport.WriteAsync(read, error);
        if (!Directory.Exists(settings.SpoolPath)) return await FailAsync($"{settings.SpoolPath}: there is no spool yet. Set SiOne:DataFolder.");
        var master = MasterKey.Load(settings.MasterKeyPath, mayCreate: false);
        using var spool = new MessageSpool(settings.SpoolPath, master);
        if (spool.PathOf(new IntakeKey(key)) is not { } path) return await FailAsync($"{key}: not in the spool. It was never taken in, or its time had come and it was destroyed.");
        new OperatorJournal(settings.OperatorJournalPath, master, TimeProvider.System).Append(OperatorVerb.Who, "raw-show", key, reason);
        if (spool.TryRead(path) is not { } message) return await FailAsync($"{key}: does not open: altered, or sealed under another master key.");
        await WriteAsync(message.Raw);
        CryptographicOperations.ZeroMemory(message.Raw);
        return 0;
    }

    /// <summary>As bytes: a mail is in whatever character set its sender chose.</summary>
    private async Task WriteAsync(byte[] raw)
    {
        if (!ReferenceEquals(output, Console.Out))
        {
            await output.WriteAsync(Encoding.Latin1.GetString(raw));
            return;
        }

        await using var stream = Console.OpenStandardOutput();
        await stream.WriteAsync(raw);
    }

    private async Task<int> FailAsync(string message)
    {
        await error.WriteLineAsync(message);
        return 1;
    }
}
