using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Writes visible HTML text: white space collapsed, breaks never doubled beyond one blank line, quotes prefixed.</summary>
internal sealed class HtmlTextWriter(int limit)
{
    private readonly StringBuilder _text = new();
    private int _pendingBreaks;
    private bool _pendingSpace;
    private bool _lineEmpty = true;
    private bool _cellOpen;
    private bool _marked;

    /// <summary>Open pre elements: white space counts.</summary>
    public int Preformatted { get; set; }

    /// <summary>Open citations.</summary>
    public int Quote { get; set; }

    /// <summary>Enough was written.</summary>
    public bool Full => _text.Length >= limit;

    public void Text(string data)
    {
        if (Preformatted > 0)
        {
            Verbatim(data);
            return;
        }

        foreach (var c in data)
        {
            if (c is ' ' or '\n' or '\t' or '\r' or '\f' or '\u00A0' or '\u202F') _pendingSpace = true;
            else if (c is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\u034F')) Append(c);
        }
    }

    /// <summary>A line break that counts even when doubled.</summary>
    public void Break()
    {
        _pendingBreaks = Math.Min(_pendingBreaks + 1, 3);
        NewLine();
    }

    /// <summary>The next text starts on a line of its own.</summary>
    public void Block()
    {
        // What a list item holds stands behind its mark, in a block of its own or not.
        if (_marked) return;
        if (!_lineEmpty) _pendingBreaks = Math.Max(_pendingBreaks, 1);
        NewLine();
    }

    /// <summary>The next text starts after a blank line.</summary>
    public void Paragraph()
    {
        if (_marked) return;
        if (_text.Length > 0) _pendingBreaks = Math.Max(_pendingBreaks, 2);
        NewLine();
    }

    /// <summary>A list item; 0 stands for a bullet.</summary>
    public void Item(int number)
    {
        _marked = false;
        Block();
        foreach (var c in number > 0 ? $"{number}." : "-") Append(c);
        (_pendingSpace, _marked) = (true, true);
    }

    /// <summary>A table cell: apart from the one before it on its line.</summary>
    public void Cell()
    {
        if (!_lineEmpty) _cellOpen = true;
        _pendingSpace = false;
    }

    /// <summary>A ruler: Outlook draws one above what it quotes.</summary>
    public void Rule()
    {
        Block();
        foreach (var c in "________________________________") Append(c);
        Block();
    }

    /// <inheritdoc/>
    public override string ToString() => TextCleaning.Clip(_text.ToString(), limit).TrimEnd();

    private void NewLine() => (_pendingSpace, _lineEmpty, _cellOpen) = (false, true, false);

    private void Verbatim(string data)
    {
        foreach (var c in data)
        {
            if (c == '\n') Break();
            else Append(c);
        }
    }

    private void Append(char c)
    {
        if (_pendingBreaks > 0 && _text.Length > 0)
            for (; _pendingBreaks > 0; _pendingBreaks--) StartLine(blank: _pendingBreaks > 1);
        else if (_text.Length == 0) Prefix();
        _pendingBreaks = 0;
        if (_cellOpen) _text.Append(" | ");
        else if (_pendingSpace && !_lineEmpty) _text.Append(' ');
        (_pendingSpace, _cellOpen, _lineEmpty) = (false, false, false);
        _text.Append(c);
        _marked = false;
    }

    private void StartLine(bool blank)
    {
        _text.Append('\n');
        if (!blank) Prefix();
    }

    private void Prefix()
    {
        for (var depth = Math.Min(Quote, 8); depth > 0; depth--) _text.Append("> ");
    }
}
