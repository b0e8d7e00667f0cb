namespace SiOne.Bot.Host.Connector;

/// <summary>Which of the two bots is meant. Each has its own app id, its own endpoint and its own people.</summary>
public enum BotKey
{
    /// <summary>The customers' bot: employees, in personal chats.</summary>
    Customers,

    /// <summary>The technicians' bot: SI-ONE's own tenant, in one channel.</summary>
    Technicians,
}
