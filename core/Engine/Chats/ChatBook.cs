using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Chats;

/// <summary>
/// The chats that the bot may write to, sealed: they name accounts. A listed person's chat is also found under the person, so that an
/// administrator who has the bot decides there.
/// </summary>
/// <param name="vault">Where they lie.</param>
/// <param name="store">The durable memory.</param>
public sealed class ChatBook(TextVault vault, IStore store)
{
    /// <summary>A chat; null when it was never seen, or was erased.</summary>
    public async Task<Chat?> FindAsync(ChatKey key, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(TextKey(key), cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes, ChatJson.Default.Chat) : null;

    /// <summary>The open chat of a listed person; null when they have none.</summary>
    public async Task<ChatKey?> FindOfAsync(Customer customer, Person person, CancellationToken cancellationToken)
    {
        if (customer.TenantId is not { } tenant) return null;
        var account = person.EntraId ?? await AccountOfAsync(customer, person, cancellationToken);
        if (account is not { } known) return null;
        var key = ChatKey.Of(new SignedInAccount(tenant, known));
        return await FindAsync(key, cancellationToken) is { Closed: false } ? key : null;
    }

    /// <summary>Keeps a chat as it was last seen; writes only what changed.</summary>
    /// <param name="key">Which.</param>
    /// <param name="chat">As it was seen.</param>
    /// <param name="sender">Whose it is; null for the technicians' channel.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async Task RememberAsync(ChatKey key, Chat chat, Sender? sender, CancellationToken cancellationToken)
    {
        var texts = ImmutableArray.CreateBuilder<TextRow>();
        if (await FindAsync(key, cancellationToken) != chat) texts.Add(vault.Seal(TextKey(key), JsonSerializer.SerializeToUtf8Bytes(chat, ChatJson.Default.Chat)));
        if (sender is { Customer: { } customer, Person: { EntraId: null } person, Account: { } account }
            && await AccountOfAsync(customer, person, cancellationToken) != account)
            texts.Add(vault.Seal(PersonKey(customer, person), Encoding.UTF8.GetBytes(account.ToString("D"))));
        if (texts.Count > 0) await store.CommitAsync(new StoreUnit { Texts = texts.ToImmutable() }, cancellationToken);
    }

    /// <summary>Nothing goes there any more until its reader is seen again.</summary>
    public async Task CloseAsync(ChatKey key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is { Closed: false } open) await RememberAsync(key, open with { Closed = true }, sender: null, cancellationToken);
    }

    private async Task<Guid?> AccountOfAsync(Customer customer, Person person, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(PersonKey(customer, person), cancellationToken) is { } bytes && Guid.TryParseExact(Encoding.UTF8.GetString(bytes), "D", out var account)
            ? account
            : null;

    private static string TextKey(ChatKey key) => $"chat/{key}";

    private static string PersonKey(Customer customer, Person person) => $"chat-of/{customer.Id}/{person.Id}";
}
