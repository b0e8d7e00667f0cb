using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>Things that are recognised by the noun before their name: « le dossier "Marges" », « la liste chauffeurs@ », « l'équipe Teams Direction ».</summary>
internal static class NamedThings
{
    private const int Reach = 5;
    private const int MaxWords = 4;

    private static readonly FrozenDictionary<string, FieldKind> Nouns = new Dictionary<FieldKind, string>
    {
        [FieldKind.Path] = "dossier dossiers sousdossier fichier fichiers classeur classeurs document documents repertoire repertoires tableau plan plans presentation note partage archive folder file files spreadsheet directory",
        [FieldKind.List] = "liste listes list diffusion",
        [FieldKind.Team] = "equipe equipes team canal channel",
        [FieldKind.Site] = "site sites sharepoint bibliotheque bibliotheques espace library",
    }.SelectMany(pair => pair.Value.Split(' ').Select(noun => KeyValuePair.Create(noun, pair.Key))).ToFrozenDictionary(StringComparer.Ordinal);

    // Between a noun and its name: "la liste de diffusion du service nommée « … »".
    private static readonly FrozenSet<string> Links = "de du des la le les l d teams diffusion appele appelee intitule intitulee nomme nommee dit dite sharepoint excel word partage partagee outlook called named the".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All things of a kind, in the order of the text.</summary>
    public static ImmutableArray<NamedThing> Find(TokenizedText text, FieldKind kind)
    {
        var quotes = Quotes(text);
        var found = ImmutableArray.CreateBuilder<NamedThing>();
        foreach (var (first, last) in quotes)
            if (KindOf(text, first) == kind) found.Add(new NamedThing(Written(text, first, last), first));
        var quoted = Quotation.Find(text);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (quoted[i] || !Nouns.TryGetValue(text.Tokens[i].Word, out var named) || named != kind) continue;
            if (After(text, i) is { } thing && !quoted[thing.Token]) found.Add(thing);
        }
        found.Sort((a, b) => a.Token.CompareTo(b.Token));
        return found.ToImmutable();
    }

    // The nearest noun before a quoted name, in its sentence.
    private static FieldKind? KindOf(TokenizedText text, int first)
    {
        for (var i = first - 1; i >= 0 && first - i <= Reach && text.Tokens[i].Sentence == text.Tokens[first].Sentence; i--)
            if (Nouns.TryGetValue(text.Tokens[i].Word, out var kind)) return IsOfATeam(text, i) ? FieldKind.Team : kind;
        return null;
    }

    private static bool IsOfATeam(TokenizedText text, int noun) => text.Tokens[noun].Word is "sharepoint" && noun > 0 && text.Tokens[noun - 1].Word is "equipe";

    // Without quotation marks a name shows by its capital, its hyphen or its at sign.
    private static NamedThing? After(TokenizedText text, int noun)
    {
        var first = noun + 1;
        while (first < text.Tokens.Length && Links.Contains(text.Tokens[first].Word) && !IsName(text, first) && first - noun < Reach) first++;
        if (first >= text.Tokens.Length || text.Tokens[first].Clause != text.Tokens[noun].Clause || !IsName(text, first)) return null;
        var last = first;
        while (last + 1 < text.Tokens.Length && last - first + 1 < MaxWords && text.Tokens[first].Word != Marks.Address && Continues(text, last)) last++;
        return new NamedThing(Written(text, first, last), first);
    }

    private static bool IsName(TokenizedText text, int i)
    {
        var token = text.Tokens[i];
        if (token.Word is Marks.Address) return true;
        if (token.Word is Marks.Path || Details.OtherWords.IsEveryday(token.Word)) return false;
        var written = text.Written(token);
        return (char.IsUpper(written[0]) && token.Word is not ("sharepoint" or "teams" or "onedrive" or "outlook" or "excel" or "word" or "m" or "mme")) || (written.Length > 2 && Joined(text, i));
    }

    private static bool Continues(TokenizedText text, int last)
    {
        if (Joined(text, last)) return true;
        var gap = text.Tokens[last + 1].Start - text.Tokens[last].Start - text.Tokens[last].Length;
        if (gap != 1 || text.Raw[text.Tokens[last + 1].Start - 1] is not (' ' or '\u00A0' or '_')) return false;
        return text.Written(text.Tokens[last + 1])[0] is var start && (char.IsUpper(start) || char.IsAsciiDigit(start));
    }

    private static bool Joined(TokenizedText text, int i) =>
        i + 1 < text.Tokens.Length && text.Tokens[i + 1].Start == text.Tokens[i].Start + text.Tokens[i].Length + 1 && text.Raw[text.Tokens[i + 1].Start - 1] is '-' or '_' && text.Tokens[i + 1].Length > 2;

    private static string Written(TokenizedText text, int first, int last) =>
        text.Raw[text.Tokens[first].Start..(text.Tokens[last].Start + text.Tokens[last].Length)];

    private static List<(int First, int Last)> Quotes(TokenizedText text)
    {
        var found = new List<(int, int)>();
        foreach (var (opening, closing) in Quotation.Marked(text.Raw, Quotation.LongestName))
        {
            var first = FieldValues.TokenAt(text, opening + 1);
            var last = FieldValues.TokenAt(text, closing) - 1;
            if (first < text.Tokens.Length && last >= first && text.Tokens[last].Start < closing) found.Add((first, last));
        }
        return found;
    }
}
