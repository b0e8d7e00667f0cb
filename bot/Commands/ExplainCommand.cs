using System.CommandLine;
using System.Text.Json;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Demo;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Mail.Reading;
using SiOne.Bot.Understanding;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>explain</c>: what would become of mails, one JSON line each. Changes and sends nothing.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Messages.</param>
public sealed class ExplainCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = ".eml files, or folders that are searched for them." };
            var customers = new Option<string?>("--customers") { Description = "A customer file or a folder of them; the demo's by default." };
            var at = new Option<string?>("--at") { Description = "The received instant; by default the topmost Received, then Date, then now." };
            var trace = new Option<bool>("--trace") { Description = "Adds to each request every clause with what it looked at and found." };
            var why = new Option<bool>("--why") { Description = "Adds the likeliest operations, each with the sentences and features that decided." };
            var command = new Command("explain", "Explains mails: who, what, which article, when due.") { paths, customers, at, trace, why };
            command.SetAction((parsed, cancellationToken) => RunAsync(
                parsed.GetValue(paths)!, parsed.GetValue(customers), parsed.GetValue(at), parsed.GetValue(trace), parsed.GetValue(why), cancellationToken));
            return command;
        }
    }

    private async Task<int> RunAsync(string[] paths, string? customers, string? at, bool trace, bool why, CancellationToken cancellationToken)
    {
        DateTimeOffset? instant = null;
        if (at is not null)
        {
            if (!InstantText.TryParse(at, out var given)) return await WrongUseAsync("--at: expected an instant such as 2026-11-24T14:10:00+01:00.");
            instant = given;
        }

        foreach (var path in paths)
            if (!File.Exists(path) && !Directory.Exists(path)) return await WrongUseAsync($"{path}: no such file or folder.");
        var loaded = CustomerFiles.Load(customers ?? DemoSettings.CustomersFolder);
        if (!loaded.Mistakes.IsEmpty)
        {
            foreach (var mistake in loaded.Mistakes) await error.WriteLineAsync(mistake.ToString());
            return CommandLine.BadSettings;
        }

        var settings = SettingsReader.Read(HostConfiguration.Build());
        var readings = settings.Usable?.Engine.Readings ?? Readings.Default;
        using var reader = new TimeLimitedReader(ReaderOf(settings.Usable));
        var understanding = new LearnedUnderstanding(settings.Usable?.Understanding);
        var explaining = new Explaining(new Examination(new CustomerDirectory(loaded.Customers), understanding, readings), reader, trace, why ? understanding : null);
        foreach (var (file, path) in MailFiles.Of(paths))
        {
            var line = await explaining.OfAsync(file, path, instant, cancellationToken);
            await output.WriteLineAsync(JsonSerializer.Serialize(line, CommandJson.Relaxed.ExplainLine));
        }

        return 0;
    }

    private static MailReader ReaderOf(UsableSettings? settings) => settings is null ? new MailReader(new MailReaderOptions()) : new MailReader(EngineParts.ReaderOptions(settings));

    private async Task<int> WrongUseAsync(string message)
    {
        await error.WriteLineAsync(message);
        return CommandLine.WrongUse;
    }
}

/// <summary>Explains one mail after another.</summary>
/// <param name="examination">Who, what, and what the contract says.</param>
/// <param name="reader">Reads mails.</param>
/// <param name="trace">Every clause is told, with what it looked at.</param>
/// <param name="why">Tells why it read what it read; null: nobody asked.</param>
internal sealed class Explaining(Examination examination, IMailReader reader, bool trace, LearnedUnderstanding? why)
{
    /// <summary>One line; a file that cannot be read as a mail gives one with an error.</summary>
    public async Task<ExplainLine> OfAsync(string file, string path, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        try
        {
            var raw = await File.ReadAllBytesAsync(path, cancellationToken);
            var received = at ?? ReceivedInstant.Of(raw) ?? TimeProvider.System.GetUtcNow();
            return reader.Read(raw, received) switch
            {
                MailReading.Message message => await OfAsync(file, message.Value, cancellationToken),
                MailReading.Unreadable unreadable => new ExplainLine(file, null, null, [], unreadable.Reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new ExplainLine(file, null, null, [], "unreadable-file");
        }
    }

    private async Task<ExplainLine> OfAsync(string file, InboundMessage message, CancellationToken cancellationToken)
    {
        var sender = examination.Identify(message);
        var requests = message.Kind is MessageKind.New or MessageKind.Reply
            ? (await examination.CasesAsync(message, sender, cancellationToken)).Select(item => ExplainedRequest.Of(item, Judgement.Of(item), trace ? ExplainedClause.Of(item) : null)).ToArray()
            : [];
        var reasons = requests.Length == 0 ? null : why?.Why(Examination.TextOf(message, sender));
        return new ExplainLine(file, Of(message), Of(sender), requests, null, reasons is { } given ? [.. given.Select(ExplainedReason.Of)] : null);
    }

    private static ExplainedSender Of(Sender sender) =>
        new(sender.Customer?.Id, sender.Person?.Id, sender.Customer is null ? null : sender.Role.ToString().ToLowerInvariant());

    private static ExplainedMessage Of(InboundMessage message) => new(
        ExplainedParty.Of(message.From), [.. message.To.Select(party => ExplainedParty.Of(party)!)],
        [.. message.Cc.Select(party => ExplainedParty.Of(party)!)], message.Subject, message.MessageId, message.InReplyTo, message.References,
        message.Date, KindId(message.Kind), message.Text, message.Body,
        [.. message.Attachments.Select(part => new ExplainedAttachment(part.Name, part.ContentType, part.Size))],
        message.Authentication.ToString().ToLowerInvariant(), message.Flags is ReadingFlags.None ? null : [.. message.Flags.Ids()]);

    private static string KindId(MessageKind kind) => kind switch
    {
        MessageKind.New => "new",
        MessageKind.Reply => "reply",
        MessageKind.AutoReply => "auto-reply",
        MessageKind.Bounce => "bounce",
        MessageKind.List => "list",
        MessageKind.Empty => "empty",
    };
}
