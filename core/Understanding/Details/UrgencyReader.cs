using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Cues;
using SiOne.Bot.Understanding.Text;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Whether the words say that a request is urgent.</summary>
internal static class UrgencyReader
{
    private const double Threshold = 1;

    private static readonly Lexicon Lexicon = new(
    [
        new("urgent", "urgent, urgente, urgents, urgemment, urgence, urgentissime, urgt, asap, au plus vite, tout de suite, immediatement, immediately, sans delai, au secours, sos, presse, pressee, right now, act now, right away, assez vite, en catastrophe, toute urgence, sur le champ, emergency, vite, quickly, prioritaire, priorite absolue, faites vite, critique"),
        new("blocked", "peux plus travailler, peut plus travailler, pouvons plus travailler, peuvent plus travailler, peux pas travailler, peut pas travailler, peuvent pas travailler, impossible de travailler, pouvoir travailler, est bloque, sommes bloques, sommes tous bloques, suis bloque, suis bloquee, est bloquee, sont bloques, on est bloques, on est bloque, tout est bloque, tout le monde est bloque, totalement bloque, completement bloque, a l arret, plus personne ne, on perd des, nous perdons, perdons des, perd de l argent, can t work, cannot work, unable to work, paralyse, paralysee, paralyses, chomage technique, peut plus rien, peux plus rien, peut plus facturer, peut plus vendre, peut plus encaisser, peut plus servir, peut plus produire, ne peut plus modifier, tourne les pouces, tournent les pouces, plus rien faire, plus a nous joindre, ne peuvent plus nous, en plan, bras croises, ecrivent dans le vide"),
        new("today", "aujourd hui, ce soir, ce midi, cet apres midi, dans une heure, dans 1h, dans 1 h, dans 2h, dans 2 h, dans la matinee, dans l heure, dans la journee, today, tonight, this afternoon, this morning, avant midi, a midi, avant ce soir, avant 9h, avant 10h, avant 11h, avant 12h, avant 14h, avant 15h, avant 16h, avant 17h, avant 18h, a 9h, a 10h, a 11h, a 14h, a 15h, a 16h, a 17h, a 18h, a 11h00, a 14h00, at 11, at 2, la maintenant, demain matin, demain 7h30, demain 8h, demain 9h, tomorrow morning, part demain, est demain, des demain, pour demain"),
        new("stress", "absolument, imperativement, imperatif, sinon, attend, attendent, il me faut, rdv client, rendez vous client, client, clients, signature, dernier delai, deadline, peine de, crucial, help, besoin, deborde, catastrophe, panique, svp aidez, penalite, bouclage, echeance, on rend, a sortir, audience"),
        new("calm", "quand vous pouvez, quand tu peux, quand vous aurez, quand vous passerez, peut attendre, peux attendre, peuvent attendre, pouvons attendre, rien de grave, pas grave, pas bien grave, rien de dramatique, rien de bloquant, pas bloquant, pas d urgence, pas urgent, pas urgente, rien d urgent, aucune urgence, sans urgence, pas presse, pas pressee, pas super urgent, no rush, not urgent, no hurry, a votre convenance, prenez votre temps, quand vous voulez, rien de presse, pas vraiment urgent, pas de panique, pas tres urgent, can live with, tranquille, pas si urgent, a l occasion"),
    ]);

    private static readonly int Urgent = Lexicon.Id("urgent");
    private static readonly int Blocked = Lexicon.Id("blocked");
    private static readonly int Today = Lexicon.Id("today");
    private static readonly int Stress = Lexicon.Id("stress");
    private static readonly int Calm = Lexicon.Id("calm");

    // Somebody clicked, ran, sent or saw something: then a security matter cannot wait. A mere question can.
    private static readonly ImmutableArray<ConceptSet> Happened =
        [Set("click"), Set("intrusion"), Set("virus"), Set("steal"), Set("wrong-recipient"), Set("usb-key", "lose"), Set("computer", "lose"), Set("send", "mailbox-setting")];

    /// <summary>Whether a request is urgent.</summary>
    /// <param name="text">Subject and request together.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="mentions">The concepts of the message.</param>
    public static bool Read(TokenizedText text, Operation operation, Mentions mentions)
    {
        if (operation == PhoneOperations.Lost) return true;
        if (operation == OtherOperations.None) return false;
        var found = Count(text);
        if (found[Calm] > 0) return false;
        if (operation == IncidentOperations.Security && Happened.Any(mentions.Asserted.Contains)) return true;
        var score = (found[Urgent] > 0 ? 1 : 0) + (found[Blocked] > 0 ? 1 : 0)
            + (found[Today] > 0 ? 0.5 : 0) + Math.Min(0.4, 0.3 * found[Stress])
            + (text.Raw.Contains("!!", StringComparison.Ordinal) ? 0.4 : 0) + (HasAlarm(text.Raw) ? 0.5 : 0);
        return score >= Threshold;
    }

    private static int[] Count(TokenizedText text)
    {
        var counts = new int[Lexicon.Names.Length];
        var denied = Negation.Find(text.Tokens);
        for (var i = 0; i < text.Tokens.Length;)
        {
            var concepts = Lexicon.LongestAt(text.Tokens, i, out var length);
            for (var id = 0; id < counts.Length; id++)
                if (concepts.Contains(default(ConceptSet).With(id)) && (!denied[i] || id == Calm)) counts[id]++;
            i += Math.Max(1, length);
        }
        return counts;
    }

    private static bool HasAlarm(string raw) => raw.AsSpan().ContainsAny(Alarms);

    private static readonly System.Buffers.SearchValues<string> Alarms = System.Buffers.SearchValues.Create(["🚨", "🔴", "😭", "🆘", "😱", "⚠"], StringComparison.Ordinal);

    private static ConceptSet Set(params string[] names) => names.Aggregate(default(ConceptSet), (set, name) => set.With(Lexicon.Default.Id(name)));
}
