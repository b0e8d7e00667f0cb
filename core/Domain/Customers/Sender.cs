
namespace SiOne.Bot.Domain.Customers;

/// <summary>Who sent a message, as far as it can be told.</summary>
/// <param name="Customer">The customer; null when the sender cannot be tied to one.</param>
/// <param name="Person">The listed person; null for an employee who is known by the domain alone.</param>
/// <param name="Proven">The sender's identity is proven: DMARC passed, or signed in to the application.</param>
public sealed record Sender(Customer? Customer, Person? Person, bool Proven)
{
    /// <summary>A sender who cannot be tied to a customer.</summary>
    public static Sender Unknown { get; } = new(null, null, Proven: false);

    /// <summary>The address that they wrote from; null where none is known.</summary>
    public MailAddress? Address { get; init; }

    /// <summary>The account that they are signed in with (object id in the customer's tenant); null where nobody is signed in.</summary>
    public Guid? Account { get; init; }

    /// <summary>
    /// Whether a name is the sender's own. A listed person is compared by name; an employee known by the domain alone by what the address
    /// says (<c>paul.durand@</c>), never by the display name, which anybody can choose.
    /// </summary>
    public bool IsCalled(string name) => Person is { } person
        ? PersonNames.Same(person.Name, name)
        : Address is { } address && PersonNames.Same(address.Value[..address.Value.LastIndexOf('@')], name);

    /// <summary>
    /// The address might be a customer's, but which, or whether, cannot be told: a sub-domain or an alias of something listed, or what two
    /// customers list. Then <see cref="Customer"/> is null: nobody guesses, and a technician asks.
    /// </summary>
    public bool Ambiguous { get; init; }

    /// <summary>The day in Paris on which they wrote, for absences; null counts none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What they may decide on that day.</summary>
    public Authority Authority => Authority.Of(Customer, Person, Day);

    /// <summary>The role that counts on that day; an unlisted employee has no special authority.</summary>
    public Role Role => Authority.Role;

    /// <summary>Administrator or direction, or stands in for one.</summary>
    public bool IsAdministrator => Authority.IsAdministrator;

    /// <summary>May decide on teams and lists: direction, or an administrator whom direction has delegated (Art. 14), or who stands in for one.</summary>
    public bool SpeaksForDirection => Authority.SpeaksForDirection;
}
