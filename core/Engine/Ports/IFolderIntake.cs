namespace SiOne.Bot.Engine.Ports;

/// <summary>The door through which the watcher of a folder mailbox hands in the mail files that it finds.</summary>
public interface IFolderIntake
{
    /// <summary>
    /// Keeps one mail: sealed spool, row, barrier. Only after it returned may the file be moved away. A crash in between hands the same
    /// name and bytes in again with a later instant: that must harm nothing, while other bytes under a known name are another mail.
    /// </summary>
    /// <param name="name">The file's name without its folder. Hostile text: it is never a path.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="receivedAt">When the watcher found it.</param>
    /// <param name="cancellationToken">Before the first byte is written only.</param>
    Task KeepAsync(string name, ReadOnlyMemory<byte> bytes, DateTimeOffset receivedAt, CancellationToken cancellationToken);
}
