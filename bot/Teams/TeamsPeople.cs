using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Teams;

/// <summary>Who acts: account by the activity, address by the tenant's directory, person by the customer files. Keeps where to answer them.</summary>
/// <param name="roster">Tells addresses; whoever it does not name in time is known by account alone.</param>
/// <param name="chats">Where to answer.</param>
/// <param name="directory">The customer files.</param>
/// <param name="clock">The clock.</param>
internal sealed class TeamsPeople(TeamsRoster roster, ChatBook chats, ICustomerDirectory directory, TimeProvider clock)
{
    /// <summary>Who does it; null where the activity names no account, or the conversation cannot be answered.</summary>
    public async Task<TeamsPerson?> OfAsync(VerifiedActivity turn, CancellationToken cancellationToken)
    {
        if (TeamsPerson.AccountOf(turn) is not { } account || ConversationReference.Of(turn.Bot, turn.Activity) is not { } reference) return null;
        var key = KeyOf(turn.Bot, account);
        var kept = await chats.FindAsync(key, cancellationToken);
        var known = kept is null ? null : TeamsChat.Of(kept);
        var unheard = false;
        if (known is null or { Address: null } or { Guest: null })
        {
            var answer = await roster.AskAsync(reference, account, cancellationToken);
            unheard = !answer.Answered;
            if (answer.Member is { } member) known = ChatOf(reference, member);
        }

        var person = PersonOf(account, known, TeamsChat.LanguageOf(reference.Locale)) with { Unheard = unheard };
        // Elsewhere than in their own chat a customer's people are not answered.
        if (turn.Bot is BotKey.Technicians || reference.ConversationType is "personal")
        {
            var seen = new TeamsChat(reference with { ConversationId = reference.RootId }, known?.Address, known?.Name, known?.Guest);
            await chats.RememberAsync(key, seen.ToChat(), turn.Bot is BotKey.Customers ? person.Sender : null, cancellationToken);
        }

        return person;
    }

    /// <summary>The person of a chat that was kept; null when it was erased.</summary>
    public async Task<(TeamsPerson Person, TeamsChat Chat)?> OfChatAsync(ChatKey key, CancellationToken cancellationToken)
    {
        if (await chats.FindAsync(key, cancellationToken) is not { Closed: false } kept || TeamsChat.Of(kept) is not { } chat) return null;
        return Guid.TryParse(chat.Reference.TenantId, out var tenant) && Guid.TryParse(chat.Reference.UserObjectId, out var account)
            ? (PersonOf(new SignedInAccount(tenant, account), chat, kept.Language), chat)
            : null;
    }

    /// <summary>The technicians' bot and the customers' are two: each answers in its own chats.</summary>
    private static ChatKey KeyOf(BotKey bot, SignedInAccount account) =>
        bot is BotKey.Customers ? ChatKey.Of(account) : new ChatKey($"{ChatKey.Technicians}/{ChatKey.Of(account)}");

    private TeamsPerson PersonOf(SignedInAccount account, TeamsChat? known, Language language)
    {
        // A guest of the customer's tenant is somebody else's employee.
        var sender = known is { Guest: true }
            ? Sender.Unknown
            : directory.Identify(account, MailAddress.TryParse(known?.Address, out var address) ? address : null, clock.GetUtcNow());
        return new TeamsPerson(account, known?.Address, known?.Name, known?.Guest, sender, language) { UserId = known?.Reference.UserId };
    }

    private static TeamsChat ChatOf(ConversationReference reference, ChannelAccount member) => new(
        reference, member.Email ?? member.UserPrincipalName, member.Name, !string.Equals(member.UserRole ?? "user", "user", StringComparison.OrdinalIgnoreCase));
}
