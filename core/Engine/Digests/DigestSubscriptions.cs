using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Digests;

/// <summary>
/// Who has ended their digest, or has it again. A <c>digest: false</c> in the customer file always ends it. A <c>true</c> there brings it back to
/// somebody who had ended it before that was written; whoever ends it afterwards is heard again.
/// </summary>
/// <param name="vault">Where choices lie, sealed.</param>
/// <param name="store">The durable memory.</param>
/// <param name="clock">The clock.</param>
public sealed class DigestSubscriptions(TextVault vault, IStore store, TimeProvider clock)
{
    /// <summary>Whether they get the digest, where they are among those who do.</summary>
    public async Task<bool> WantsAsync(Customer customer, Person person, CancellationToken cancellationToken)
    {
        if (person.Digest is false) return false;
        return await FindAsync(customer, person, cancellationToken) is not { Wanted: false } ended || (person.Digest is true && ended.FileSaid is not true);
    }

    /// <summary>Keeps what they chose; the same again changes nothing.</summary>
    public async Task ChooseAsync(Customer customer, Person person, bool wanted, CancellationToken cancellationToken)
    {
        if (await FindAsync(customer, person, cancellationToken) is { } known && known.Wanted == wanted && known.FileSaid == person.Digest) return;
        var choice = new DigestChoice(wanted, clock.GetUtcNow(), person.Digest);
        var row = vault.Seal(TextKey(customer, person), JsonSerializer.SerializeToUtf8Bytes(choice, DigestChoiceJson.Default.DigestChoice));
        await store.CommitAsync(new StoreUnit { Texts = [row] }, cancellationToken);
    }

    private async Task<DigestChoice?> FindAsync(Customer customer, Person person, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(TextKey(customer, person), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize(bytes, DigestChoiceJson.Default.DigestChoice)
            : null;

    private static string TextKey(Customer customer, Person person) => $"digest-of/{customer.Id}/{person.Id}";
}
