using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SiOne.Bot.Understanding.Text;

/// <summary>Finds the words that a sentence denies: "pas de redirection", "ne pas supprimer", "ce n'est pas un virus", "sans licence".</summary>
internal static class Negation
{
    private const int NounScope = 4;
    private const int VerbScope = 2;
    private const int LookBack = 5;

    private static readonly FrozenSet<string> Stops = Set("mais", "et", "car", "donc", "juste", "seulement", "uniquement", "par", "sinon", "depuis", "alors", "but", "and", "only", "que", "pour", "quand", "si", "sur", "dans");
    private static readonly FrozenSet<string> Determiners = Set("le", "la", "les", "l", "mon", "ma", "mes", "son", "sa", "ses", "notre", "nos", "leur", "leurs", "ce", "cette", "ces", "the", "my", "a", "au", "aux");
    private static readonly FrozenSet<string> NounNegators = Set("sans", "aucun", "aucune", "ni", "without", "inutile", "plutot");
    private static readonly FrozenSet<string> VerbNegators = Set("pas", "plus", "jamais", "not", "never", "rien");
    private static readonly FrozenSet<string> EnglishVerbs = Set("can", "won", "doesn", "don", "isn", "didn", "couldn", "aren", "wasn", "hasn", "haven");
    private static readonly FrozenSet<string> NotNegatedByPlus = Set("tard", "vite", "rapidement", "grand", "grande", "loin", "simple", "belle", "tot", "possible", "ou", "que", "d'infos", "en", "grands", "proche", "court", "favorable", "long", "gros", "petit", "important", "haut", "bas");
    private static readonly FrozenSet<string> BeforeComparative = Set("de", "en", "au", "le", "la", "les", "bien", "beaucoup", "un", "une", "non", "et", "sans");

    /// <summary>For each word whether it is denied.</summary>
    public static bool[] Find(ImmutableArray<Token> tokens)
    {
        var denied = new bool[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].Word;
            if (NounNegators.Contains(word)) Forward(tokens, denied, i + 1, NounScope);
            else if (word == "lieu" && i > 0 && tokens[i - 1].Word == "au") Forward(tokens, denied, i + 1, NounScope);
            else if (word == "t" && i > 0 && EnglishVerbs.Contains(tokens[i - 1].Word)) Forward(tokens, denied, i + 1, VerbScope);
            else if (word == "no" && !IsName(tokens, i)) Forward(tokens, denied, i + 1, VerbScope);
            else if (VerbNegators.Contains(word) && !IsComparative(tokens, i)) Deny(tokens, denied, i);
        }
        return denied;
    }

    private static void Deny(ImmutableArray<Token> tokens, bool[] denied, int i)
    {
        var next = i + 1 < tokens.Length ? tokens[i + 1].Word : "";
        Backward(tokens, denied, i);
        if (next is "de" or "d" or "besoin" or "un" or "une" or "question" or "lieu") Forward(tokens, denied, i + 1, NounScope);
        else if (next is "la" && i + 2 < tokens.Length && tokens[i + 2].Word is "peine") Forward(tokens, denied, i + 3, NounScope);
        else Forward(tokens, denied, i + 1, VerbScope, stopAtDeterminers: true);
    }

    // "ne … pas" denies what stands between; without "ne", as people type, the one word before.
    private static void Backward(ImmutableArray<Token> tokens, bool[] denied, int negator)
    {
        for (var i = negator - 1; i >= 0 && negator - i <= LookBack && SameClause(tokens, i, negator); i--)
        {
            if (tokens[i].Word is not ("ne" or "n")) continue;
            for (var between = i + 1; between < negator; between++) denied[between] = true;
            return;
        }
        if (negator > 0 && tokens[negator].Word is ("pas" or "plus") && SameClause(tokens, negator - 1, negator) && !IsNoun(tokens, negator - 1)) denied[negator - 1] = true;
    }

    // "le calendrier du tel plus synchro": a word after an article is no verb.
    private static bool IsNoun(ImmutableArray<Token> tokens, int i) =>
        i > 0 && (Determiners.Contains(tokens[i - 1].Word) || tokens[i - 1].Word is "du" or "de" or "d" or "des" or "un" or "une");

    private static void Forward(ImmutableArray<Token> tokens, bool[] denied, int from, int scope, bool stopAtDeterminers = false)
    {
        for (var i = from; i < tokens.Length && i < from + scope && SameClause(tokens, i, from - 1); i++)
        {
            if (Stops.Contains(tokens[i].Word) || (stopAtDeterminers && Determiners.Contains(tokens[i].Word))) return;
            denied[i] = true;
        }
    }

    private static bool SameClause(ImmutableArray<Token> tokens, int a, int b) => tokens[a].Clause == tokens[b].Clause;

    // "plus tard", "en plus", "plus de 20 Mo", "une licence de plus".
    private static bool IsComparative(ImmutableArray<Token> tokens, int i)
    {
        if (tokens[i].Word != "plus") return false;
        var next = i + 1 < tokens.Length && SameClause(tokens, i, i + 1) ? tokens[i + 1].Word : "";
        if (NotNegatedByPlus.Contains(next)) return true;
        if (next is "de" or "d" && i + 2 < tokens.Length && tokens[i + 2].Word is [>= '0' and <= '9', ..]) return true;
        return i > 0 && BeforeComparative.Contains(tokens[i - 1].Word);
    }

    private static bool IsName(ImmutableArray<Token> tokens, int i) => i + 1 < tokens.Length && tokens[i + 1].Word is [>= '0' and <= '9', ..];

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
