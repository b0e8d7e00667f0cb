using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests;

/// <summary>What somebody wrote in a chat, as the tests keep it.</summary>
internal sealed record ChatText(Guid Tenant, Guid Account, string? Address, string Text, string Id, string? InReplyTo = null, bool Amends = false)
{
    public byte[] Raw() => JsonSerializer.SerializeToUtf8Bytes(this);
}

/// <summary>Reads them.</summary>
internal sealed class FakeActivities : IActivityReader
{
    public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt)
    {
        var said = JsonSerializer.Deserialize<ChatText>(raw.Span)!;
        return new MailReading.Message(new InboundMessage
        {
            Channel = Channel.Teams,
            ReceivedAt = receivedAt,
            From = said.Address is { } address ? new Party(MailAddress.Parse(address), null) : null,
            SignedIn = new SignedInAccount(said.Tenant, said.Account),
            Text = said.Text,
            Body = said.Text,
            MessageId = said.Id,
            InReplyTo = said.InReplyTo,
            Amends = said.Amends,
            Authentication = SenderProof.Pass,
        });
    }
}

/// <summary>A chat service that takes what the tests let it take.</summary>
internal sealed class FakeChats : IChatSender
{
    private readonly Lock _gate = new();
    private readonly List<(OutboxRow Row, Outgoing Outgoing)> _shown = [];

    public Func<OutboxRow, SendOutcome> Answer { get; set; } = _ => new SendOutcome.Accepted(201);

    public IReadOnlyList<(OutboxRow Row, Outgoing Outgoing)> Shown
    {
        get
        {
            lock (_gate) return [.. _shown];
        }
    }

    public Task<SendOutcome> SendAsync(OutboxRow row, Outgoing outgoing, CancellationToken cancellationToken)
    {
        var outcome = Answer(row);
        lock (_gate)
            if (outcome is SendOutcome.Accepted) _shown.Add((row, outgoing));
        return Task.FromResult(outcome);
    }
}
