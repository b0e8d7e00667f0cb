using System.Collections.Frozen;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>The words of an automatic answer that follow a colon: « avec le texte suivant : Bonjour, je suis absent jusqu'au 12. »</summary>
internal static class AfterColon
{
    private const int Near = 6;
    private const int FewestWords = 4;

    private static readonly FrozenSet<string> Announcing = Set(
        "absence message msg texte automatique auto reponse suivant suivante suivants ceci contenu libelle phrase mention formulation mettre mets mettez indiquer indique indiquez dire dites marquer marquez noter notez ecrire ecrivez reply text saying message");

    // "Demande de message d'absence : je pars …" announces the mail, not the words.
    private static readonly FrozenSet<string> OfTheMail = Set("demande besoin sujet objet question probleme rappel urgent concernant bonjour info");

    // "Mettez : de contacter Léa", "absence : du 3 au 12": told, and not worded.
    private static readonly FrozenSet<string> Telling = Set("du de d des dire que qu renvoyer avec jusqu dates date oui non vous tu contacter appeler voir joindre rediriger a aux pour lundi mardi mercredi jeudi vendredi samedi dimanche");

    private static readonly FrozenSet<string> ToTheReader = Set("pouvez pourriez pourrais pourrait peux mettre mettez activer activez programmer installer svp stp boite messagerie");

    /// <summary>Words that automatic answers are made of.</summary>
    public static readonly FrozenSet<string> OfAnswers = Set(
        "absent absente absents absentes absence conge conges vacances ferme fermee fermes fermees fermeture joignable indisponible formation deplacement retour contacter contactez contact adresser adressez joindre ecrire ecrivez repondrai repondrons urgence travaille quitte office away back leave maternite arret arretee lirai consulte consultee relevee rouvrira rouvrirons rouvre reouvre reouverture reprise reprendra reprendrons reprenons injoignable rappelle rappellerai rappellerons revient");

    private static readonly FrozenSet<string> Finite = Set("suis sommes est sont sera serai serons seront reviens revenons bonjour merci veuillez contactez adressez ecrivez je nous i am is are will please thank ne rouvre rouvrira rouvrirons reprend reprendra reprendrons repondra repondrons traiterons revient a ont");

    private static readonly FrozenSet<string> Salutations = Set("bonjour madame monsieur mesdames hello dear chers chere cher hi bonsoir");
    private static readonly FrozenSet<string> Closings = Set("cordialement bien cdt regards best sincerement salutations");
    private static readonly FrozenSet<string> Asides = Set("pas aucun aucune sans inutile surtout non ps no");
    private static readonly FrozenSet<string> Thanks = Set("merci pouvez pourriez peux svp stp ps bonne belle cordialement cdt cdlt thanks bien voila dites");

    /// <summary>The words after the first colon that announces some; null where none does.</summary>
    /// <param name="text">What the person wrote.</param>
    /// <param name="isDeparture">Only what an automatic answer is named for is one.</param>
    public static string? Read(TokenizedText text, bool isDeparture)
    {
        for (var colon = text.Raw.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.Raw.IndexOf(':', colon + 1))
        {
            if (IsAnnounced(text, colon, isDeparture) && Following(text.Raw, colon + 1) is { } words && IsAnswer(words)) return words;
        }
        return null;
    }

    private static bool IsAnnounced(TokenizedText text, int colon, bool isDeparture)
    {
        var end = FieldValues.TokenAt(text, colon);
        if (end == 0) return false;
        var sentence = text.Tokens[..end].Where(token => token.Sentence == text.Tokens[end - 1].Sentence).Select(token => token.Word).ToArray();
        if (!sentence.TakeLast(Near).Any(Announcing.Contains) || sentence.SkipWhile(Salutations.Contains).Any(OfTheMail.Contains)) return false;
        return !isDeparture || AbsenceWords.NamesAnAnswer(text.Tokens[..end].Where(token => token.Sentence >= text.Tokens[end - 1].Sentence - 1).Select(token => token.Word));
    }

    // The rest of the line and of its paragraph; a letter, from "Bonjour" on, goes on until it is closed or the mail's own end begins.
    private static string? Following(string raw, int start)
    {
        var lines = raw[start..].Split('\n').Select(line => line.Trim()).SkipWhile(line => line.Length == 0).ToList();
        if (lines.Count == 0) return null;
        if (lines[0][0] is '«' or '“' or '"') return null; // Words in quotation marks were looked at before.
        var isLetter = Salutations.Contains(FirstWord(lines[0]));
        var taken = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var first = FirstWord(lines[i]);
            if (isLetter && taken.Count > 0 && Closings.Contains(first) && lines[i].Length < 40) return Join(taken, lines, i);
            if (lines[i].Length == 0 && !isLetter) break;
            if (taken.Count > 0 && IsToTheReader(lines[i], first)) break;
            taken.Add(taken.Count == 0 ? lines[i].TrimStart('-', '–', '—', '•', ' ') : lines[i]);
        }
        return WithoutAsides(string.Join('\n', taken).Trim());
    }

    // "… voir avec l'accueil. Pas de transfert surtout." ends with a word to the reader.
    private static string WithoutAsides(string words)
    {
        for (var end = words.IndexOf(". ", StringComparison.Ordinal); end >= 0; end = words.IndexOf(". ", end + 1, StringComparison.Ordinal))
            if (Asides.Contains(FirstWord(words[(end + 1)..]))) return words[..(end + 1)];
        return words;
    }

    // "Cordialement, Paul Roux" belongs to the words only where the mail goes on behind it.
    private static string Join(List<string> taken, List<string> lines, int closing)
    {
        var rest = lines.Skip(closing + 1).Where(line => line.Length > 0).ToList();
        if (rest.Count > 1 && Thanks.Contains(FirstWord(rest[1]))) taken.AddRange([lines[closing], rest[0]]);
        return string.Join('\n', taken).Trim();
    }

    // "Merci de contacter l'accueil" is said to everybody, "Merci d'avance" to the reader.
    private static bool IsToTheReader(string line, string first)
    {
        if (!Thanks.Contains(first)) return false;
        var words = TokenizedText.Read(line).Tokens.Select(token => token.Word).ToArray();
        return words is not ["merci", "de", ..] || words.Any(ToTheReader.Contains);
    }

    // "Pouvez-vous …" is said to the reader, "vous pouvez joindre …" to everybody.
    private static bool IsAnswer(string words)
    {
        var tokens = TokenizedText.Read(words).Tokens.Select(token => token.Word).ToArray();
        return tokens.Length >= FewestWords && !Telling.Contains(tokens[0]) && !IsDay(tokens) && tokens.Any(OfAnswers.Contains) && tokens.Any(Finite.Contains) && !Enumerable.Range(0, tokens.Length).Any(i => ToTheReader.Contains(tokens[i]) && !(i > 0 && tokens[i - 1] is "vous" or "on"));
    }

    // "Absence : le 12"
    private static bool IsDay(string[] tokens) => tokens[0] is "le" && (tokens[1] is [>= '0' and <= '9', ..] || Telling.Contains(tokens[1]));

    private static string FirstWord(string line) => TokenizedText.Read(line).Tokens is [var first, ..] ? first.Word : "";

    private static FrozenSet<string> Set(string words) => words.Split(' ').Distinct().ToFrozenSet(StringComparer.Ordinal);
}
