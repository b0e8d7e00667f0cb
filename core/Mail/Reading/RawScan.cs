using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// One pass over the raw bytes before any parser sees them: a mail built to exhaust a parser is refused here at the price of a scan.
/// It counts at least what a MIME parser would find, never less.
/// </summary>
internal ref struct RawScan(ReadOnlySpan<byte> raw, MailReaderOptions caps)
{
    private readonly ReadOnlySpan<byte> _raw = raw;
    private BoundaryNames _boundaries;
    private int _position;
    private int _parts;
    private int _addresses;
    private bool _inHeader = true;
    private bool _firstHeader = true;
    private bool _inAddressField;
    private bool _inContentType;
    private bool _messageFollows;
    private int _headerStart;

    /// <summary>The reason to refuse the mail, null when it may be parsed.</summary>
    public static string? Refusal(ReadOnlySpan<byte> raw, MailReaderOptions caps) => new RawScan(raw, caps).Run();

    private string? Run()
    {
        if (_raw.Length > caps.MaxSize) return "too-large";
        _boundaries = BoundaryNames.Of(_raw, caps.MaxParts);
        if (_boundaries.TooMany) return "too-many-parts";
        while (_position < _raw.Length)
        {
            // Inside a body only the next line that may be a boundary or a header matters.
            if (!_inHeader && !SkipToDashes()) break;
            var line = NextLine();
            if (Examine(line) is { } reason) return reason;
        }

        return _inHeader && _raw.Length - _headerStart > caps.MaxHeaderBlock ? "header-too-large" : null;
    }

    private string? Examine(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("--"u8) && (!_inHeader || !_firstHeader) && _boundaries.Matches(line))
        {
            StartHeader();
            return ++_parts > caps.MaxParts ? "too-many-parts" : null;
        }

        if (!_inHeader) return null;
        if (line.Length > caps.MaxHeaderLine) return "header-too-large";
        if (_position - _headerStart > caps.MaxHeaderBlock) return "header-too-large";
        if (line.IsEmpty)
        {
            EndHeader();
            return null;
        }

        if (line[0] is not ((byte)' ' or (byte)'\t') && !StartField(line)) return null;
        if (_inContentType) CountMessage(line);
        if (_inAddressField && (_addresses += AddressCount.Separators(line)) > caps.MaxAddresses) return "too-many-addresses";
        return _parts > caps.MaxParts ? "too-many-parts" : null;
    }

    /// <summary>False when the line is no header field: a part's body began without a blank line, as base64 mails attached to mails do.</summary>
    private bool StartField(ReadOnlySpan<byte> line)
    {
        _inAddressField = _firstHeader && AddressCount.IsAddressField(line);
        _inContentType = StartsWith(line, "content-type"u8);
        if (_inAddressField) _addresses++;
        if (_firstHeader || line.Contains((byte)':')) return true;
        _inHeader = false;
        return false;
    }

    // An attached mail opens a header block without a boundary line; multiparts are counted by their boundaries.
    private void CountMessage(ReadOnlySpan<byte> line)
    {
        if (_messageFollows || !ContainsIgnoreCase(line, "message/"u8)) return;
        _messageFollows = true;
        _parts++;
    }

    private void StartHeader()
    {
        _inHeader = true;
        _firstHeader = false;
        _inAddressField = false;
        _inContentType = false;
        _messageFollows = false;
        _headerStart = _position;
    }

    private void EndHeader()
    {
        if (_messageFollows) StartHeader();
        else _inHeader = false;
        _firstHeader = false;
    }

    private bool SkipToDashes()
    {
        var rest = _raw[_position..];
        if (rest.StartsWith("--"u8)) return true;
        var at = rest.IndexOf("\n--"u8);
        _position = at < 0 ? _raw.Length : _position + at + 1;
        return at >= 0;
    }

    private ReadOnlySpan<byte> NextLine()
    {
        var rest = _raw[_position..];
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        _position += end < 0 ? rest.Length : end + 1;
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    internal static bool StartsWith(ReadOnlySpan<byte> line, ReadOnlySpan<byte> lowerName) =>
        line.Length >= lowerName.Length && Ascii.EqualsIgnoreCase(line[..lowerName.Length], lowerName);

    private static bool ContainsIgnoreCase(ReadOnlySpan<byte> line, ReadOnlySpan<byte> lower)
    {
        for (var i = 0; i + lower.Length <= line.Length; i++)
            if (Ascii.EqualsIgnoreCase(line.Slice(i, lower.Length), lower)) return true;
        return false;
    }
}
