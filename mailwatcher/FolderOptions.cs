using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.MailWatcher;

/// <summary>A folder of the file system as a mailbox: each <c>.eml</c> file in it is a mail.</summary>
public sealed class FolderOptions
{
    /// <summary>The folder. Required; made if it does not exist, with <c>taken</c> and <c>refused</c> in it.</summary>
    public string Path { get; set; } = "";

    /// <summary>The longest time between two looks, whatever the file system announces: 100 ms to 10 minutes. Default 2 seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A file is taken once size and time have not changed for this long: 10 ms to 1 minute. Default 250 ms. Who writes slowly writes under
    /// another ending and renames.
    /// </summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A larger file is refused: 1,024 bytes to 100 MiB. Default 25 MiB.</summary>
    public int MaxMailBytes { get; set; } = 25 << 20;

    /// <summary>All mistakes in these settings at once; empty when they can be used.</summary>
    public IEnumerable<OptionMistake> Mistakes()
    {
        if (string.IsNullOrWhiteSpace(Path)) yield return new(nameof(Path), "the path of a folder");
        if (PollInterval < TimeSpan.FromMilliseconds(100) || PollInterval > TimeSpan.FromMinutes(10))
            yield return new(nameof(PollInterval), "a time from 00:00:00.1 to 00:10:00");
        if (Settle < TimeSpan.FromMilliseconds(10) || Settle > TimeSpan.FromMinutes(1))
            yield return new(nameof(Settle), "a time from 00:00:00.01 to 00:01:00");
        if (MaxMailBytes is < 1024 or > 100 << 20) yield return new(nameof(MaxMailBytes), "a number from 1024 to 104857600");
    }
}
