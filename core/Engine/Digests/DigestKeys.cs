using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Digests;

/// <summary>What a digest is known by. The same customer and week always give the same, so that no digest is made twice.</summary>
internal static class DigestKeys
{
    /// <summary>A customer's digest.</summary>
    public static IntakeKey Of(string customerId, IsoWeek week) => new($"{IntakeKey.DigestPrefix}{week}.{customerId}");

    /// <summary>SI-ONE's own: a customer's has an id behind the week.</summary>
    public static IntakeKey Own(IsoWeek week) => new($"{IntakeKey.DigestPrefix}{week}");

    /// <summary>
    /// The row that says that it was made, written in one unit with the effects: it is always version 1, and a second one is a conflict, whoever
    /// tries, on whichever machine.
    /// </summary>
    public static Conversation Marker(IntakeKey key, IsoWeek week, string? customerId) =>
        new() { Id = DeterministicIds.Conversation(key, week.To), CustomerId = customerId };
}
