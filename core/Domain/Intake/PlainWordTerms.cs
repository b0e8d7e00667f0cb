using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Intake;

/// <summary>The few ways to say one thing plainly, as people type them: folded to lower case without accents, a blank for each apostrophe and hyphen.</summary>
internal static class PlainWordTerms
{
    /// <summary>What says something, with what it says. What may say two things ("ça marche", "entendu", "parfait") is missing on purpose.</summary>
    public static FrozenDictionary<string, PlainWord> Phrases { get; } = new Dictionary<PlainWord, string>
    {
        [PlainWord.Yes] =
            "ok, okay, okey, oki, d accord, daccord, d acc, dac, d ac, oui, oui oui, ouais, oui bien sur, oui tout a fait, tout a fait d accord, je confirme, nous confirmons, on confirme, confirme, je valide, nous validons, on valide, valide, "
            + "je vous confirme, je te confirme, je confirme ma demande, je confirme la demande, je confirme cette demande, je confirme l arrivee, je confirme le depart, je confirme la commande, je valide la demande, je valide cette demande, je valide ma demande, "
            + "je valide la commande, je valide le devis, je vous le confirme, je te le confirme, c est valide, c est valide pour moi, valide pour moi, demande validee, c est bon pour moi, c est bon pour nous, c est ok pour moi, c est ok pour nous, c est ok de mon cote, "
            + "bon pour moi, bon pour nous, bon pour accord, ok pour moi, ok pour nous, ok de mon cote, ok pour ma part, oui pour moi, d accord pour moi, d accord pour nous, c est d accord, c est oui, c est d accord pour moi, je suis d accord, nous sommes d accord, on est d accord, "
            + "accorde, accord, accord donne, demande accordee, demande approuvee, approuve, j approuve, nous approuvons, j accepte, nous acceptons, accepte, j autorise, autorise, nous autorisons, feu vert, feu vert pour moi, vous avez mon accord, tu as mon accord, "
            + "vous avez notre accord, je donne mon accord, nous donnons notre accord, je vous donne mon accord, vous avez mon feu vert, vous avez le feu vert, je donne mon feu vert, je vous donne mon feu vert, vous pouvez y aller, tu peux y aller, allez y, vas y, go, c est bon vous pouvez y aller, c est bon allez y, c est bon je valide, "
            + "c est bon je confirme, affirmatif, volontiers, yes, yep, yes please, approved, i approve, i confirm, confirmed, agreed, i agree, go ahead, please go ahead, ok for me, fine by me, fine for me, ok with me, accepted",
        [PlainWord.No] =
            "non, non non, je refuse, nous refusons, on refuse, refuse, refusee, demande refusee, c est refuse, c est non, c est non pour moi, non pour moi, pas d accord, je ne suis pas d accord, je suis pas d accord, nous ne sommes pas d accord, on n est pas d accord, "
            + "je n approuve pas, je n accepte pas, je n autorise pas, hors de question, c est hors de question, je m y oppose, je m oppose a cette demande, je refuse la demande, je refuse cette demande, no, nope, declined, rejected, i decline, i refuse, i do not approve, i don t approve, i disagree, not approved",
        [PlainWord.Withdraw] =
            "annulez, annuler, a annuler, vous pouvez annuler, tu peux annuler, annulez ma demande, annulez la demande, annulez cette demande, annuler ma demande, annuler la demande, j annule, j annule ma demande, je souhaite annuler ma demande, je veux annuler ma demande, je voudrais annuler ma demande, "
            + "merci d annuler, merci d annuler ma demande, merci d annuler la demande, merci d annuler cette demande, vous pouvez annuler ma demande, vous pouvez annuler la demande, pouvez vous annuler ma demande, demande annulee, demande a annuler, ma demande est annulee, je retire ma demande, nous retirons notre demande, annulez notre demande, "
            + "laissez tomber, laisse tomber, on laisse tomber, plus besoin, j ai plus besoin, je n ai plus besoin, je n en ai plus besoin, j en ai plus besoin, nous n en avons plus besoin, on n en a plus besoin, on en a plus besoin, on n a plus besoin, plus la peine, c est plus la peine, ce n est plus la peine, plus necessaire, ce n est plus necessaire, "
            + "c est plus necessaire, oubliez ma demande, oubliez, oubliez ca, ne tenez pas compte de ma demande, ne pas tenir compte de ma demande, merci de ne pas tenir compte de ma demande, j abandonne ma demande, finalement non merci laissez tomber, non merci laissez tomber, non laissez tomber, cancel, cancel it, "
            + "cancel, cancel it, cancel this request, cancel my request, cancel the request, please cancel, please cancel my request, i withdraw my request, never mind, nevermind, no longer needed, not needed anymore, it is no longer needed",
        [PlainWord.StillBroken] =
            "ca ne marche toujours pas, ca marche toujours pas, cela ne marche toujours pas, ca ne fonctionne toujours pas, ca fonctionne toujours pas, cela ne fonctionne toujours pas, ne marche toujours pas, ne fonctionne toujours pas, marche toujours pas, fonctionne toujours pas, toujours pas regle, ce n est toujours pas regle, c est toujours pas regle, c est pas regle, ce n est pas regle, "
            + "toujours pas resolu, ce n est toujours pas resolu, c est toujours pas resolu, ce n est pas resolu, non ca ne marche toujours pas, non ca marche toujours pas, non ca ne fonctionne toujours pas, non ce n est pas regle, non c est pas regle, non toujours pareil, ca ne marche pas, ca marche pas, ca ne fonctionne pas, ca fonctionne pas, ca ne marche plus, ca marche plus, ca remarche plus, "
            + "ca ne remarche plus, ca ne fonctionne plus, ca ne marche pas mieux, ca marche pas mieux, toujours pareil, c est toujours pareil, toujours la meme chose, c est toujours la meme chose, meme probleme, toujours le meme probleme, j ai toujours le meme probleme, le probleme est revenu, le probleme revient, le probleme persiste, le probleme est toujours la, "
            + "probleme toujours present, le probleme est toujours present, le souci persiste, le souci est revenu, le bug est revenu, la panne est revenue, toujours en panne, c est toujours en panne, toujours bloque, toujours bloquee, c est toujours bloque, je suis toujours bloque, je suis toujours bloquee, ca recommence, ca a recommence, ca replante, ca plante toujours, ca bugue toujours, ca bug toujours, rien n a change, rien de change, "
            + "aucun changement, still not working, it is still not working, still broken, it s still broken, still the same problem, same problem, same issue, it still doesn t work, still doesn t work, it still does not work, the problem is back, not fixed, it is not fixed",
        [PlainWord.Settled] =
            "c est regle, c est tout regle, tout est regle, cela est regle, regle, probleme regle, le probleme est regle, le souci est regle, souci regle, c est resolu, resolu, probleme resolu, le probleme est resolu, souci resolu, le souci est resolu, tout est resolu, oui c est regle, oui c est resolu, oui tout fonctionne, oui tout est regle, oui ca fonctionne, oui ca remarche, ok c est regle, "
            + "ok tout fonctionne, ok ca remarche, tout fonctionne, tout fonctionne bien, tout fonctionne parfaitement, tout fonctionne correctement, tout marche, tout marche bien, tout remarche, tout refonctionne, ca fonctionne, ca fonctionne bien, ca fonctionne tres bien, ca fonctionne parfaitement, cela fonctionne, ca refonctionne, ca remarche, ca marche de nouveau, ca marche a nouveau, ca fonctionne de nouveau, ca fonctionne a nouveau, "
            + "ca marche maintenant, ca fonctionne maintenant, ca marche tres bien maintenant, c est repare, c est rentre dans l ordre, tout est rentre dans l ordre, c est reparti, vous pouvez cloturer, vous pouvez cloturer le ticket, vous pouvez cloturer la demande, vous pouvez cloturer ma demande, vous pouvez clore, vous pouvez clore le ticket, vous pouvez fermer le ticket, "
            + "it works, it works now, it s working, it is working now, it s working now, works now, it works again, solved, it is solved, it s solved, fixed, it is fixed, it s fixed, problem solved, issue solved, issue resolved, resolved",
    }.SelectMany(pair => Split(pair.Value).Select(phrase => KeyValuePair.Create(phrase, pair.Key))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"C'est bon" agrees or settles: beside thanks it settles, beside anything else that says something it says nothing sure.</summary>
    public const string ItIsGood = "c est bon";

    /// <summary>Words that thank.</summary>
    public static FrozenSet<string> Thanks { get; } = Split("merci, merci beaucoup, merci bien, un grand merci, mille merci, grand merci, merci a vous, merci a toi, merci d avance, merci par avance, merci pour tout, merci pour votre aide, merci pour votre retour, merci pour ton aide, merci pour votre intervention, merci pour votre reactivite, merci pour la reactivite, merci encore, je vous remercie, thanks, thank you, many thanks, thx, mci")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Politeness that adds nothing.</summary>
    public static FrozenSet<string> Courtesy { get; } = Split(
        "bonjour, bonsoir, salut, hello, hi, bjr, coucou, re, bonjour a tous, bonjour a vous, bonjour monsieur, bonjour madame, bonjour madame monsieur, madame monsieur, bonjour le support, bonjour l equipe, svp, stp, s il vous plait, s il te plait, please, cordialement, bien cordialement, tres cordialement, cdt, cdlt, bien a vous, bien a toi, salutations, "
        + "sinceres salutations, bonne journee, bonne soiree, bonne reception, bon week end, belle journee, a bientot, a plus, regards, best regards, kind regards, best, cheers, super, parfait, genial, nickel, top, impeccable, excellent, bien sur, great, perfect, sans souci").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What may stand beside one meaning only.</summary>
    public static FrozenDictionary<string, PlainWord> Beside { get; } = new Dictionary<string, PlainWord>(StringComparer.Ordinal)
    {
        ["finalement"] = PlainWord.Withdraw,
        ["en fait"] = PlainWord.Withdraw,
        ["malheureusement"] = PlainWord.StillBroken,
        ["desole"] = PlainWord.StillBroken,
        ["desolee"] = PlainWord.StillBroken,
        ["maintenant"] = PlainWord.Settled,
        ["desormais"] = PlainWord.Settled,
        ["a nouveau"] = PlainWord.Settled,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The last greeting line of a message: what follows signs it.</summary>
    public static FrozenSet<string> Closings { get; } = Split("cordialement, bien cordialement, tres cordialement, cdt, cdlt, bien a vous, bien a toi, salutations, sinceres salutations, bonne journee, bonne soiree, bonne reception, belle journee, bon week end, regards, best regards, kind regards, best, cheers, merci, merci d avance, merci beaucoup, merci a vous, thanks, thank you, a bientot")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lines that a mail program adds.</summary>
    public static FrozenSet<string> ProgramLines { get; } = Split("envoye de mon iphone, envoye depuis mon iphone, envoye de mon ipad, envoye depuis mon ipad, envoye de mon mobile, envoye depuis mon mobile, envoye de mon telephone, envoye depuis mon telephone, envoye depuis mon smartphone, envoye de mon smartphone, envoye depuis mon portable, sent from my iphone, sent from my phone, envoye a partir de outlook pour android, obtenir outlook pour ios, obtenir outlook pour android, telecharger outlook pour ios, telecharger outlook pour android, get outlook for ios, get outlook for android, envoye a partir de outlook pour ios")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words in lower case that a signature may hold: particles and functions.</summary>
    public static FrozenSet<string> SignatureWords { get; } = Split("de, du, des, la, le, d, l, et, van, von, directeur, directrice, direction, general, generale, gerant, gerante, responsable, assistant, assistante, comptable, comptabilite, administratif, administrative, financier, financiere, technique, commercial, commerciale, secretaire, president, presidente, informatique, achats, exploitation, production, service, associe, associee")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that no name line holds: a line with one of them says something.</summary>
    public static FrozenSet<string> NeverInNames { get; } = Split("ok, oui, non, pas, ne, mais, sauf, si, sans, avec, pour, par, avant, apres, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, janvier, fevrier, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, decembre, demain, hier, urgent, attention, attendez, attendre, peut, etre, uniquement, seulement, juste, aussi, ps, nb, condition, conditions, toutefois, cependant, "
        + "annulez, annuler, stop, jamais, plus, toujours, ensuite, puis, sinon, ou, et, a, en, voir, vu, rappel, question, reserve, devis, budget, no, not, but, yes, only, except, tomorrow, later, please, je, il, elle, nous, vous, on, ce, cette, licence, compte, boite, mail, premium, standard, ma, mon, sa, son, votre, notre, les, un, une, toute, tous, tout, rien, personne, quand, comme, combien")
        .ToFrozenSet(StringComparer.Ordinal);

    private static ImmutableArray<string> Split(string terms) => [.. terms.Split(',', StringSplitOptions.TrimEntries)];
}
