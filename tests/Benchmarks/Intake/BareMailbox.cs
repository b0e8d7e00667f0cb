using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>The outer half of a bare intake: MailKit that fetches a batch, each mail a synced file of its own, and that flags it. Nothing is read or sealed.</summary>
internal sealed class BareMailbox : IDisposable
{
    private const int SyncedAtOnce = 8; // As the product's door does it.
    private readonly ImapClient _client = new();
    private readonly TempFolder _files = new();
    private Queue<UniqueId[]> _batches = [];
    private UniqueId[] _kept = [];

    private BareMailbox()
    {
    }

    private IImapFolder Folder => (IImapFolder)_client.Inbox!;

    /// <summary>Opens a mailbox that is full.</summary>
    /// <param name="server">Where it is.</param>
    /// <param name="batch">Mails at a time.</param>
    public static async Task<BareMailbox> OpenAsync(DovecotServer server, int batch)
    {
        var mailbox = new BareMailbox();
        await mailbox._client.ConnectAsync("127.0.0.1", server.ImapPort, SecureSocketOptions.None);
        await mailbox._client.AuthenticateAsync(FilledStore.Address, DovecotServer.Password);
        await mailbox.Folder.OpenAsync(FolderAccess.ReadWrite);
        mailbox._batches = new((await mailbox.Folder.SearchAsync(MailKit.Search.SearchQuery.All)).Chunk(batch));
        return mailbox;
    }

    /// <summary>Fetches the next batch; returns when its files and their names are on the disk.</summary>
    public async Task BringAsync()
    {
        _kept = _batches.Dequeue();
        var mails = new List<byte[]>(_kept.Length);
        await Folder.GetStreamsAsync(_kept, async (_, _, _, stream, token) =>
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, token);
            mails.Add(bytes.ToArray());
        });
        await Parallel.ForAsync(0, mails.Count, new ParallelOptions { MaxDegreeOfParallelism = SyncedAtOnce }, (i, _) =>
        {
            using var file = File.OpenHandle(_files.File(_kept[i].ToString()), FileMode.Create, FileAccess.Write);
            RandomAccess.Write(file, mails[i], 0);
            FileSync.Flush(file);
            return ValueTask.CompletedTask;
        });
        MessageSpool.Flush([_files.Path]);
    }

    /// <summary>Flags the batch on the server.</summary>
    public Task MarkAsync() => Folder.AddFlagsAsync(_kept, MessageFlags.Seen, silent: true);

    public void Dispose()
    {
        _client.Dispose();
        _files.Dispose();
    }
}
