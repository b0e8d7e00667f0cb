using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Engine.Chats;

/// <summary>Where somebody is written to in a chat: one signed-in account's own chat with the bot, or the technicians' channel.</summary>
/// <param name="Value">The key.</param>
public readonly record struct ChatKey(string Value)
{
    /// <summary>The technicians' channel.</summary>
    public static ChatKey Technicians { get; } = new("technicians");

    /// <summary>The personal chat of an account.</summary>
    public static ChatKey Of(SignedInAccount account) => new($"{account.TenantId:D}/{account.AccountId:D}");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
