using Microsoft.Extensions.Configuration;

namespace SiOne.Bot.MailWatcher.Settings;

/// <summary>The settings of the program <c>mailwatcher</c>, under <c>SiOne</c>; the mailboxes are beside them.</summary>
public sealed class ProgramOptions
{
    /// <summary>Where the <c>bot</c> listens: https, or http on this machine. Default http://127.0.0.1:5080.</summary>
    public string BotUrl { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The key of its intake door, the same as the bot's <c>SiOne:IntakeKey</c>: at least 32 characters. Required.</summary>
    public string IntakeKey { get; set; } = "";

    /// <summary>By what name leases are held; two programs that watch the same mailbox bear different ones. Default: the machine's name.</summary>
    public string Holder { get; set; } = Environment.MachineName;

    /// <summary>A mailbox to watch; more of them under <c>SiOne:Mailboxes:NAME</c>.</summary>
    public ImapOptions? Imap { get; set; }

    /// <summary>Reads all of it, with every mistake at once.</summary>
    public static (ProgramOptions Options, Dictionary<string, ImapOptions> Mailboxes, List<SettingMistake> Mistakes) Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var (options, mistakes, root) = (new ProgramOptions(), new List<SettingMistake>(), configuration.GetSection("SiOne"));
        SettingsBinder.Bind(root, options, mistakes, except: ["Mailboxes"]);
        var mailboxes = MailboxSettings.Read(root, mistakes);
        if (options.Imap is { } only) mailboxes.Add(MailboxSettings.Only, only);
        mistakes.AddRange(options.Mistakes(mailboxes).Select(mistake => mistake with { Key = $"{root.Path}:{mistake.Key}" }));
        return (options, mailboxes, mistakes);
    }

    private IEnumerable<SettingMistake> Mistakes(Dictionary<string, ImapOptions> mailboxes)
    {
        if (!Uri.TryCreate(BotUrl, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) || url.PathAndQuery != "/")
            yield return new(nameof(BotUrl), "https and a host, or http on this machine, without a path");
        if (IntakeKey.Length < 32) yield return new(nameof(IntakeKey), "at least 32 characters, the same as the bot's");
        if (Holder.Length is 0 or > 100) yield return new(nameof(Holder), "a name of 1 to 100 characters");
        if (mailboxes.Count == 0) yield return new(nameof(Imap), "a mailbox here or under Mailboxes");
        foreach (var mistake in MailboxSettings.Mistakes(mailboxes)) yield return mistake;
    }
}
