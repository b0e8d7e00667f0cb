using System.Collections.Immutable;
using System.Globalization;
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
    private const int CodeLength = 8;
    private const int RowLength = 24;
    private readonly byte[] _key = master.Derive("card-grants");

    /// <summary>
    /// The id of a button: 128 bits that nobody can guess, always the same for the same button of the same revision. 32 of them tell the button
    /// apart from the others of its request, the rest is the name of the row that knows them all.
    /// </summary>
    public string IdOf(Grant grant)
    {
        var row = RowOf(grant);
        return CodeOf(row, grant.Verb) + row;
    }

    /// <summary>Rows that keep what buttons stand for, those that are not kept yet.</summary>
    /// <param name="grants">The buttons of a card.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<ImmutableArray<TextRow>> SealNewAsync(ImmutableArray<Grant> grants, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<TextRow>();
        foreach (var same in grants.GroupBy(RowOf, StringComparer.Ordinal))
        {
            var (row, first) = (same.Key, same.First());
            var known = await FindRowAsync(row, cancellationToken);
            var verbs = same.Select(grant => grant.Verb).Union(known?.Verbs ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
            if (known is not null && verbs.Length == known.Verbs.Length) continue;
            var granted = new GrantedVerbs(first.Card, first.Request, first.Revision, verbs) { Plan = first.Plan, Step = first.Step };
            rows.Add(vault.Seal(GrantKey(row), JsonSerializer.SerializeToUtf8Bytes(granted, CardJson.Default.GrantedVerbs)));
        }

        return rows.ToImmutable();
    }

    /// <summary>A row that keeps a card.</summary>
    public TextRow Seal(ShownCard card) => Seal(card, vault);

    /// <summary>A row by which a card is found where it was posted.</summary>
    /// <param name="place">The name of the post that a reply to it gives.</param>
    /// <param name="card">The card.</param>
    public TextRow SealPlace(string place, ShownCard card) => vault.Seal(PlaceKey(place), Encoding.UTF8.GetBytes(card.Id));

    /// <summary>What a button stands for; null when no card ever had that id, or it was erased.</summary>
    /// <param name="id">Hostile text.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Grant?> FindGrantAsync(string id, CancellationToken cancellationToken)
    {
        if (id.Length != CodeLength + RowLength || !id.All(char.IsAsciiHexDigitLower)) return null;
        var (code, row) = (id[..CodeLength], id[CodeLength..]);
        return await FindRowAsync(row, cancellationToken) is { } granted && granted.Verbs.FirstOrDefault(verb => CodeOf(row, verb) == code) is { } meant
            ? new Grant(granted.Card, granted.Request, meant, granted.Revision) { Plan = granted.Plan, Step = granted.Step }
            : null;
    }

    /// <summary>A card; null when it never stood anywhere, or was erased.</summary>
    public async Task<ShownCard?> FindAsync(string id, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(CardKey(id), cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes, CardJson.Default.ShownCard) : null;

    /// <summary>The card that was posted at a place; null when none of ours was.</summary>
    public async Task<ShownCard?> FindAtAsync(string place, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(PlaceKey(place), cancellationToken) is { } id ? await FindAsync(Encoding.UTF8.GetString(id), cancellationToken) : null;

    /// <summary>The same under a vault.</summary>
    internal static TextRow Seal(ShownCard card, TextVault vault) => vault.Seal(CardKey(card.Id), JsonSerializer.SerializeToUtf8Bytes(card, CardJson.Default.ShownCard));

    /// <summary>A card out of its opened text.</summary>
    internal static ShownCard? Read(byte[] opened) => JsonSerializer.Deserialize(opened, CardJson.Default.ShownCard);

    /// <summary>The card whose buttons an opened row keeps.</summary>
    internal static string? CardOfGrant(byte[] opened) => JsonSerializer.Deserialize(opened, CardJson.Default.GrantedVerbs)?.Card;

    private async Task<GrantedVerbs?> FindRowAsync(string row, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(GrantKey(row), cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes, CardJson.Default.GrantedVerbs) : null;

    private string RowOf(Grant grant) => Hash(
        $"{grant.Card}|{grant.Request}|{grant.Revision}{(grant.Plan is { } plan ? string.Create(CultureInfo.InvariantCulture, $"|{plan}|{grant.Step}") : "")}", RowLength);

    private string CodeOf(string row, string verb) => Hash($"{row}|{verb}", CodeLength);

    private string Hash(string text, int digits) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)))[..digits];

    private static string GrantKey(string row) => $"grant/{row}";

    private static string CardKey(string id) => $"card/{id}";

    private static string PlaceKey(string place) => $"card-at/{IntakeKeys.ContentHash(Encoding.UTF8.GetBytes(place))}";
}
