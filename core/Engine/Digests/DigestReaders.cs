using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Chats;

namespace SiOne.Bot.Engine.Digests;

/// <summary>
/// Who reads a customer's digest: its administrators, where there is none its direction, and whoever its file names besides (<c>digest: true</c>). Absent ones too:
/// they find it when they are back.
/// </summary>
/// <param name="subscriptions">Who has ended theirs.</param>
/// <param name="chats">Where they chat.</param>
public sealed class DigestReaders(DigestSubscriptions subscriptions, ChatBook chats)
{
    /// <summary>The readers as the customer file says now; may be empty.</summary>
    public async Task<ImmutableArray<DigestReaderPlace>> OfAsync(Customer customer, CancellationToken cancellationToken)
    {
        var role = customer.People.Any(person => person.Role is Role.Administrator) ? Role.Administrator : Role.Direction;
        var readers = ImmutableArray.CreateBuilder<DigestReaderPlace>();
        foreach (var person in customer.People.Where(person => person.Role == role || (person.Digest is true && person.Role is not Role.ThirdParty)))
            if (await subscriptions.WantsAsync(customer, person, cancellationToken))
                readers.Add(new DigestReaderPlace(person, await chats.FindOfAsync(customer, person, cancellationToken)));
        return readers.ToImmutable();
    }
}

/// <summary>A reader and where they read.</summary>
/// <param name="Person">Who; their first address is written to.</param>
/// <param name="Chat">Their chat, which gets the card besides; null where they have none.</param>
public sealed record DigestReaderPlace(Person Person, ChatKey? Chat);
