namespace SiOne.Bot.Understanding.Text;

/// <summary>One word of a message.</summary>
/// <param name="Word">Folded: lower case, no accents. For addresses and paths a mark of <see cref="Marks"/> instead of the text.</param>
/// <param name="Start">Where it starts in the text it was read from.</param>
/// <param name="Length">How many characters it has there.</param>
/// <param name="Sentence">The number of its sentence.</param>
/// <param name="Clause">The number of its clause; clauses end at commas, brackets and colons, too.</param>
internal readonly record struct Token(string Word, int Start, int Length, int Sentence, int Clause);

/// <summary>The words that stand for things which are no words.</summary>
internal static class Marks
{
    /// <summary>A mail address, or the beginning of one ("contact@").</summary>
    public const string Address = "<address>";

    /// <summary>A server path or a path on a drive.</summary>
    public const string Path = "<path>";
}
