using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>Where words go: to a chat where there is one, else, or when that chat takes nothing, to a mail address.</summary>
/// <param name="Address">The mail address; null where none is known: then the chat is the only way.</param>
/// <param name="Chat">The chat; null for a mail.</param>
public sealed record Destination(MailAddress? Address, ChatKey? Chat = null)
{
    /// <summary>Where the answer to a message goes: the channel of origin.</summary>
    public static Destination OfAnswer(InboundMessage message, Sender sender) => new(
        Recipient(message, sender), message.SignedIn is { } account ? ChatKey.Of(account) : null);

    /// <summary>What stands for the reader in keys and caps.</summary>
    public string Pseudonym(Pseudonyms pseudonyms) => Chat is { } chat ? pseudonyms.Of(chat) : pseudonyms.Of(Address!.Value);

    /// <summary>Never Reply-To: the listed address that the person wrote from, else the address under the customer's own domain.</summary>
    private static MailAddress? Recipient(InboundMessage message, Sender sender)
    {
        var from = message.From?.Address;
        if (sender.Person is not { } person) return from;
        return from is { } wrote && person.Addresses.Contains(wrote) ? person.Addresses.First(address => address == wrote) : person.Addresses[0];
    }
}
