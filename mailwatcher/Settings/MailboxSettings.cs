using Microsoft.Extensions.Configuration;

namespace SiOne.Bot.MailWatcher.Settings;

/// <summary>The mailboxes that are watched: <c>Imap</c>, and any number under <c>Mailboxes:NAME</c> with the same keys.</summary>
public static class MailboxSettings
{
    /// <summary>How <c>Imap</c> is named beside the others.</summary>
    public const string Only = "Imap";

    private const int LongestName = 40;

    /// <summary>Fills the mailboxes under <c>Mailboxes</c>.</summary>
    /// <param name="root">The section that holds both keys.</param>
    /// <param name="mistakes">Where mistakes go, with whole keys.</param>
    public static Dictionary<string, ImapOptions> Read(IConfigurationSection root, ICollection<SettingMistake> mistakes)
    {
        ArgumentNullException.ThrowIfNull(root);
        var mailboxes = new Dictionary<string, ImapOptions>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in root.GetSection("Mailboxes").GetChildren())
        {
            if (!IsName(child.Key)) mistakes.Add(new SettingMistake(child.Path, $"as its name 1 to {LongestName} letters, digits, - or _, and not {Only}"));
            var options = mailboxes[child.Key] = new ImapOptions();
            if (child.GetChildren().Any()) SettingsBinder.Bind(child, options, mistakes);
            else mistakes.Add(new SettingMistake(child.Path, "a group of keys"));
        }
        return mailboxes;
    }

    /// <summary>What is wrong with the mailboxes, each alone and together.</summary>
    /// <param name="mailboxes">By name.</param>
    public static IEnumerable<SettingMistake> Mistakes(IEnumerable<KeyValuePair<string, ImapOptions>> mailboxes)
    {
        var seen = new HashSet<object>();
        foreach (var (name, options) in mailboxes)
        {
            var key = name == Only ? Only : $"Mailboxes:{name}";
            foreach (var mistake in options.Mistakes()) yield return new($"{key}:{mistake.Key}", mistake.Expected);
            if (!seen.Add(options.Identity)) yield return new(key, "another mailbox or folder: this one is watched already");
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && !name.Equals(Only, StringComparison.OrdinalIgnoreCase);
}
