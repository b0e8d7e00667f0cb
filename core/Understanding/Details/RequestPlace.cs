using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Where one of several requests stands in a text: its own words, and those of the other requests.</summary>
internal sealed class RequestPlace
{
    private readonly bool[] _own;
    private readonly bool[] _others;
    private readonly HashSet<int> _sentences = [];

    /// <summary>Marks the words of a text.</summary>
    /// <param name="text">The request's text.</param>
    /// <param name="isOwn">Whether a word, by its index, belongs to the request.</param>
    /// <param name="isOthers">Whether it belongs to another one.</param>
    public RequestPlace(TokenizedText text, Func<int, bool> isOwn, Func<int, bool> isOthers)
    {
        _own = new bool[text.Tokens.Length];
        _others = new bool[text.Tokens.Length];
        (First, Last) = (text.Tokens.Length, -1);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            (_own[i], _others[i]) = (isOwn(i), isOthers(i));
            if (!_own[i]) continue;
            (First, Last) = (Math.Min(First, i), i);
            _sentences.Add(text.Tokens[i].Sentence);
        }
    }

    /// <summary>The place of whole sentences, by their numbers.</summary>
    public static RequestPlace OfSentences(TokenizedText text, Func<int, bool> isOwn, Func<int, bool> isOthers) =>
        new(text, i => isOwn(text.Tokens[i].Sentence), i => isOthers(text.Tokens[i].Sentence));

    /// <summary>The first own word; behind the end of the text where there is none.</summary>
    public int First { get; }

    /// <summary>The last own word; -1 where there is none.</summary>
    public int Last { get; }

    /// <summary>Whether a word is the request's own.</summary>
    public bool IsOwn(int token) => token >= 0 && token < _own.Length && _own[token];

    /// <summary>Whether a word is another request's.</summary>
    public bool IsOthers(int token) => token >= 0 && token < _others.Length && _others[token];

    /// <summary>Whether a word stands in a sentence with own words and is no other request's.</summary>
    public bool IsBeside(Token token, int index) => !IsOwn(index) && !IsOthers(index) && _sentences.Contains(token.Sentence);
}
