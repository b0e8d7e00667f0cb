using System.Text.Json;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Tests.Commands;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>A lost store is made anew out of the spool: the same requests, and nothing sent.</summary>
public sealed class RebuildTests : IDisposable
{
    private readonly Installation _installation = new();

    private string Into => _installation.At("again");

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task The_same_requests_come_out_and_nothing_is_sent()
    {
        var before = await FilledAsync();
        foreach (var file in Directory.GetFiles(_installation.Data, "sione*")) File.Delete(file);

        var verb = await ProgramRun.VerbAsync(_installation.Folder, $"rebuild-from-spool --into {Into}", _installation.Environment);
        Assert.True(verb.ExitCode == 0, verb.Error);
        Assert.Contains(verb.Lines, line => line.StartsWith("messages             9", StringComparison.Ordinal));
        Assert.Contains(verb.ErrorLines, line => line.Contains("cannot be named", StringComparison.Ordinal));

        await using var parts = await _installation.OpenAsync(data: Into);
        Assert.Equal(before.Select(Told), (await Installation.RequestsAsync(parts)).Select(Told));
        Assert.True((await Installation.AuditAsync(parts)).AddsUp);
        while (await parts.Outbox.WorkOnceAsync(CancellationToken.None)) { }
        Assert.False(Directory.Exists(_installation.At("out")));
        Assert.All(await parts.Store.AllOutboxAsync(CancellationToken.None).ToListAsync(), row => Assert.Equal((OutboxState.Held, "rebuilt"), (row.State, row.Reason)));
        // What arrived since the loss is fetched; what was below the first mail is none of ours.
        Assert.Equal(0u, (await parts.Door.OpenAsync(Installation.Mail(1).Mailbox, 1, 100, fence: 0, CancellationToken.None)).Cursor);
        var missing = await parts.Door.MissingAsync(Installation.Mail(1).Mailbox, 1, [1, 2, 3, 4, 5, 6, 7, 8, 9], fence: 0, CancellationToken.None);
        Assert.Equal("8 9", string.Join(' ', missing));
    }

    [Fact]
    public async Task A_host_on_the_new_folder_holds_everything_until_it_is_released()
    {
        await FilledAsync();
        Assert.Equal(0, (await VerbAsync($"rebuild-from-spool --into {Into}")).ExitCode);
        await using (var parts = await _installation.OpenAsync(data: Into))
        {
            await Installation.TakeAsync(parts, Installation.Mail(50));
            while (await parts.Outbox.WorkOnceAsync(CancellationToken.None)) { }
            Assert.False(Directory.Exists(_installation.At("out")));
        }

        var settings = _installation.Environment.Select(pair => pair.Key == "SiOne__DataFolder" ? (pair.Key, Into) : pair).ToArray();
        var released = await ProgramRun.VerbAsync(_installation.Folder, "rebuild-from-spool --release --drop-held", settings);
        Assert.True(released.ExitCode == 0, released.Error);
        await using var after = await _installation.OpenAsync(data: Into);
        Assert.All(await after.Store.AllOutboxAsync(CancellationToken.None).ToListAsync(), row => Assert.Equal(OutboxState.Dropped, row.State));
        await Installation.TakeAsync(after, Installation.Mail(51));
        while (await after.Outbox.WorkOnceAsync(CancellationToken.None)) { }
        Assert.NotEmpty(Directory.GetFiles(_installation.At("out")));
        Assert.Equal(1, (await ProgramRun.VerbAsync(_installation.Folder, "rebuild-from-spool --release", settings)).ExitCode);
    }

    [Fact]
    public async Task What_is_damaged_or_was_destroyed_is_named()
    {
        await FilledAsync();
        var spooled = Directory.GetFiles(Path.Combine(_installation.Data, "spool"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var (damaged, gone) = (spooled[^1], spooled[^2]);
        var bytes = await File.ReadAllBytesAsync(damaged);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(damaged, bytes);
        File.Delete(gone);

        var verb = await VerbAsync($"rebuild-from-spool --into {Into}");
        Assert.Equal(1, verb.ExitCode);
        Assert.Contains($"damaged {Path.GetFileName(damaged)}", verb.Lines);
        Assert.Contains(verb.Lines, line => line.StartsWith($"not-in-spool {Path.GetFileName(gone)} ", StringComparison.Ordinal));
        Assert.Contains(verb.Lines, line => line.StartsWith("messages             7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_refused_where_something_is_and_while_a_host_runs()
    {
        await FilledAsync();
        Assert.Equal(1, (await VerbAsync($"rebuild-from-spool --into {_installation.Data}")).ExitCode);
        Assert.Equal(1, (await VerbAsync($"rebuild-from-spool --into {Path.Combine(_installation.Data, "x")}")).ExitCode);
        Assert.Equal(2, (await VerbAsync("rebuild-from-spool")).ExitCode);
        Assert.Equal(2, (await VerbAsync($"rebuild-from-spool --into {Into} --release")).ExitCode);
        await using var running = await _installation.OpenAsync();
        Assert.Equal(75, (await VerbAsync($"rebuild-from-spool --into {Into}")).ExitCode);
        Assert.False(Directory.Exists(Into));
    }

    private async Task<RequestDocument[]> FilledAsync()
    {
        await using var parts = await _installation.OpenAsync();
        await Installation.TakeSomeAsync(parts);
        Assert.True((await Installation.AuditAsync(parts)).AddsUp);
        return [.. await Installation.RequestsAsync(parts)];
    }

    private Task<Verb> VerbAsync(string verb) => ProgramRun.VerbAsync(_installation.Folder, verb, _installation.Environment);

    /// <summary>All of a request but the instants at which the machine wrote its events down.</summary>
    private static string Told(RequestDocument document) =>
        $"{document.Id} {document.Version} {JsonSerializer.Serialize(document.State)} {JsonSerializer.Serialize(document.Journal.Select(entry => entry.Event.GetType().Name))}";
}
