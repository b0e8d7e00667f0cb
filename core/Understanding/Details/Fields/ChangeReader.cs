using System.Collections.Frozen;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>Whether somebody comes into a team, a list or a right or goes out of it, and whether an answer or a redirection ends. What keeps somebody out is read by <see cref="SignInReader"/>. Where both are said, or one for another, a technician decides.</summary>
internal static class ChangeReader
{
    private static readonly FrozenSet<Operation> Memberships = [LicenceOperations.Teams, LicenceOperations.Sharepoint, MailboxOperations.List];
    private static readonly FrozenSet<Operation> Answers = [MailboxOperations.Absence, MailboxOperations.Redirect];

    private static readonly FrozenSet<string> Adding = Set(
        "ajouter ajoute ajoutes ajoutez ajout rajouter rajoute rajoutes rajoutez rajout inclure incluez integrer integre integrez inscrire inscris inscrivez inscription reinscrire inviter invitez convier conviez convie autoriser autorisez reintegrer reintegrez "
        + "donner donnez redonner redonnez accorder accordez attribuer attribuez octroyer octroyez ouvrir ouvrez abonner abonnez affecter affectez mettre mets mettez remettre remets remettez rentrer rentrez add include invite grant give");

    private static readonly FrozenSet<string> Removing = Set(
        "retirer retire retires retirez retrait enlever enleve enleves enlevez sortir sors sortez supprimer supprime supprimes supprimez suppression virer vire vires virez oter ote otes otez exclure excluez desinscrire desinscris desinscrivez desinscription "
        + "desabonner desabonne desabonnez radier radiez revoquer revoque revoquez revocation rayer rayez degager degage degagez effacer effacez couper coupe coupez bloquer bloquez remove revoke delete");

    private static readonly FrozenSet<string> Starting = Set(
        "mettre mets mettez remettre remettez activer activez active activation reactiver reactivez poser posez pose programmer programmez programme configurer configurez installer installez creer creez ajouter ajoutez mise placer souhaite souhaitons souhaiterais souhaiterions voudrais voudrait voudrions "
        + "aimerais besoin faudrait faut changer changez change modifier modifiez modification prolonger prolongez rediriger redirigez redirige renvoyer renvoyez transferer transferez set activate");

    // "Arrêt" is mostly sick leave, and "s'arrête" is somebody.
    private static readonly FrozenSet<string> Ending = Set(
        "desactiver desactive desactives desactivez desactivation arreter arrete arretes arretez stopper stoppe stoppez annuler annule annulez annulation lever levez couper coupe coupez retirer retire retires retirez retrait enlever enleve enleves enlevez supprimer supprime supprimez suppression virer vire virez "
        + "oter ote otez disable remove stop");

    private static readonly FrozenSet<string> AnswerNouns = Set("absence message messages msg reponse repondeur auto automatique autoreply ooo office");
    private static readonly FrozenSet<string> RedirectionNouns = Set("redirection redirections renvoi renvois transfert transferts forward forwarding forwards");

    private static readonly FrozenSet<string> Auxiliaries = Set("a ai as ont avons avez avait avaient est es suis sont sommes etes etait etaient ete ayant deja bien toujours encore");
    private static readonly FrozenSet<string> Infinitives = Set("mettre remettre inclure exclure inscrire");
    private static readonly FrozenSet<string> Wishes = Set("doit doivent devrait devraient dois faut faudrait veut veux veulent souhaite souhaitent souhaitons voudrais voudrait");
    private static readonly FrozenSet<string> Joining = Set("rejoindre entrer figurer recevoir comprendre comporter acceder consulter lire modifier voir ecrire join access");
    private static readonly FrozenSet<string> Letting = Set("puisse puissent pouvoir faire laisser permettre doive");
    private static readonly FrozenSet<string> WholeThings = Set("liste listes equipe equipes groupe site bibliotheque canal dossier fichier fichiers team");
    private static readonly FrozenSet<string> Articles = Set("la le l les cette ce ces d de du un une notre");
    private static readonly FrozenSet<string> Rights = Set("acces droit droits acceder access rights permission permissions lecture ecriture");

    /// <summary>One of <see cref="Changes"/>; null where the words do not say, or say both.</summary>
    /// <param name="text">The request's text.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="place">Where it stands; null: all of the text is about it.</param>
    public static string? Read(TokenizedText text, Operation operation, RequestPlace? place)
    {
        if (operation == LicenceOperations.Password) return SignInReader.Read(text, place);
        var (adding, removing) = Memberships.Contains(operation) ? (Adding, Removing) : Answers.Contains(operation) ? (Starting, Ending) : default;
        if (adding is null || removing is null) return null;
        var words = new ChangeWords(text, operation == MailboxOperations.Absence ? AnswerNouns : operation == MailboxOperations.Redirect ? RedirectionNouns : null);
        // The request's own words; where they say nothing, those of nobody else's.
        var own = place is null ? [] : words.Where(place.IsOwn);
        return Of(words, own, adding, removing) ?? (own.Exists(i => words.Exchanges(i)) ? null : Of(words, words.Where(i => place?.IsOthers(i) is not true), adding, removing));
    }

    private static string? Of(ChangeWords words, List<int> meant, FrozenSet<string> adding, FrozenSet<string> removing)
    {
        if (meant.Exists(words.Exchanges)) return null;
        var isMembership = adding == Adding;
        var adds = meant.Exists(i => adding.Contains(words.Verb(i)) && words.IsAsked(i) && !words.IsEndOrUpdate(i) || (isMembership && (words.IsRightWished(i) || words.IsJoiningWished(i) || words.IsMissing(i))));
        var removes = meant.Exists(i => (removing.Contains(words.Verb(i)) && words.IsAsked(i) && words.HasItsObject(i)) || (isMembership && (words.IsNoMore(i) || words.IsEnd(i))));
        if (isMembership && meant.Exists(i => removing.Contains(words[i]) && words.IsOfTheWhole(i))) return null;
        return (adds, removes) switch
        {
            (true, false) => isMembership ? Changes.Add : null,
            (false, true) => Changes.Remove,
            _ => null,
        };
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What stands around the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nouns">What ends; null where somebody goes.</param>
    private sealed class ChangeWords(TokenizedText text, FrozenSet<string>? nouns)
    {
        private const int Reach = 5;
        private const int Near = 4;
        private readonly bool[] _denied = Negation.Find(text.Tokens);
        private readonly bool[] _quoted = Quotation.Find(text);

        /// <summary>A word; "" outside the text.</summary>
        public string this[int i] => i >= 0 && i < text.Tokens.Length ? text.Tokens[i].Word : "";

        /// <summary>The verb of "peut être retirée", else the word itself.</summary>
        public string Verb(int i)
        {
            if (this[i - 1] is not "etre" || this[i - 2] is "d") return this[i];
            var verb = this[i].TrimEnd('s');
            return verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] : verb is "inscrite" or "inscrit" ? "inscris" : verb is "exclu" or "exclue" ? "exclure" : verb;
        }

        public List<int> Where(Func<int, bool> isMeant) => [.. Enumerable.Range(0, text.Tokens.Length).Where(i => !_quoted[i] && isMeant(i))];

        /// <summary>Asked for and not told: "a été retiré par erreur" asks nothing.</summary>
        public bool IsAsked(int i) => !_denied[i] && !(this[i] is [.., 'e'] && !Infinitives.Contains(this[i]) && Auxiliaries.Contains(this[i - 1])) && !(nouns is null && this[i] is "couper" or "coupe" or "coupez" or "bloquer" or "bloquez" && Memberless(i));

        /// <summary>One for another: "remplacer Paul par Lise", "à la place de".</summary>
        public bool Exchanges(int i) => this[i] is "remplacer" or "remplacez"
            || (this[i].StartsWith("remplac", StringComparison.Ordinal) && Sentence(i).Any(at => at > i && this[at] is "par"))
            || (this[i] is "place" or "lieu" && this[i - 1] is "la" or "au" && this[i + 1] is "de" or "d" or "du") || (this[i] is "place" && this[i - 1] is "sa" or "leur") || (this[i] is "remplacement" && this[i - 1] is "en");

        /// <summary>"ne doit plus être dans", "n'a plus besoin d'y être", "n'a plus rien à faire là".</summary>
        public bool IsNoMore(int i) => this[i] is "plus" && !Rather(i)
            && (Wishes.Contains(this[i - 1]) || this[i + 1] is "besoin" || (this[i - 1] is "a" or "ont" && this[i + 1] is "a" or "rien"))
            && this[i + 1] is not ("d" or "de" or "grand") && !Enumerable.Range(i + 1, Reach).Any(at => this[at] is "que" or "qu");

        /// <summary>"mettre fin à son accès".</summary>
        public bool IsEnd(int i) => this[i] is "mettre" or "mettez" or "mets" && this[i + 1] is "fin";

        public bool IsEndOrUpdate(int i) => this[i] is "mettre" or "mettez" or "mets" && (this[i + 1] is "fin" || (this[i + 1] is "a" && this[i + 2] is "jour"));

        /// <summary>"il lui faut l'accès", "doit pouvoir lire", "besoin des droits".</summary>
        public bool IsRightWished(int i) => Rights.Contains(this[i]) && !_denied[i]
            && Enumerable.Range(Math.Max(0, i - 5), Math.Min(5, i)).Any(at => text.Tokens[at].Sentence == text.Tokens[i].Sentence && !_denied[at] && (Wishes.Contains(this[at]) || this[at] is "besoin" or "needs"))
            && !Sentence(i).Any(at => this[at] is "plus");

        /// <summary>"doit rejoindre l'équipe", "qu'il puisse consulter l'espace".</summary>
        public bool IsJoiningWished(int i) => Joining.Contains(this[i]) && !_denied[i]
            && Enumerable.Range(i - Near, Near).Any(at => at >= 0 && text.Tokens[at].Sentence == text.Tokens[i].Sentence && !_denied[at] && (Wishes.Contains(this[at]) || Letting.Contains(this[at]) || this[at] is "besoin"))
            && !Sentence(i).Any(at => this[at] is "plus");

        /// <summary>"il y manque Paul Roux", "il me manque le dossier"</summary>
        public bool IsMissing(int i) => this[i] is "manque" or "manquent" && !_denied[i] && this[i - 1] is "y" or "il" or "lui" or "me" or "m" or "leur" or "nous";

        /// <summary>The list itself goes, and nobody out of it.</summary>
        public bool IsOfTheWhole(int i) => this[i] is "supprimer" or "supprime" or "supprimez" or "suppression" or "effacer" or "effacez" or "delete"
            && (WholeThings.Contains(this[i + 1]) || (Articles.Contains(this[i + 1]) && WholeThings.Contains(this[i + 2])) || (this[i + 1] is "de" && this[i + 2] is "la" or "l" && WholeThings.Contains(this[i + 3])));

        /// <summary>"Enlevez mon message d'absence"; or "enlevez-le" behind a sentence that names it. Verbs of a member's going need no such thing.</summary>
        public bool HasItsObject(int i)
        {
            if (nouns is null) return true;
            if (this[i - 1] is "s") return false;
            if (Enumerable.Range(i + 1, Reach).Any(at => nouns.Contains(this[at]) && text.Tokens[at].Sentence == text.Tokens[i].Sentence)) return true;
            var isPointedAt = this[i - 1] is "l" or "le" or "la" or "a" || this[i + 1] is "le" or "la" or "ca" or "it";
            // "La redirection peut être coupée"
            if (this[i - 1] is "etre" && Sentence(i).Any(at => at < i && nouns.Contains(this[at]))) return true;
            return isPointedAt && Enumerable.Range(0, i).Any(at => nouns.Contains(this[at]) && text.Tokens[at].Sentence >= text.Tokens[i].Sentence - 1);
        }

        private bool Memberless(int i) => !Sentence(i).Any(at => Rights.Contains(this[at]));

        private bool Rather(int i) => this[i - 1] is "de" or "en";

        private IEnumerable<int> Sentence(int i)
        {
            var (first, last) = (i, i);
            while (first > 0 && text.Tokens[first - 1].Sentence == text.Tokens[i].Sentence) first--;
            while (last + 1 < text.Tokens.Length && text.Tokens[last + 1].Sentence == text.Tokens[i].Sentence) last++;
            return Enumerable.Range(first, last - first + 1);
        }
    }
}
