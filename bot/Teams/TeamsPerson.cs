using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Teams;

/// <summary>Who does something in Teams, by the authenticated activity alone.</summary>
/// <param name="Account">Tenant and object id.</param>
/// <param name="Address">The address by the tenant's directory; null where it told none.</param>
/// <param name="Name">The name, likewise; for display.</param>
/// <param name="Guest">A guest of that tenant; null while its directory has not said so: whoever needs a member takes that for a yes.</param>
/// <param name="Sender">As the customer files know them.</param>
/// <param name="Language">That of their client: a listed person too may have set it to English.</param>
internal sealed record TeamsPerson(SignedInAccount Account, string? Address, string? Name, bool? Guest, Sender Sender, Language Language)
{
    /// <summary>Teams' id of them for this bot, to whom a card is shown afresh; null where it is not known.</summary>
    public string? UserId { get; init; }

    /// <summary>The directory was asked and did not answer in time: asked again it may.</summary>
    public bool Unheard { get; init; }

    /// <summary>Their chat with the bot.</summary>
    public ChatKey Chat => ChatKey.Of(Account);

    /// <summary>The account of an activity; null when it names none: then nobody acts.</summary>
    public static SignedInAccount? AccountOf(VerifiedActivity turn) =>
        Guid.TryParse(turn.TenantId, out var tenant) && Guid.TryParse(turn.Activity.From?.PersonId(), out var account) ? new SignedInAccount(tenant, account) : null;
}
