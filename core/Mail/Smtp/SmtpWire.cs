using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.Mail.Smtp;

/// <summary>Knows how far a mail has got on the wire: whether its content has begun, and whether the end of the content was written.</summary>
internal sealed class SmtpWire(SmtpOptions options, TimeProvider clock) : SilenceWatch(options.CommandTimeout, clock)
{
    private readonly byte[] _tail = new byte[5];
    private Action? _contentBegins;
    private Action? _contentSent;
    private bool _dataAsked;

    public bool ContentBegun { get; private set; }

    public bool ContentSent { get; private set; }

    /// <summary>A new mail starts on this connection.</summary>
    public void Begin(Action contentBegins, Action? contentSent)
    {
        (_contentBegins, _contentSent) = (contentBegins, contentSent);
        (ContentBegun, ContentSent, _dataAsked) = (false, false, false);
        Limit = options.CommandTimeout;
        Array.Clear(_tail);
    }

    public override void LogClient(byte[] buffer, int offset, int count)
    {
        base.LogClient(buffer, offset, count);
        var written = buffer.AsSpan(offset, count);
        if (!ContentBegun)
        {
            _dataAsked = written.EndsWith("DATA\r\n"u8);
            return;
        }
        if (ContentSent) return;
        Remember(written);
        // Dots at the start of a line are doubled inside the content, so these five bytes can only be its end.
        if (!_tail.AsSpan().SequenceEqual("\r\n.\r\n"u8)) return;
        ContentSent = true;
        Limit = options.ReplyTimeout;
        _contentSent?.Invoke();
    }

    public override void LogServer(byte[] buffer, int offset, int count)
    {
        base.LogServer(buffer, offset, count);
        if (!_dataAsked || ContentBegun || !buffer.AsSpan(offset, count).StartsWith("354"u8)) return;
        ContentBegun = true;
        _contentBegins?.Invoke();
    }

    private void Remember(ReadOnlySpan<byte> written)
    {
        if (written.Length < _tail.Length)
        {
            _tail.AsSpan(written.Length).CopyTo(_tail);
            written.CopyTo(_tail.AsSpan(_tail.Length - written.Length));
        }
        else
        {
            written[^_tail.Length..].CopyTo(_tail);
        }
    }
}
