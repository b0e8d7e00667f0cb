using System.Collections.Immutable;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Cards.Samples;

/// <summary>Cards about no request.</summary>
internal static class GreetingSamples
{
    public static ImmutableArray<SampleCard> All { get; } =
    [
        new("welcome-standard", (_, language) => CustomerCards.Welcome(language, Level.Standard)),
        new("welcome-premium", (_, language) => CustomerCards.Welcome(language, Level.Premium)),
        new("welcome-serenite", (_, language) => CustomerCards.Welcome(language, Level.Serenite)),
        new("help-standard", (_, language) => CustomerCards.Help(language, Level.Standard)),
        new("help", (_, language) => CustomerCards.Help(language, Level.Premium)),
        new("unknown-tenant", (_, language) => CustomerCards.UnknownTenant(language)),
        new("received", (_, language) => CustomerCards.Received(language)),
    ];
}
