using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Cards;

/// <summary>
/// The cards that stand outside and what their buttons mean. A card lives longer than the code and anybody may edit its payload: it carries
/// opaque ids, and all else lies here, sealed.
/// </summary>
/// <param name="master">Makes ids that nobody can guess.</param>
/// <param name="vault">Where they lie.</param>
public sealed class CardBook(MasterKey master, TextVault vault)
{
    private readonly byte[] _key = master.Derive("card-grants");

    /// <summary>The id of a button: 128 bits, always the same for the same button of the same revision, so that showing a card again adds none.</summary>
    public string IdOf(Grant grant) => Convert.ToHexStringLower(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{grant.Card}|{grant.Request}|{grant.Verb}|{grant.Revision}")).AsSpan(0, 16));

    /// <summary>A row that keeps what a button stands for.</summary>
    public TextRow Seal(Grant grant) => vault.Seal(GrantKey(IdOf(grant)), JsonSerializer.SerializeToUtf8Bytes(grant, CardJson.Default.Grant));

    /// <summary>A row that keeps a card.</summary>
    public TextRow Seal(ShownCard card) => vault.Seal(CardKey(card.Id), JsonSerializer.SerializeToUtf8Bytes(card, CardJson.Default.ShownCard));

    /// <summary>A row by which a card is found where it was posted.</summary>
    /// <param name="place">The name of the post that a reply to it gives.</param>
    /// <param name="card">The card.</param>
    public TextRow SealPlace(string place, ShownCard card) => vault.Seal(PlaceKey(place), Encoding.UTF8.GetBytes(card.Id));

    /// <summary>What a button stands for; null when no card ever had that id, or it was erased.</summary>
    /// <param name="id">Hostile text.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Grant?> FindGrantAsync(string id, CancellationToken cancellationToken) =>
        id.Length == 32 && id.All(char.IsAsciiHexDigitLower) && await vault.ReadBytesAsync(GrantKey(id), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize(bytes, CardJson.Default.Grant)
            : null;

    /// <summary>A card; null when it never stood anywhere, or was erased.</summary>
    public async Task<ShownCard?> FindAsync(string id, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(CardKey(id), cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes, CardJson.Default.ShownCard) : null;

    /// <summary>The card that was posted at a place; null when none of ours was.</summary>
    public async Task<ShownCard?> FindAtAsync(string place, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(PlaceKey(place), cancellationToken) is { } id ? await FindAsync(Encoding.UTF8.GetString(id), cancellationToken) : null;

    private static string GrantKey(string id) => $"grant/{id}";

    private static string CardKey(string id) => $"card/{id}";

    private static string PlaceKey(string place) => $"card-at/{IntakeKeys.ContentHash(Encoding.UTF8.GetBytes(place))}";
}
