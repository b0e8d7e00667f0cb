namespace SiOne.Bot.Domain.Requests;

/// <summary>Who makes something happen to a request; journals hold the id, never a name or an address.</summary>
/// <param name="Kind">In which quality.</param>
/// <param name="Id">A person's id at the customer, a technician's account id, or "" for the product itself.</param>
public sealed record Actor(ActorKind Kind, string Id)
{
    /// <summary>The product itself, by the clock.</summary>
    public static Actor Product { get; } = new(ActorKind.Product, "");
}

/// <summary>In which quality somebody acts.</summary>
public enum ActorKind
{
    /// <summary>A technician of SI-ONE.</summary>
    Technician,

    /// <summary>The person who asked.</summary>
    Requester,

    /// <summary>An administrator or direction of the customer, with the authority that the request needs.</summary>
    Administrator,

    /// <summary>Anybody else of the customer.</summary>
    Employee,

    /// <summary>The product itself: reminders, expiry, escalation.</summary>
    Product,

    /// <summary>The listed person whom the request names, when somebody else asked: says whether it works, and nothing else.</summary>
    Concerned,
}
