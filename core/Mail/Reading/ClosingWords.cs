using System.Collections.Frozen;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// A line made of nothing but words of courtesy, whatever their order: "Très bonne journée et à bientôt", "Restant à votre disposition". One word
/// of any other matter ("merci de rappeler Paul"), a digit or a question, and the line says something.
/// </summary>
internal static class ClosingWords
{
    private const int MostWords = 16;

    // Each of these makes a courtesy of a line.
    private static readonly FrozenSet<string> Cores = Set(
        "cordialement sincerement amicalement respectueusement confraternellement chaleureusement amities salutations bises bise bisous cdt cdlt cldt crdt"
        + " merci mercis mrc mci remercie remercions remerciant remerciements bientot disposition ecoute sentiments devoue devouee consideration hommages vœux voeux tchao ciao bye bav bat regards thanks thankyou thx cheers sincerely rgds wishes");

    // "Bonne" and "journée": neither says it alone.
    private static readonly FrozenSet<string> Wishes = Set(
        "bon bonne bons bonnes beau bel belle belles excellent excellente excellents excellentes agreable agreables doux douce joyeux joyeuse joyeuses heureux heureuse heureuses good great nice lovely");

    private static readonly FrozenSet<string> Times = Set(
        "journee journees jnee soiree matinee midi aprem semaine week weekend we wk vacances conges fetes noel annee reception continuation route courage dimanche mois rentree appetit nuit day evening afternoon");

    private static readonly FrozenSet<string> Others = Set(
        "a d l n m s t en et de du des la le les un une au aux par pour avec dans ci que ma mes nos vos votre vous ton ta tes te toi tu toute toutes tous tout je nous on moi votres si"
        + " tres bien plus encore mille infiniment vivement sincere sinceres meilleur meilleurs meilleure meilleures cordial cordiale cordiales respectueux respectueuse respectueuses distingue distinguee distinguees chaleureux chaleureuses vifs grand grands bcp beaucoup"
        + " avance anticipe anticipes prealable souhaite souhaitons souhaitant souhaits passez passe reste restant restons tiens tenons demeure suis fin debut apres end bonjour demain jour"
        + " lundi mardi mercredi jeudi vendredi plaisir revoir lire attente attendant devoues devouee recevez agreez croyez croire veuillez prie prions expression assurance agreer madame monsieur mesdames messieurs cher chere maitre docteur cette cet ce retrouver rencontrer voir reponds"
        + " aide retour retours reponse reponses comprehension diligence intervention reactivite attention confiance soutien disponibilite temps collaboration efficacite rapidite gentillesse patience professionnalisme desole desolee desoles derangement gene excuses pardon comptant compte sur monde gars service support informatique technique prise charge depannage habituelle habituel ensoleillee prochaine prochain travail accompagnement"
        + " assistance conseils suivi appui precieux precieuse prompt prompte rapide rapides equipe equipes renseignement renseignements information informations complementaire complementaires question questions precision precisions besoin necessaire eventuel eventuelle eventuelles"
        + " have thank your you many in advance for help support again so much very best kind warm warmest all the and with of yours time ahead my prenez prends soin portez");

    // "Bien solidairement à vous"; "le service recouvrement" is none.
    private static readonly FrozenSet<string> AroundAdverbs = Set("bien tres plus a vous toi tous votre");

    // Adverbs are made of adjectives; "équipement" and "renouvellement" are matters of their own.
    private static readonly string[] AdverbEndings = ["alement", "ellement", "ivement", "airement", "iquement", "eusement", "ablement", "iblement", "erement", "ainement"];

    // "Effectivement", "uniquement": answers, not farewells.
    private static readonly FrozenSet<string> Answers = Set("effectivement exactement uniquement seulement egalement rapidement prochainement evidemment urgemment actuellement completement definitivement immediatement totalement parfaitement normalement generalement habituellement manuellement automatiquement temporairement partiellement malheureusement heureusement principalement signalement renouvellement harcelement");

    /// <summary>The line is a courtesy and nothing else.</summary>
    public static bool Are(string line)
    {
        if (line.EndsWith('?') || line.EndsWith(':') || line.AsSpan().ContainsAnyInRange('0', '9') || line.AsSpan().ContainsAny('@', '=', '«')) return false;
        ReadOnlySpan<char> folded = Folded(line);
        bool core = false, wish = false, time = false, adverb = false;
        var before = "";
        var (known, other, around) = (0, 0, 0);
        foreach (var range in folded.SplitAny(" ,.;!-–/'()&*_:"))
        {
            if (folded[range].IsEmpty) continue;
            var word = Unstretched(folded[range]).ToString();
            core |= Cores.Contains(word) || (word is "you" && before is "thank") || (word is "soin" && before is "prenez" or "prends");
            wish |= Wishes.Contains(word);
            time |= Times.Contains(word) && wish;
            if (AroundAdverbs.Contains(word)) around++;
            if (Cores.Contains(word) || Wishes.Contains(word) || Times.Contains(word) || Others.Contains(word)) known++;
            else if (IsAdverb(word)) adverb = true;
            else other++;
            before = word;
        }

        return other == 0 && known <= MostWords && (core || (wish && time) || (adverb && known == around));
    }

    // "Merciiii".
    private static ReadOnlySpan<char> Unstretched(ReadOnlySpan<char> word)
    {
        var end = word.Length;
        while (end > 2 && word[end - 1] == word[end - 2] && (end < word.Length || word[end - 2] == word[end - 3])) end--;
        return word[..end];
    }

    // "Musicalement", "bien solidairement": every trade has its own.
    private static bool IsAdverb(string word) => word.Length >= 9 && Array.Exists(AdverbEndings, ending => word.EndsWith(ending, StringComparison.Ordinal)) && !Answers.Contains(word);

    /// <summary>In small letters, without French accents.</summary>
    public static string Folded(string line) => string.Create(line.Length, line, static (folded, text) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = char.ToLowerInvariant(text[i]) switch
            {
                'à' or 'â' or 'ä' => 'a',
                'é' or 'è' or 'ê' or 'ë' => 'e',
                'î' or 'ï' => 'i',
                'ô' or 'ö' => 'o',
                'ù' or 'û' or 'ü' => 'u',
                'ç' => 'c',
                '’' => '\'',
                var c => c,
            };
    });

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
