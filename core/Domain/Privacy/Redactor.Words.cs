using System.Text;

namespace SiOne.Bot.Domain.Privacy;

public static partial class Redactor
{
    /// <summary>Reads a text from its beginning to its end, and writes what may stay.</summary>
    /// <param name="text">Visible text without secrets.</param>
    /// <param name="names">Whose names are known.</param>
    private sealed class RedactedWords(string text, NamesToCut names)
    {
        private readonly StringBuilder _kept = new(text.Length);
        private readonly bool _shouted = text.Count(char.IsUpper) > 2 * text.Count(char.IsLower);

        // What was last put in somebody's place, and where the text kept ended then: words of one name stand for one person.
        private string? _lastCut;
        private int _cutEnd;
        private bool _cutInitial;
        private string _lastWord = "";
        private bool _startsSentence = true;

        public string Read()
        {
            foreach (System.Text.RegularExpressions.Match piece in Piece().Matches(text))
            {
                if (piece.Groups["sign"].Success) Sign(piece.Value[0]);
                else if (piece.Groups["word"].Success) Spell(piece.Value, piece.Index + piece.Length);
                else Stand(InPlaceOf(piece), piece.Groups["other"].Success || piece.Groups["rest"].Success);
            }

            return _kept.ToString().Trim();
        }

        private static string InPlaceOf(System.Text.RegularExpressions.Match piece)
        {
            if (piece.Groups["link"].Success) return Link;
            if (piece.Groups["address"].Success) return Address;
            if (piece.Groups["path"].Success) return Folder;
            if (piece.Groups["file"] is { Success: true } ending) return $"{File}.{ending.Value.ToLowerInvariant()}";
            if (piece.Groups["street"].Success) return Street;
            if (piece.Groups["number"].Success) return InPlaceOfNumber(piece.Value);
            return piece.Groups["other"].Success || piece.Groups["rest"].Success ? Word : piece.Value;
        }

        private void Sign(char sign)
        {
            _kept.Append(sign);
            if (sign is '.' or '!' or '?' or ':' or ';' or '…' or '\n') _startsSentence = true;
            // "- Kervadec" begins a line; "Jean-Petit" and "(Petit" begin nothing.
            else if (sign is not (' ' or '-' or '*' or '•' or '«' or '"' or '>')) _startsSentence = false;
        }

        private void Stand(string inPlace, bool cut)
        {
            if (cut) Cut(inPlace);
            else _kept.Append(inPlace);
            (_startsSentence, _lastWord) = (false, "");
        }

        private void Spell(string written, int end)
        {
            var folded = FoldedWord.Of(written);
            var follows = FollowsCut();
            if (InPlaceOf(written, folded, end, follows) is { } inPlace) Cut(inPlace == FirstName && follows && _lastCut is FirstName or LastName ? LastName : inPlace);
            else _kept.Append(written);
            (_startsSentence, _lastWord, _cutInitial) = (false, written, written.Length == 1);
        }

        /// <summary>What stands in a word's place; null where it may stay.</summary>
        private string? InPlaceOf(string written, string folded, int end, bool follows)
        {
            if (names.Company.Contains(folded)) return Company;
            if (names.People.Contains(folded)) return FirstName;
            var isCapital = char.IsUpper(written[0]);
            if (FollowsTitle() && !CapitalWords.Small.Contains(folded)) return FirstName;
            if (!CommonWords.All.Contains(folded) && !CapitalWords.Things.Contains(folded)) return isCapital ? FirstName : Word;
            if (!isCapital || _shouted) return null;
            if (written.Length == 1 && end < text.Length && text[end] == '.' && folded != "m") return FirstName;
            if (CapitalWords.Things.Contains(folded)) return null;
            return _startsSentence && !(follows && _lastCut is FirstName or LastName) ? null : FirstName;
        }

        // "Me Petit", "M. Petit", "mme petit"; not "pouvez-vous me dire", nor "Madame, petit problème".
        private bool FollowsTitle() => _kept.Length > 1 && _kept[^1] is ' ' && _kept[^2] is not ',' && CapitalWords.Titles.Contains(FoldedWord.Of(_lastWord))
            && (_lastWord.Length > 2 || char.IsUpper(_lastWord[0]) || _lastWord is "mr" or "dr");

        private bool FollowsCut()
        {
            if (_lastCut is null || _kept.Length - _cutEnd > 2) return false;
            for (var i = _cutEnd; i < _kept.Length; i++)
                if (_kept[i] is not (' ' or '-' or '\'') && !(_kept[i] is '.' && _cutInitial)) return false;
            return true;
        }

        private void Cut(string inPlace)
        {
            // The third word of a name, the second of a company's or an unknown one after another say nothing more.
            if (FollowsCut() && _lastCut == inPlace) _kept.Length = _cutEnd;
            else _kept.Append(inPlace);
            (_lastCut, _cutEnd) = (inPlace, _kept.Length);
        }
    }
}
