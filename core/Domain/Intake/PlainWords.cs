using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Intake;

/// <summary>Reads a message that says one thing and nothing else. Denies by default: a consent read out of a condition would do what nobody wanted.</summary>
public static class PlainWords
{
    private const int MaxLength = 300;
    private const int MaxWords = 12;
    private const int SignatureLines = 5;
    private const int ObjectionLength = 1_000;
    private static readonly char[] Breaks = ['.', ',', ';', '!', '…', ':', ')', '–'];
    private static readonly char[] SentenceBreaks = [.. Breaks, '?', '(', '\n', '\r'];

    /// <summary>The one thing that a text says; null when it says more, less, or something that is not plain.</summary>
    /// <param name="newText">What the person newly wrote, without quoted history. Longer than 300 characters is never plain.</param>
    /// <param name="senderName">The sender's name, where known: only that name then counts as a signature without a closing word before it.</param>
    public static PlainWord? Of(string newText, string? senderName = null)
    {
        ArgumentNullException.ThrowIfNull(newText);
        var text = newText.Trim();
        if (text.Length is 0 or > MaxLength) return null;
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        lines.RemoveAll(line => PlainWordTerms.ProgramLines.Contains(string.Join(' ', Words(line))));
        if (!TakeSignature(lines, senderName, EndsWithLoneLine(text))) return null;
        TakeGreetedName(lines);
        var said = new Said();
        foreach (var line in lines)
        {
            if (!line.All(IsPlain)) return null;
            foreach (var stretch in line.Split(Breaks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (!said.Add(Words(stretch))) return null;
        }
        return said.Result();
    }

    /// <summary>Whether a text asks to wait or not to do it ("attendez", "finalement non", "ne fermez pas"), whatever else it says.</summary>
    /// <param name="newText">What the person newly wrote, without quoted history. Its first 1,000 characters are read.</param>
    public static bool Objects(string newText)
    {
        ArgumentNullException.ThrowIfNull(newText);
        var text = newText.Length > ObjectionLength ? newText[..ObjectionLength] : newText;
        var said = text.Split(SentenceBreaks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Words).Where(words => words.Length > 0).ToList();
        // "Bonjour, non, Paul reste": a plain no before anything else.
        var first = said.Find(words => !PlainWordTerms.Courtesy.Contains(string.Join(' ', words)));
        return said.Exists(Objection.Stands) || (first is not null && PlainWordTerms.Phrases.TryGetValue(string.Join(' ', first), out var word) && word is PlainWord.No);
    }

    // Letters and the punctuation of a short sentence. A question mark, a digit, a slash or a quotation says more.
    private static bool IsPlain(char c) =>
        char.IsLetter(c) || c is >= '\u0300' and <= '\u036F' or ' ' or '\u00A0' or '\u202F' or '.' or ',' or ';' or '!' or '…' or '\'' or '’' or '-' or ':' or ')' or '–';

    private static bool EndsWithLoneLine(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines.Length > 1 && string.IsNullOrWhiteSpace(lines[^2]);
    }

    private static bool TakeSignature(List<string> lines, string? senderName, bool lastStandsApart)
    {
        var closing = lines.FindLastIndex(line => PlainWordTerms.Closings.Contains(string.Join(' ', Words(line))));
        if (closing > 0 && closing < lines.Count - 1)
        {
            var signature = lines[(closing + 1)..];
            if (signature.Count <= SignatureLines && signature.TrueForAll(IsSignature)) lines.RemoveRange(closing + 1, signature.Count);
            else if (!signature.TrueForAll(line => Understood(Words(line)))) return false;
        }
        if (lines.Count > 1 && IsLoneName(lines[^1], senderName, lastStandsApart)) lines.RemoveAt(lines.Count - 1);
        return true;
    }

    private static bool Understood(string[] words) => new Said().Add(words);

    private static bool IsSignature(string line)
    {
        if (line.Length > 60 || line.Contains('?', StringComparison.Ordinal)) return false;
        if (line.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '+' or '(' or ')' or '-' or '\u00A0')) return line.Count(char.IsAsciiDigit) >= 9;
        if (!line.Contains(' ', StringComparison.Ordinal) && MailAddress.TryParse(line, out _)) return true;
        return line.All(IsPlain) && IsNameOf(line, Words(line), word => PlainWordTerms.SignatureWords.Contains(word));
    }

    private static bool IsLoneName(string line, string? senderName, bool standsApart)
    {
        var words = Words(line);
        if (words.Length is 0 or > 4 || !line.All(IsPlain)) return false;
        if (senderName is not null)
        {
            var name = Words(senderName);
            return words.All(word => name.Contains(word, StringComparer.Ordinal));
        }
        // "Oui" and a name on the next line may answer "for whom?"; a name that stands apart signs.
        return standsApart && words.Length > 1 && IsNameOf(line, words, _ => false);
    }

    // Capitals everywhere but in particles and functions, and no word that says something.
    private static bool IsNameOf(string line, string[] words, Func<string, bool> mayBeLower)
    {
        var written = line.Split([' ', '-', '\'', '’', ',', '.', ':', '–', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return written.Length == words.Length && words.Length > 0
            && written.Zip(words).All(pair => mayBeLower(pair.Second) || (char.IsUpper(pair.First[0]) && !PlainWordTerms.NeverInNames.Contains(pair.Second) && !PlainWordTerms.Phrases.ContainsKey(pair.Second)));
    }

    // "Bonjour Zoé," on a line of its own, or before a comma.
    private static void TakeGreetedName(List<string> lines)
    {
        if (lines.Count == 0) return;
        var comma = lines[0].IndexOf(',', StringComparison.Ordinal);
        var greeting = comma >= 0 ? lines[0][..comma] : lines.Count > 1 ? lines[0].TrimEnd('!', '.', ' ') : "";
        var space = greeting.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return;
        var (first, name) = (greeting[..space], greeting[(space + 1)..].Trim());
        if (string.Join(' ', Words(first)) is not ("bonjour" or "bonsoir" or "salut" or "hello" or "hi" or "bjr" or "coucou" or "cher" or "chere")) return;
        var words = Words(name);
        if (words.Length is > 0 and < 4 && name.All(IsPlain) && IsNameOf(name, words, _ => false)) lines[0] = comma >= 0 ? lines[0][(comma + 1)..] : "";
    }

    private static string[] Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x300 and <= 0x36F) continue;
            if (!Rune.IsLetterOrDigit(rune)) folded.Append(' ');
            else folded.Append(Fold(rune));
        }
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Fold(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune).ToString();
        return string.Concat(lower.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));
    }

    /// <summary>What has been said so far.</summary>
    private sealed class Said
    {
        private readonly HashSet<PlainWord> _words = [];
        private readonly HashSet<PlainWord> _beside = [];
        private bool _thanks;
        private bool _good;

        public PlainWord? Result()
        {
            // "Finalement non merci, laissez tomber" refuses nothing: it takes back.
            var takesBack = _words.Contains(PlainWord.Withdraw) && _beside.Contains(PlainWord.Withdraw);
            var words = takesBack ? _words.Where(said => said is not PlainWord.No).ToList() : [.. _words];
            if (words.Count > 1) return null;
            var word = words.Count == 1 ? words[0] : _good && _thanks ? PlainWord.Settled : (PlainWord?)null;
            if (_good && word is not PlainWord.Settled) return null;
            return _beside.All(beside => beside == word) ? word : null;
        }

        /// <summary>Reads a stretch word by word, the longest phrase first. False when something in it is not known.</summary>
        public bool Add(string[] words)
        {
            for (var at = 0; at < words.Length;)
            {
                var length = Math.Min(MaxWords, words.Length - at);
                while (length > 0 && !AddPhrase(string.Join(' ', words, at, length))) length--;
                if (length == 0) return false;
                at += length;
            }
            return true;
        }

        private bool AddPhrase(string phrase)
        {
            if (PlainWordTerms.Phrases.TryGetValue(phrase, out var word)) return _words.Add(word) || true;
            if (PlainWordTerms.Beside.TryGetValue(phrase, out var beside)) return _beside.Add(beside) || true;
            if (PlainWordTerms.Thanks.Contains(phrase)) return _thanks = true;
            if (phrase == PlainWordTerms.ItIsGood) return _good = true;
            return PlainWordTerms.Courtesy.Contains(phrase);
        }
    }
}
