using System.Collections.Immutable;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace SiOne.Bot.TestKit.Servers;

/// <summary>A second client of a mailbox: puts mail in, looks, deletes. Each call is a connection of its own.</summary>
/// <param name="port">Plain IMAP port on 127.0.0.1.</param>
/// <param name="address">Sign-in name.</param>
/// <param name="password">Its password.</param>
public sealed class TestMailbox(int port, string address, string password)
{
    public string Address => address;

    /// <summary>Puts a well-formed mail in as it is; its UID.</summary>
    public async Task<uint> AppendAsync(
        string mail, MessageFlags flags = MessageFlags.None, DateTimeOffset? internalDate = null, string folder = "INBOX") =>
        (await AppendAsync([System.Text.Encoding.UTF8.GetBytes(mail)], flags, internalDate, folder))[0];

    /// <summary>Puts well-formed mails in as they are, in one command; their UIDs.</summary>
    public Task<ImmutableArray<uint>> AppendAsync(
        IEnumerable<byte[]> mails, MessageFlags flags = MessageFlags.None, DateTimeOffset? internalDate = null, string folder = "INBOX") =>
        OnFolderAsync(folder, FolderAccess.None, async opened =>
        {
            var requests = mails.Select(mail => new AppendRequest(MimeMessage.Load(new MemoryStream(mail)), flags) { InternalDate = internalDate }).ToArray();
            var uids = await opened.AppendAsync(requests);
            return uids.Select(u => u.Id).ToImmutableArray();
        });

    /// <summary>The UIDs in a folder, ascending.</summary>
    public Task<ImmutableArray<uint>> UidsAsync(string folder = "INBOX") =>
        OnFolderAsync(folder, FolderAccess.ReadOnly, async opened =>
            (await opened.SearchAsync(SearchQuery.All)).Select(u => u.Id).Order().ToImmutableArray());

    /// <summary>The UIDVALIDITY of a folder.</summary>
    public Task<uint> UidValidityAsync(string folder = "INBOX") => OnFolderAsync(folder, FolderAccess.ReadOnly, opened => Task.FromResult(opened.UidValidity));

    /// <summary>UIDs with flags and keywords, each a word such as <c>Seen</c> or <c>$SiOneTaken</c>.</summary>
    public Task<ImmutableSortedDictionary<uint, ImmutableHashSet<string>>> FlagsAsync(string folder = "INBOX") =>
        OnFolderAsync(folder, FolderAccess.ReadOnly, async opened =>
            (await opened.FetchAsync(0, -1, MessageSummaryItems.UniqueId | MessageSummaryItems.Flags)).ToImmutableSortedDictionary(
                m => m.UniqueId.Id,
                m => m.Keywords.Concat(Enum.GetValues<MessageFlags>().Where(f => f is not MessageFlags.None && (m.Flags & f) == f)
                    .Select(f => f.ToString())).ToImmutableHashSet(StringComparer.Ordinal)));

    /// <summary>The raw mails of a folder, oldest first, once there are at least as many as asked for.</summary>
    public async Task<ImmutableArray<byte[]>> WaitForAsync(int count, TimeSpan? limit = null, string folder = "INBOX")
    {
        using var end = new CancellationTokenSource(limit ?? Deadline.Default);
        return await OnFolderAsync(folder, FolderAccess.ReadOnly, async opened =>
        {
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (true)
            {
                await opened.CheckAsync(CancellationToken.None);
                if (opened.Count >= count) return await ReadAllAsync(opened);
                try
                {
                    await tick.WaitForNextTickAsync(end.Token);
                }
                catch (OperationCanceledException e)
                {
                    throw new TimeoutException($"{opened.Count} of {count} mails arrived in {folder} of {address}.", e);
                }
            }
        });
    }

    /// <summary>Deletes mails for good.</summary>
    public Task ExpungeAsync(params uint[] uids) =>
        OnFolderAsync("INBOX", FolderAccess.ReadWrite, async opened =>
        {
            var ids = uids.Select(u => new UniqueId(u)).ToList();
            await opened.AddFlagsAsync(ids, MessageFlags.Deleted, silent: true);
            await opened.ExpungeAsync(ids);
            return 0;
        });

    private static async Task<ImmutableArray<byte[]>> ReadAllAsync(IMailFolder opened)
    {
        var mails = ImmutableArray.CreateBuilder<byte[]>();
        for (var i = 0; i < opened.Count; i++)
        {
            await using var stream = await opened.GetStreamAsync(i, "");
            var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            mails.Add(bytes.ToArray());
        }
        return mails.ToImmutable();
    }

    private async Task<T> OnFolderAsync<T>(string name, FolderAccess access, Func<IMailFolder, Task<T>> act)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None);
        await client.AuthenticateAsync(address, password);
        var folder = await client.GetFolderAsync(name);
        if (access is not FolderAccess.None) await folder.OpenAsync(access);
        var result = await act(folder);
        await client.DisconnectAsync(quit: true);
        return result;
    }
}
