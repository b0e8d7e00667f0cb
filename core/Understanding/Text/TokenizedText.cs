using System.Collections.Immutable;
using System.Text;

namespace SiOne.Bot.Understanding.Text;

/// <summary>A text as a list of folded words, cut into sentences and clauses, with the way back to the letters as written.</summary>
internal sealed class TokenizedText
{
    /// <summary>Nobody explains a request in more; the rest of a longer text is not read.</summary>
    public const int MaxLength = 8_000;

    private TokenizedText(string raw, ImmutableArray<Token> tokens, int sentences) =>
        (Raw, Tokens, SentenceCount) = (raw, tokens, sentences);

    /// <summary>The text as written, at most <see cref="MaxLength"/> characters.</summary>
    public string Raw { get; }

    /// <summary>All words in order.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>How many sentences there are.</summary>
    public int SentenceCount { get; }

    /// <summary>The letters of a token as written.</summary>
    public ReadOnlySpan<char> Written(Token token) => Raw.AsSpan(token.Start, token.Length);

    /// <summary>Reads a text.</summary>
    public static TokenizedText Read(string text)
    {
        var raw = text.Length > MaxLength ? text[..MaxLength] : text;
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var word = new StringBuilder();
        int sentence = 0, clause = 0, i = 0;
        while (i < raw.Length)
        {
            var c = raw[i];
            if (PathEnd(raw, i) is var pathEnd and > 0)
            {
                tokens.Add(new Token(Marks.Path, i, pathEnd - i, sentence, clause));
                i = pathEnd;
            }
            else if (Folding.IsWordCharacter(c))
            {
                var end = i;
                word.Clear();
                while (end < raw.Length && Folding.IsWordCharacter(raw[end])) Folding.Append(word, raw[end++]);
                var addressEnd = AddressEnd(raw, end);
                if (addressEnd == 0 && word.ToString() is "et" or "and" or "puis") clause++;
                tokens.Add(addressEnd > 0
                    ? new Token(Marks.Address, i, addressEnd - i, sentence, clause)
                    : new Token(word.ToString(), i, end - i, sentence, clause));
                i = Math.Max(end, addressEnd);
            }
            else
            {
                if (EndsSentence(raw, i)) (sentence, clause) = (sentence + 1, clause + 1);
                else if (c is ',' or '(' or ')' or ':' or '+' or '/' or '–' or '—') clause++;
                i++;
            }
        }
        return new TokenizedText(raw, tokens.ToImmutable(), sentence + 1);
    }

    private static bool EndsSentence(string raw, int i) => raw[i] switch
    {
        '!' or '?' or ';' or '…' => true,
        '.' => (i + 1 == raw.Length || char.IsWhiteSpace(raw[i + 1])) && !IsTitle(raw, i),
        '\n' => !IsSoftWrap(raw, i),
        _ => false,
    };

    // The point of "M. Martin" ends no sentence.
    private static bool IsTitle(string raw, int point)
    {
        var start = point;
        while (start > 0 && point - start < 5 && char.IsLetter(raw[start - 1])) start--;
        return raw.AsSpan(start, point - start) is "M" or "Mr" or "Mme" or "Mlle" or "Dr" or "Me" or "Pr" or "MM";
    }

    // Mail programs wrap long lines in the middle of a sentence: then the line is long and the next begins in lower case.
    private static bool IsSoftWrap(string raw, int newline)
    {
        var lineStart = newline == 0 ? 0 : raw.LastIndexOf('\n', newline - 1) + 1;
        return newline - lineStart >= 55 && newline + 1 < raw.Length && char.IsLower(raw[newline + 1]);
    }

    // "prenom.nom@societe.example", and "contact@" as people write in a hurry. Returns 0 when the word is no address.
    private static int AddressEnd(string raw, int end)
    {
        var i = end;
        while (i < raw.Length && i - end < 64 && (Folding.IsWordCharacter(raw[i]) || raw[i] is '.' or '-' or '_' or '+')) i++;
        if (i >= raw.Length || raw[i] != '@') return 0;
        i++;
        while (i < raw.Length && (Folding.IsWordCharacter(raw[i]) || raw[i] is '-' or '_' || (raw[i] == '.' && i + 1 < raw.Length && Folding.IsWordCharacter(raw[i + 1])))) i++;
        return i;
    }

    // "\\SRV\Part\Dossier" and "D:\Stock". Returns 0 when no path starts here.
    private static int PathEnd(string raw, int start)
    {
        var isUnc = raw[start] == '\\' && start + 1 < raw.Length && raw[start + 1] == '\\';
        var isDrive = char.IsAsciiLetter(raw[start]) && start + 2 < raw.Length && raw[start + 1] == ':' && raw[start + 2] == '\\';
        if (!isUnc && !isDrive) return 0;
        var i = start + 2;
        while (i < raw.Length && !char.IsWhiteSpace(raw[i]) && raw[i] is not ('»' or '"' or ',' or ';' or ')')) i++;
        return i;
    }
}
