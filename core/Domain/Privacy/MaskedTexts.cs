using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>Texts without their secrets.</summary>
/// <param name="Texts">In the order given, <c>[secret masqué #n]</c> in the place of each secret; the same secret bears the same number. Bank, card and social security numbers are <c>[numéro masqué]</c>.</param>
/// <param name="Count">How many distinct secrets were masked now; those masked before do not count.</param>
public sealed record MaskedTexts(ImmutableArray<string> Texts, int Count);
