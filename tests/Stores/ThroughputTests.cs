using SiOne.Bot.Stores.LiteDb;
using Xunit.Abstractions;

namespace SiOne.Bot.Stores.Tests;

public sealed class ThroughputTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Fifty_mails_together_share_their_barriers()
    {
        using var folder = new TempFolder();
        var barriers = 0;
        var options = new LiteDbOptions { Path = folder.File, Reached = point => barriers += point == "store.barrier" ? 1 : 0 };
        await using var store = LiteDbStore.Open(options, TimeProvider.System);

        var alone = await Throughput.RunAsync(store, 1, 40, together: 1);
        var aloneBarriers = barriers;
        var together = await Throughput.RunAsync(store, 1_001, 1_000, together: 50);

        output.WriteLine($"{alone}\n{together}\n{aloneBarriers} barriers for 40 mails, {barriers - aloneBarriers} for 1,000");
        Assert.Equal(120, aloneBarriers);
        Assert.True(barriers - aloneBarriers < 1_000, $"{barriers - aloneBarriers} barriers for 3,000 units");
    }
}
