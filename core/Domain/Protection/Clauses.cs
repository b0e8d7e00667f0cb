using System.Text;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Protection;

/// <summary>
/// Parts a folded sentence into what stands for itself, roughly: "mon ordinateur a été volé, il y a un risque de fuite" tells of a theft, whatever is supposed
/// behind the comma. Words that take something back reach no further than their own clause.
/// </summary>
internal static partial class Clauses
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>
    /// What is left of a sentence without the clauses that a test takes back. With one go the bare nouns listed behind it: "une formation contre le phishing, le vol de
    /// données".
    /// </summary>
    /// <param name="sentence">One folded sentence.</param>
    /// <param name="takesBack">Whether a clause holds words that take back.</param>
    public static string Without(string sentence, Func<string, bool> takesBack)
    {
        if (!takesBack(sentence)) return sentence;
        var left = new StringBuilder(sentence.Length);
        var isGone = false;
        foreach (var clause in In(sentence))
        {
            isGone = takesBack(clause) || (isGone && IsListed(clause));
            // A gap keeps the words on both sides of it apart.
            left.Append(isGone ? ", " : clause);
        }

        return left.ToString();
    }

    /// <summary>The clauses in order, each with what parts it from the one before; together they are the sentence.</summary>
    internal static IEnumerable<string> In(string sentence)
    {
        var start = 0;
        foreach (Match border in Border().Matches(sentence))
        {
            var clause = sentence[start..border.Index];
            // "Si mon ordinateur et mon téléphone sont volés": one condition.
            if (clause.Length == 0 || (border.Value is " et " or " ou " && Condition().IsMatch(clause))) continue;
            yield return clause;
            start = border.Index;
        }

        yield return sentence[start..];
    }

    private static bool IsListed(string clause) => Listed().IsMatch(clause) && !Verb().IsMatch(clause);

    [GeneratedRegex(
        @"[,;()]|: | [-–—] | (et|ou|ni|mais|car|puisque?|donc|alors|cependant|pourtant|parce que|sauf que) | (il y (a|avait|aurait)|pouvez-vous|pourriez-vous|peut-on|merci de|je voudrais|je souhaite|j'aimerais|faut-il|dois-je|est-ce) ",
        Options)]
    private static partial Regex Border();

    [GeneratedRegex(@"^[ ,;:()–—-]*(et |ou |mais |donc |alors )?(si|s'ils?|en cas|au cas) ", Options)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^[ ,;:()–—-]*$|^[ ,;:()–—-]*((et|ou) )?(ni |le |la |les |l'|du |de |des |d'|au |aux |un |une |contre |sur |toute?s? |cette |ces? )", Options)]
    private static partial Regex Listed();

    // Enough of one to tell a clause from a list of nouns.
    [GeneratedRegex(
        @"\b(je|j'\w+|tu|on|il|elle|ils|elles|nous|vous|c'\w+|ca|cela|qui|quelqu'un|ai|avons|avez|ont|est|suis|sommes|sont|etait|etaient|etais|avait|avaient|avais|sera|seront|(m'|l'|n'|s'|y )(a|est)|a (ete|pu|eu|disparu|recu|clique|ouvert|vole|perdu|envoye|transmis|donne))\b",
        Options)]
    private static partial Regex Verb();
}
