using System.Security.Cryptography;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Inbound;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>A bot's registration in the demo.</summary>
/// <param name="Key">Which one.</param>
/// <param name="AppId">Its app.</param>
/// <param name="Name">The shown name.</param>
/// <param name="Path">Where it takes activities, below the product's address.</param>
internal sealed record DemoBot(BotKey Key, string AppId, string Name, string Path)
{
    /// <summary>The customers' bot.</summary>
    public static DemoBot Customers { get; } = new(BotKey.Customers, "3b6d1f70-52c8-4e1a-9d07-b4a25c8e6f11", "Support SI-ONE", ActivityEndpoints.CustomersPath);

    /// <summary>The technicians' bot.</summary>
    public static DemoBot Technicians { get; } = new(BotKey.Technicians, "94e7c2a8-1d3b-46f5-8c60-e2b9d7a05f22", "SI-ONE Technique", ActivityEndpoints.TechniciansPath);

    /// <summary>The bot of that key.</summary>
    public static DemoBot Of(BotKey key) => key == BotKey.Customers ? Customers : Technicians;

    /// <summary>Its secret, another one at each start.</summary>
    public string Secret { get; } = RandomNumberGenerator.GetHexString(32);

    /// <summary>Its account in conversations.</summary>
    public ChannelAccount Account => new() { Id = $"28:{AppId}", Name = Name };

    /// <summary>What the product is told of it.</summary>
    public BotSettings Settings => new(AppId, DemoPeople.TechnicianTenant, new BotCredential.Secret(Secret));
}
