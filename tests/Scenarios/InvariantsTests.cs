using SiOne.Bot.Scenarios.Hosting;
using Xunit.Sdk;

namespace SiOne.Bot.Scenarios;

/// <summary>The checker at the end of each scenario sees what it is there to see.</summary>
public sealed class InvariantsTests
{
    [Fact]
    public async Task A_lost_mail_a_changed_byte_and_a_name_in_the_log_are_each_seen()
    {
        await using var site = await Site.CreateAsync();
        await site.SendAsync(new Letter { From = site.Admin });
        await site.RunAsync();
        await site.SettledAsync(1);
        await site.LedgerAsync();

        var log = await File.ReadAllTextAsync(site.LogFile);
        await File.AppendAllTextAsync(site.LogFile, $"A mail of {site.Admin} was taken.\n");
        await FailsAsync(site);
        await File.WriteAllTextAsync(site.LogFile, log);

        var spooled = Assert.Single(Directory.GetFiles(Path.Combine(site.DataFolder, "spool"), "*", SearchOption.AllDirectories));
        var bytes = await File.ReadAllBytesAsync(spooled);
        await File.WriteAllBytesAsync(spooled, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        await FailsAsync(site);
        await File.WriteAllBytesAsync(spooled, bytes);
        await new Invariants(site).CheckAsync();

        await site.SendAsync(new Letter { From = site.Admin }); // Nobody watches: it has no row.
        await FailsAsync(site);
    }

    private static async Task FailsAsync(Site site) => await Assert.ThrowsAnyAsync<XunitException>(() => new Invariants(site).CheckAsync());
}
