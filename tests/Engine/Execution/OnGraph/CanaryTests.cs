using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>RELIABILITY E74: a new password is in memory, in the one call that sets it and before its one reader, and nowhere else.</summary>
public sealed class CanaryTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("access-pass")]
    [InlineData("arrival")]
    public async Task E74_A_new_password_is_in_no_store_file_spool_mail_card_log_or_sealed_text(string family)
    {
        await using var bench = await GraphBench.StartAsync(customers: 1);
        var customer = bench.World.Customers[0];
        var request = (await bench.AskAsync(customer, Families.Of(family, customer, bench.Bench.Clock.GetUtcNow())))[0];
        await bench.ApproveAsync(request);
        await bench.PassAsync(request, TimeSpan.FromHours(1));
        await bench.Bench.SendAllAsync();
        var shown = await bench.Desk.RevealAsync(request.State.Reference, ExecutionBench.Second, CancellationToken.None);
        Assert.True(shown?.Length >= 8);
        Assert.Null(await bench.Desk.RevealAsync(request.State.Reference, ExecutionBench.Second, CancellationToken.None));

        foreach (var (where, bytes) in await EverythingAsync(bench, request))
            foreach (var form in Forms(shown)) Assert.True(bytes.AsSpan().IndexOf(form) < 0, where);
        await EffectCheck.HoldsAsync(bench);
    }

    /// <summary>As text of one byte a letter and of two, and as it would stand in base64 or JSON.</summary>
    private static IEnumerable<byte[]> Forms(string secret) =>
    [
        Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret), Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=')[..^1]),
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(secret).Trim('"')), Encoding.UTF8.GetBytes(Uri.EscapeDataString(secret)),
    ];

    private static async Task<List<(string Where, byte[] Bytes)>> EverythingAsync(GraphBench bench, RequestDocument request)
    {
        var all = new List<(string, byte[])>();
        var now = await bench.NowAsync(request);
        all.Add(("document", JsonSerializer.SerializeToUtf8Bytes(now)));
        all.AddRange(bench.Bench.Sender.Attempts.Select(sent => ("mail", sent.Bytes)));
        all.AddRange(bench.Bench.ChatSender.Shown.Select(shown => ("card", JsonSerializer.SerializeToUtf8Bytes(shown.Outgoing))));
        all.AddRange(bench.World.Logged.All.Select(line => ("log", Encoding.UTF8.GetBytes(line))));
        all.AddRange(bench.World.Server.Log.Calls.Select(call => ("address", Encoding.UTF8.GetBytes($"{call.Path}?{call.Query}"))));
        // Opened, too: a seal is no reason to keep a password.
        var texts = new List<string> { now.State.Run!.PlanKey };
        texts.AddRange(now.State.Run.Steps.Select((_, at) => $"{now.State.Run.PlanKey}/before/{at}"));
        await foreach (var row in bench.Bench.Store.AllOutboxAsync(CancellationToken.None)) texts.AddRange([Outgoing.TextKey(row.Key), Outgoing.BytesKey(row.Key)]);
        var opened = 0;
        foreach (var key in texts)
            if (await bench.Bench.Vault.ReadBytesAsync(key, CancellationToken.None) is { } text)
            {
                all.Add(($"text {key}", [.. text]));
                opened++;
            }

        Assert.True(opened >= 2);
        Assert.Contains(all, found => found.Item1 == "mail");
        foreach (var path in Directory.EnumerateFiles(bench.Bench.Folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
            all.Add((path, ReadShared(path)));
        return all;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
