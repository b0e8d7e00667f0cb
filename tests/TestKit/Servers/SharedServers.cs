namespace SiOne.Bot.TestKit.Servers;

/// <summary>
/// One Dovecot and one Postfix for all tests of a test process, started when first asked for and ended with the process. Whoever stops or
/// restarts a server starts one of its own.
/// </summary>
public static class SharedServers
{
    private static readonly Lazy<Task<DovecotServer>> SharedDovecot = new(() => DovecotServer.StartAsync());

    private static readonly Lazy<Task<PostfixServer>> SharedPostfix = new(async () => await PostfixServer.StartAsync(await SharedDovecot.Value));

    public static Task<DovecotServer> DovecotAsync() => SharedDovecot.Value;

    public static Task<PostfixServer> PostfixAsync() => SharedPostfix.Value;
}
