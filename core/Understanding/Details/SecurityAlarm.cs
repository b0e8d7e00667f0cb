using SiOne.Bot.Understanding.Text;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Whether a security matter cannot wait: something was clicked, run, entered or seen to happen. A mere question about a suspicious message can.</summary>
internal static class SecurityAlarm
{
    private static readonly Lexicon Lexicon = new(
    [
        new("done", "clique, ai clique, a clique, cliques, ouvert, ai ouvert, ouvrir la piece, tape, entre mon, entre le, entre son, saisi, rentre mon, rentre le, rentre son, donne mon, donne le, donne son, donne les, dicte, mis mon, mis le mdp, mis mes, mis son, rempli, repondu, telecharge, installe, execute, lance, active les macros, scanne, identifies, prendre la main, pris la main, branche, branchee, brancher, vire, envoye les, envoye le, envoye la, envoye un, envoye une, envoye des, envoye par erreur, envoyes par erreur, envoyee par erreur, partis a, parti a, parti chez, mauvais destinataire, mauvaise personne, bon destinataire, clicked, opened, entered, typed, gave, replied, downloaded, ran, sent"),
        new("seen", "virus, ransomware, rancon, chiffre, chiffres, cryptes, encrypted, pirate, piratee, piraterie, hacke, hackee, hacker, intrus, intrusion, connexions, connexion depuis, connexion reussie, connecte depuis, vole, volee, volees, voles, vol, cambriolage, cambrioles, disparu, perdu, perdue, perdus, egare, egaree, oubliee, stolen, lost, souris bouge, ma souris, ma banque, arrache, arracher, debranche, debrancher, bouge toute seule, bouge tout seul, tout seul, toute seule, fenetre noire, fenetres noires, change de nom, changer de nom, bitcoin, bitcoins, ne les ai pas envoyes, n ai pas envoye, n ai jamais envoye, jamais envoye, jamais ecrits, pas ecrits, n ai pas ecrit, a mon nom, en mon nom, de ma part, depuis mon adresse, depuis ma boite, depuis notre adresse, usurpe, usurpation, regle de transfert, regle que je n ai, anydesk, teamviewer, ecran rouge, sirene, alarme, antivirus a trouve, menace detectee, trojan, malware, s est connecte, quelqu un se connecte, fuite, fuites"),
        new("question", "phishing ou, vrai ou faux, c est vrai, est ce vrai, est ce vous, c est vous, c est bien vous, legitime, fiable, douteux, suspect, suspecte, bizarre, louche, chelou, faux n est ce pas, on peut l ouvrir, je peux l ouvrir, je peux cliquer, peut on ouvrir, que dois je en faire, arnaque, du flan, bluff, chantage, faut il s inquieter, is this, is it, legit, scam or"),
        new("nothing", "pas clique, n ai pas clique, pas ouvert, n ai pas ouvert, rien ouvert, rien clique, rien fait, rien touche, pas touche, personne n a clique, personne a clique, clique nulle part, clique sur rien, ne clique, pas repondu, rien repondu, rien paye, rien vire, didn t click, haven t clicked, have not clicked, not clicked, not opened, haven t opened, rien d anormal, rien donne, rien saisi, rien rempli, pas donne suite, sans cliquer, sans ouvrir, sans l ouvrir, pas encore clique, pas encore ouvert"),
    ]);

    private static readonly int Done = Lexicon.Id("done");
    private static readonly int Seen = Lexicon.Id("seen");
    private static readonly int Question = Lexicon.Id("question");
    private static readonly int Nothing = Lexicon.Id("nothing");

    /// <summary>Whether the words tell of something that happened.</summary>
    /// <param name="text">Subject and request together.</param>
    public static bool Rings(TokenizedText text)
    {
        var (done, seen, question, nothing) = (false, false, false, false);
        var denied = Negation.Find(text.Tokens);
        for (var i = 0; i < text.Tokens.Length;)
        {
            var concepts = Lexicon.LongestAt(text.Tokens, i, out var length);
            if (length > 0)
            {
                done |= Has(concepts, Done) && !denied[i];
                seen |= Has(concepts, Seen) && (length > 1 || !denied[i]);
                question |= Has(concepts, Question);
                nothing |= Has(concepts, Nothing);
            }
            i += Math.Max(1, length);
        }
        if (nothing) return false;
        return done || seen || !question;
    }

    private static bool Has(ConceptSet concepts, int id) => concepts.Contains(default(ConceptSet).With(id));
}
