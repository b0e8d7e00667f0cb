using MimeKit;

namespace SiOne.Bot.Mail.Smtp;

/// <summary>
/// A message that is written as it was rendered. The mail library would otherwise re-encode and fold its body again, and a repeated attempt,
/// perhaps by a later version, would not be the same bytes. Its headers are kept raw; a Bcc or Content-Length among them is left out.
/// </summary>
internal sealed class FrozenMessage : MimeMessage
{
    private FrozenMessage(IEnumerable<Header> headers, MimeEntity body)
    {
        Headers.Clear();
        foreach (var header in headers) Headers.Add(header);
        Body = body;
    }

    public static FrozenMessage Of(ReadOnlyMemory<byte> rendered)
    {
        var bytes = WithCrlf(rendered);
        var gap = bytes.Span.IndexOf("\r\n\r\n"u8);
        var (head, rest) = gap < 0 ? (bytes, default) : (bytes[..(gap + 2)], bytes[(gap + 4)..]);
        using var stream = new MemoryStream(head.ToArray(), writable: false);
        return new FrozenMessage(HeaderList.Load(stream), new FrozenBody(rest));
    }

    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78) { }

    // A bare LF or CR is forbidden on the wire and is how one mail is smuggled inside another (RFC 5321 section 2.3.8).
    private static ReadOnlyMemory<byte> WithCrlf(ReadOnlyMemory<byte> rendered)
    {
        var span = rendered.Span;
        if (!HasBareLineEnd(span)) return rendered;
        var text = new MemoryStream(rendered.Length + (rendered.Length / 32));
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] is not ((byte)'\r' or (byte)'\n'))
            {
                text.WriteByte(span[i]);
                continue;
            }
            if (span[i] is (byte)'\r' && i + 1 < span.Length && span[i + 1] is (byte)'\n') i++;
            text.Write("\r\n"u8);
        }
        return text.GetBuffer().AsMemory(0, (int)text.Length);
    }

    private static bool HasBareLineEnd(ReadOnlySpan<byte> span)
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] is (byte)'\n') return true;
            if (span[i] is not (byte)'\r') continue;
            if (i + 1 == span.Length || span[i + 1] is not (byte)'\n') return true;
            i++;
        }
        return false;
    }

    private sealed class FrozenBody : MimePart
    {
        private readonly ReadOnlyMemory<byte> _bytes;

        public FrozenBody(ReadOnlyMemory<byte> bytes)
        {
            _bytes = bytes;
            // The library looks at the body's encoding to decide on BODY=8BITMIME (RFC 6152).
            var eightBit = bytes.Span.ContainsAnyExceptInRange((byte)0, (byte)127);
            ContentTransferEncoding = eightBit ? ContentEncoding.EightBit : ContentEncoding.SevenBit;
            // The headers that are sent stand among the message's.
            Headers.Clear();
        }

        // The encoding outlives its header.
        protected override void OnHeadersChanged(HeaderListChangedAction action, Header? header) { }

        public override void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default) =>
            stream.Write(_bytes.Span);

        public override Task WriteToAsync(
            FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default) =>
            stream.WriteAsync(_bytes, cancellationToken).AsTask();
    }
}
