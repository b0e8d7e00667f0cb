using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Intake;

/// <summary>RELIABILITY.md A 6 and A 7: what is one mail, and what are two.</summary>
public sealed class TwinTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_mail_by_two_ways_is_one_request(bool together)
    {
        await using var bench = new Bench();
        var first = Bench.Mail(1, id: "one@client.example");
        var second = Bench.Mail(2, id: "one@client.example", more: "Received: from relay.example\n", received: Bench.Start.AddMinutes(1));
        if (together) await bench.TakeAsync(first, second);
        else
        {
            await bench.TakeAsync(first);
            await bench.TakeAsync(second);
        }

        Assert.Equal((LedgerEnd.Ignored, "duplicate"), await EndAsync(bench, 2));
        Assert.Single(await bench.EffectsAsync());
    }

    [Fact]
    public async Task Another_text_sender_subject_or_day_under_the_same_id_is_another_mail()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, id: "one@client.example"));
        await bench.TakeAsync(Bench.Mail(2, id: "one@client.example", subject: "Autre chose"));
        await bench.TakeAsync(Bench.Mail(3, id: "one@client.example", from: "rene@rival.example"));
        await bench.TakeAsync(Bench.Mail(4, id: "one@client.example", received: Bench.Start.AddHours(25)));

        foreach (var uid in new uint[] { 2, 3, 4 }) Assert.NotEqual("duplicate", (await EndAsync(bench, uid)).Reason);
    }

    [Fact]
    public async Task A_copy_that_proves_its_sender_is_no_mere_copy()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, id: "one@client.example", dmarc: "fail"));
        await bench.TakeAsync(Bench.Mail(2, id: "one@client.example", received: Bench.Start.AddMinutes(1)));

        Assert.NotEqual("duplicate", (await EndAsync(bench, 2)).Reason);
    }

    private static async Task<(LedgerEnd? End, string? Reason)> EndAsync(Bench bench, uint uid)
    {
        var row = await bench.RowAsync(uid);
        return (row.End, row.Reason);
    }
}
