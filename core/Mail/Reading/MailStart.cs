namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Where a mail's header begins: blank lines, an mbox line ("From x Mon …") or a stray line of a gateway may stand before it.
/// </summary>
internal static class MailStart
{
    private const int Look = 2048;

    /// <summary>The mail from its first header field on, its lines ended by LF even where old Macs ended them by CR alone.</summary>
    public static ReadOnlyMemory<byte> Normalise(ReadOnlyMemory<byte> raw)
    {
        var mail = raw[Of(raw.Span)..];
        var head = mail.Span[..Math.Min(mail.Length, 64 * 1024)];
        if (head.Contains((byte)'\n') || !head.Contains((byte)'\r')) return mail;
        var copy = mail.ToArray();
        copy.AsSpan().Replace((byte)'\r', (byte)'\n');
        return copy;
    }

    private static int Of(ReadOnlySpan<byte> raw)
    {
        if (raw.StartsWith("\uFEFF"u8)) return 3 + Of(raw[3..]);
        var head = raw[..Math.Min(raw.Length, Look)];
        var position = 0;
        for (var stray = 0; stray < 2 && position < head.Length;)
        {
            var end = head[position..].IndexOf((byte)'\n');
            var line = (end < 0 ? head[position..] : head.Slice(position, end)).TrimEnd((byte)'\r');
            if (IsField(line)) return position;
            if (end < 0) return 0;
            position += end + 1;
            if (line.IndexOfAnyExcept((byte)' ', (byte)'\t') >= 0 && !line.StartsWith("From "u8)) stray++;
        }

        return position < head.Length && IsField(FirstLine(head[position..])) ? position : 0;
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text) => text.IndexOf((byte)'\n') is >= 0 and var end ? text[..end] : text;

    // RFC 5322, 2.2: printable name without blanks, then a colon; a value, or the client left it empty.
    private static bool IsField(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || colon > 76) return false;
        foreach (var b in line[..colon].TrimEnd((byte)' '))
            if (b is <= (byte)' ' or >= 127) return false;
        return true;
    }
}
