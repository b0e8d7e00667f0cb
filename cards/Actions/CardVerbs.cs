using System.Collections.Frozen;
using System.Text;

namespace SiOne.Bot.Cards.Actions;

/// <summary>The verbs as cards write them. A card lives longer than the code: a word once used keeps its meaning.</summary>
public static class CardVerbs
{
    private static readonly FrozenDictionary<CardVerb, string> Texts = Enum.GetValues<CardVerb>().ToFrozenDictionary(verb => verb, Kebab);

    private static readonly FrozenDictionary<string, CardVerb> Parsed = Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The word in the card, for example <c>details-came</c>.</summary>
    public static string Text(this CardVerb verb) => Texts[verb];

    /// <summary>Reads a word that came from outside.</summary>
    public static bool TryParse(string? text, out CardVerb verb)
    {
        verb = default;
        return text is not null && Parsed.TryGetValue(text, out verb);
    }

    /// <summary>Who may press it: technicians, customers' people, or either.</summary>
    public static CardReaders Readers(this CardVerb verb) => verb switch
    {
        CardVerb.Refresh or CardVerb.Show => CardReaders.Either,
        CardVerb.Confirm or CardVerb.Withdraw or CardVerb.GiveDetails or CardVerb.CorrectRequest or CardVerb.ApproveRequest
            or CardVerb.RefuseRequest or CardVerb.StillBroken or CardVerb.Settled => CardReaders.Customers,
        _ => CardReaders.Technicians,
    };

    /// <summary>Whether it is about a plan: then the plan's hash lies in the store with it.</summary>
    public static bool IsAboutPlan(this CardVerb verb) => verb is CardVerb.DrawPlan or CardVerb.ApprovePlan or CardVerb.RefusePlan or CardVerb.CallOffWipe
        or CardVerb.TickStep or CardVerb.ResumePlan or CardVerb.UndoPlan;

    private static string Kebab(CardVerb verb)
    {
        var text = new StringBuilder();
        foreach (var letter in verb.ToString())
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0) text.Append('-').Append(char.ToLowerInvariant(letter));
            else text.Append(char.ToLowerInvariant(letter));
        return text.ToString();
    }
}

/// <summary>Whom a verb is for.</summary>
public enum CardReaders
{
    /// <summary>Both.</summary>
    Either,

    /// <summary>People of a customer.</summary>
    Customers,

    /// <summary>Technicians of SI-ONE.</summary>
    Technicians,
}
