using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Benchmarks.Runs;

/// <summary>The first raw limit: what the mail server and MailKit do when each mail is only fetched and flagged.</summary>
internal static class ImapLimit
{
    public static async Task<Speed> MeasureAsync(DovecotServer server, string address, int batch)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", server.ImapPort, SecureSocketOptions.None);
        await client.AuthenticateAsync(address, DovecotServer.Password);
        var folder = (IImapFolder)client.Inbox!;
        await folder.OpenAsync(FolderAccess.ReadWrite);
        var uids = await folder.SearchAsync(MailKit.Search.SearchQuery.All);
        var bytes = new byte[64 << 10];
        return await Speed.OfAsync(uids.Count, async () =>
        {
            foreach (var some in uids.Chunk(batch))
            {
                await folder.GetStreamsAsync(some, async (_, _, _, stream, token) =>
                {
                    while (await stream.ReadAsync(bytes, token) > 0) { }
                });
                await folder.AddFlagsAsync(some, MessageFlags.Seen, silent: true);
            }
        });
    }
}
