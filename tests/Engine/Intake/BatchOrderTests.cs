using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Intake;

public sealed class BatchOrderTests
{
    [Fact]
    public void What_speaks_of_another_message_of_the_batch_waits()
    {
        var order = BatchOrder.Of([Item(1), Item(2, references: ["m1"]), Item(3, inReplyTo: "m4"), Item(4), Item(5, inReplyTo: "elsewhere")]);
        Assert.Equal([false, true, true, false, false], Enumerable.Range(1, 5).Select(n => order.Waits(Key(n))));
    }

    [Fact]
    public void What_names_itself_does_not_wait()
    {
        Assert.False(BatchOrder.Of([Item(1, inReplyTo: "m1")]).Waits(Key(1)));
    }

    [Fact]
    public void The_second_of_two_equal_mails_waits_for_the_first()
    {
        var order = BatchOrder.Of([Item(1, hash: "same"), Item(2, hash: "same")]);
        Assert.False(order.Waits(Key(1)));
        Assert.True(order.Waits(Key(2)));
    }

    private static IntakeKey Key(int n) => new($"k{n}");

    private static (IntakeRow Row, InboundMessage Message) Item(int n, string? inReplyTo = null, string[]? references = null, string? hash = null) => (
        new IntakeRow { Key = Key(n), Channel = Channel.Mail, ReceivedAt = Bench.Start, KeptAt = Bench.Start, ContentHash = hash ?? $"h{n}", Size = 1 },
        new InboundMessage { Channel = Channel.Mail, ReceivedAt = Bench.Start, MessageId = $"m{n}", InReplyTo = inReplyTo, References = [.. references ?? []] });
}
