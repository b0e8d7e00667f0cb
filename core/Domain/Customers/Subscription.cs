using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Customers;

/// <summary>What a customer has subscribed and the state of the contract.</summary>
public sealed record Subscription
{
    /// <summary>The subscription level (formule, Art. 3, 9).</summary>
    public required Level Level { get; init; }

    /// <summary>The parts subscribed (Art. 1).</summary>
    public required ImmutableHashSet<Service> Services { get; init; }

    /// <summary>The Weekend option of the order form (Art. 3); null without it.</summary>
    public WeekendOption? Weekend { get; init; }

    /// <summary>A suspension decided by SI-ONE (Art. 2, 4); null when not suspended.</summary>
    public Suspension? Suspended { get; init; }

    /// <summary>The contract's last day (Art. 2); null while it runs.</summary>
    public DateOnly? TerminatedOn { get; init; }
}

/// <summary>The subscription level.</summary>
public enum Level
{
    /// <summary>Requests come by mail to the support address (Art. 3).</summary>
    Standard,

    /// <summary>Requests come through the application (Art. 9).</summary>
    Premium,

    /// <summary>As Premium, with managed services (annex XIV); interventions by mail too (XIV 2.5.3).</summary>
    Serenite,
}

/// <summary>A part of the contract that a customer may subscribe (Art. 1).</summary>
public enum Service
{
    /// <summary>Computers and their maintenance (Art. 8).</summary>
    Maintenance,

    /// <summary>Company phones (Art. 8).</summary>
    Phones,

    /// <summary>Domain and classic mail (Art. 11).</summary>
    Messaging,

    /// <summary>Microsoft 365 (Art. 14).</summary>
    Microsoft365,

    /// <summary>Server and workstation backup (Art. 18, 19).</summary>
    Backup,

    /// <summary>Microsoft 365 backup (Art. 19).</summary>
    Backup365,

    /// <summary>Infogérance, only with <see cref="Level.Serenite"/> (annex XIV).</summary>
    ManagedServices,
}

/// <summary>The Weekend option: which days without service become days of service (Art. 3, order form).</summary>
/// <param name="Saturday">Saturdays are served.</param>
/// <param name="Sunday">Sundays are served.</param>
/// <param name="Holidays">French public holidays are served, on the days otherwise served.</param>
public sealed record WeekendOption(bool Saturday = true, bool Sunday = true, bool Holidays = false);

/// <summary>A suspension: a decision of SI-ONE, never automatic (Art. 2, 4).</summary>
/// <param name="Since">First suspended day.</param>
/// <param name="Reason">Why, for technicians; never shown to an employee.</param>
public sealed record Suspension(DateOnly Since, string Reason);
