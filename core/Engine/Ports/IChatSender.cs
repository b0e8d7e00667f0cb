using SiOne.Bot.Engine.Outbox;

namespace SiOne.Bot.Engine.Ports;

/// <summary>Shows in a chat what an effect says. What was posted once is replaced in place when the same effect is performed again.</summary>
public interface IChatSender
{
    /// <summary>Posts, or replaces what was posted before. Never throws on what the network or the service does: that is the outcome.</summary>
    /// <param name="row">The effect; its key tells whether it was posted before.</param>
    /// <param name="outgoing">What it says, to which chat.</param>
    /// <param name="cancellationToken">Stops before it is posted.</param>
    /// <returns>The outcome with HTTP status codes; <see cref="SendOutcome.Refused"/> when that chat will never take it.</returns>
    Task<SendOutcome> SendAsync(OutboxRow row, Outgoing outgoing, CancellationToken cancellationToken);
}

/// <summary>Stands where effects leave, so that the adapter, which itself needs the engine, can be put behind it once that is open.</summary>
public sealed class ChatGate : IChatSender
{
    /// <summary>Who sends; set before the workers start.</summary>
    public IChatSender Sender { get; set; } = new NoChats();

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(OutboxRow row, Outgoing outgoing, CancellationToken cancellationToken) => Sender.SendAsync(row, outgoing, cancellationToken);
}

/// <summary>No chat is set up: whatever was meant for one goes by mail.</summary>
public sealed class NoChats : IChatSender
{
    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(OutboxRow row, Outgoing outgoing, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Refused(404));
}
