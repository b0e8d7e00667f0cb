using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Whether the words say that a request is urgent.</summary>
internal static class UrgencyReader
{
    private const double Threshold = 1;

    private static readonly Lexicon Lexicon = new(
    [
        new("urgent", "urgent, urgente, urgents, urgentes, urgemment, urgence, urgentissime, urgt, ca urge, asap, au plus vite, tout de suite, immediatement, immediately, sans delai, sans attendre, au secours, sos, presse, pressee, c est presse, right now, act now, right away, assez vite, en catastrophe, toute urgence, sur le champ, emergency, vite, quickly, prioritaire, en priorite, priorite absolue, faites vite, pressez vous, depechez vous, critique, question de vie, c est vital, c est chaud, alerte rouge, c est bloquant, intenable, bousculer la file"),
        new("blocked", "peux plus travailler, peut plus travailler, pouvons plus travailler, peuvent plus travailler, peux pas travailler, peut pas travailler, peuvent pas travailler, pouvons pas travailler, peux plus bosser, peut plus bosser, peuvent plus bosser, peux pas bosser, peut pas bosser, peut bosser, impossible de travailler, plus pouvoir travailler, pas pouvoir travailler, sommes bloques, sommes tous bloques, suis bloque, chui bloque, sont bloques, sont tous bloques, sont bloquees, on est bloques, on est bloque, tout est bloque, tout le monde est bloque, totalement bloque, completement bloque, bloquees depuis, bloques depuis, a l arret, plus personne ne peut, plus personne peut, personne ne peut, personne peut, aucun ne peut, aucune ne peut, on perd des, nous perdons, perdons des, perd de l argent, can t work, cannot work, unable to work, can t do anything, paralyse, paralysee, paralyses, chomage technique, peut plus rien, peux plus rien, pouvons plus rien, peuvent plus rien, sait plus rien, peut plus facturer, peut plus vendre, peut plus encaisser, peut plus servir, peut plus produire, peux plus livrer, peut plus livrer, peut plus delivrer, peut plus recevoir, peut plus soigner, ne peut plus modifier, tourne les pouces, tournent les pouces, plus rien faire, peut rien faire, peux rien faire, pouvons rien faire, peuvent rien faire, plus a nous joindre, ne peuvent plus nous, reste en plan, laisse en plan, restent en plan, bras croises, bras ballants, ecrivent dans le vide, a quai, file jusqu, personnes sans rien, plus d ordi, du coup pas de pc, sans ordinateur, dans le noir, standard injoignable, rien ne part, sans rien pouvoir"),
        new("today", "aujourd hui, ce soir, ce midi, cet apres midi, cet aprem, dans une heure, dans 1h, dans 1 h, dans 2h, dans 2 h, dans la matinee, dans l heure, dans la journee, avant la fin de journee, dans dix minutes, dans 10 minutes, dans 20 minutes, dans 15 minutes, dans 30 minutes, in 20 minutes, in 10 minutes, in an hour, today, tonight, this afternoon, avant midi, a midi, a minuit, avant minuit, avant ce soir, avant 9h, avant 10h, avant 11h, avant 12h, avant 14h, avant 15h, avant 16h, avant 17h, avant 18h, a 9h, a 10h, a 11h, a 14h, a 15h, a 16h, a 17h, a 18h, a 10 h, a 11 h, a 14 h, a 15 h, a 16 h, a 17 h, a 18 h, a 11h00, a 14h00, at 11, at 2, la maintenant, besoin maintenant, voir maintenant, venez maintenant, demain matin, demain a la premiere heure, demain 7h30, demain 8h, demain 9h, demain 7 h, demain 8 h, demain a 7h, demain a 8h, demain a 7 h, demain a 8 h, demain a 9 h, demain a 6h, tomorrow morning, part demain, est demain, midi demain, heures demain, h demain, 8h demain, demain 7h"),
        new("stress", "absolument, imperativement, imperatif, sinon, attend, attendent, l attend, il me faut, il me les faut, il me le faut, il nous le faut, il nous faut, me faut, nous faut, faut vraiment, faut que, rdv client, rendez vous client, client, clients, signature, signer, dernier delai, deadline, echeance est, peine de, crucial, vital, indispensable, sans faute, help, ai besoin, deborde, catastrophe, grosse cata, cata, panique, svp aidez, penalite, bouclage, echeance, on rend, rendons, rendre, rend, a sortir, audience, reclame, au plus tard, forclusion, svp svp, doit partir, doivent etre, faut le, demandons, doit intervenir, au depot, patients, auditeur, please, plateau, doit etre, part ce soir, rien de pret"),
        new("calm", "quand vous pouvez, quand tu peux, quand vous aurez, quand vous passerez, peut attendre, peux attendre, peuvent attendre, pouvons attendre, rien de grave, pas grave, pas bien grave, rien de dramatique, rien de bloquant, pas bloquant, pas d urgence, pas urgent, pas urgente, rien d urgent, aucune urgence, sans urgence, pas presse, pas pressee, pas super urgent, no rush, not urgent, no hurry, a votre convenance, prenez votre temps, quand vous voulez, rien de presse, pas vraiment urgent, pas de panique, pas tres urgent, can live with, tranquille, pas si urgent, a l occasion, juger de l urgence, pas presses, rien ne presse, ne presse pas"),
        // Said of something else: swallowed, so that no shorter term counts.
        new("other", "en cas d urgence, cas d urgence, pour toute urgence, toute urgence toiture, urgences, service d urgence, hospitalise d urgence, hospitalisee d urgence, dites moi vite, me dire vite, vite fait, marque sos, au plus vite possible de, soir meme a 18 h, jour meme a, h a midi, heures a midi, a tres vite, sonnerie d urgence, en urgence absolue de"),
    ]);

    private static readonly int Urgent = Lexicon.Id("urgent");
    private static readonly int Blocked = Lexicon.Id("blocked");
    private static readonly int Today = Lexicon.Id("today");
    private static readonly int Stress = Lexicon.Id("stress");
    private static readonly int Calm = Lexicon.Id("calm");

    /// <summary>Whether a request is urgent.</summary>
    /// <param name="text">Subject and request together.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="place">Where the request stands; null: all of the text is about it.</param>
    /// <param name="bodyStart">How many words of the text come before those that the place counts.</param>
    public static bool Read(TokenizedText text, Operation operation, RequestPlace? place = null, int bodyStart = 0)
    {
        if (operation == PhoneOperations.Lost) return true;
        if (operation == OtherOperations.None) return false;
        if (operation == IncidentOperations.Security) return SecurityAlarm.Rings(text);
        var found = Count(text, i => place?.IsOthers(i - bodyStart) is true);
        if (found[Calm] > 0) return false;
        var score = (found[Urgent] > 0 ? 1 : 0) + (found[Blocked] > 0 ? 1 : 0)
            + (found[Today] > 0 ? 0.6 : 0) + Math.Min(0.4, 0.4 * found[Stress])
            + (place is null && text.Raw.Contains("!!", StringComparison.Ordinal) ? 0.4 : 0) + (HasAlarm(text.Raw) ? 0.5 : 0);
        return score >= Threshold;
    }

    private static int[] Count(TokenizedText text, Func<int, bool> isElsewhere)
    {
        var counts = new int[Lexicon.Names.Length];
        var denied = Negation.Find(text.Tokens);
        var quoted = Quotation.Find(text);
        for (var i = 0; i < text.Tokens.Length;)
        {
            var concepts = Lexicon.LongestAt(text.Tokens, i, out var length);
            for (var id = 0; id < counts.Length; id++)
                if (concepts.Contains(default(ConceptSet).With(id)) && (!denied[i] || id == Calm || id == Blocked) && !quoted[i] && !isElsewhere(i)) counts[id]++;
            i += Math.Max(1, length);
        }
        return counts;
    }

    private static bool HasAlarm(string raw) => raw.AsSpan().ContainsAny(Alarms);

    private static readonly System.Buffers.SearchValues<string> Alarms = System.Buffers.SearchValues.Create(["🚨", "🔴", "😭", "🆘", "😱", "⚠"], StringComparison.Ordinal);
}
