using System.Buffers;
using System.Text;
using MimeKit;
using MimeKit.IO;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Decodes the bytes of a text part. A wrong or unknown charset never loses the text.</summary>
internal static class PartText
{
    // What nearly every mail that states no charset, or Latin-1, really holds (WHATWG reads Latin-1 so, too).
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // Latin-9: the euro sign and œ stand elsewhere than in Latin-1. Bytes that it has no letters for say that it is Windows' code page after all.
    private static readonly Encoding WithEuro = CodePagesEncodingProvider.Instance.GetEncoding(28605)!;

    /// <summary>The decoded text of a part, line ends as LF, at most <paramref name="limit"/> characters of a plain one or four times that of HTML.</summary>
    public static string Of(MimePart part, int limit)
    {
        if (part.Content is null) return "";
        using var memory = new MemoryBlockStream();
        part.Content.DecodeTo(memory);
        // Four bytes a character at most, and markup outweighs text.
        var length = (int)Math.Min(memory.Length, limit * 16L);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            memory.Position = 0;
            memory.ReadExactly(bytes, 0, length);
            return TextCleaning.Lines(Decode(bytes.AsSpan(0, length), part.ContentType.Charset, whole: length == memory.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string? charset, bool whole)
    {
        var stated = Stated(charset);
        var western = stated is null || stated.CodePage is 20127 or 28591 or 28605 or 1252;
        if (!western && stated is not UTF8Encoding) return Trusting(stated!, bytes, whole);
        if (!System.Text.Ascii.IsValid(bytes))
        {
            // Bytes that happen to be valid UTF-8 with accents are UTF-8, whatever the header says.
            if (IsUtf8(bytes, whole)) return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
            if (stated?.CodePage == WithEuro.CodePage && !bytes.ContainsAnyInRange((byte)0x80, (byte)0x9F)) return WithEuro.GetString(bytes);
            if (stated is not UTF8Encoding || !MostlyUtf8(bytes)) return Western.GetString(bytes);
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string Trusting(Encoding encoding, ReadOnlySpan<byte> bytes, bool whole)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (ArgumentException)
        {
            return IsUtf8(bytes, whole) ? Encoding.UTF8.GetString(bytes) : encoding.GetString(bytes);
        }
    }

    private static Encoding? Stated(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset)) return null;
        try
        {
            var name = charset.Trim('\'', '"', ' ').ToLowerInvariant();
            // UTF-7 lets a sender hide text from every filter that reads bytes; .NET refuses it, too.
            return Alias(name) ?? CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    // Names that no registry knows and that mails bear all the same.
    private static Encoding? Alias(string name) => name switch
    {
        "utf8" or "utf_8" or "unicode-1-1-utf-8" or "utf8mb4" => Encoding.UTF8,
        "cp1252" or "latin1" or "iso8859-1" or "iso8859_1" or "iso-8859_1" or "ansi" or "8bit" or "ansi_x3.4-1968" => Western,
        "cp932" or "sjis" or "ms932" => CodePagesEncodingProvider.Instance.GetEncoding(932),
        _ => null,
    };

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool whole)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return true;
        // A text cut at the cap may end inside a character.
        if (whole) return false;
        for (var cut = 1; cut <= 3 && cut < bytes.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut])) return true;
        return false;
    }

    // A few broken bytes in a text that is UTF-8 otherwise become U+FFFD; a Latin-1 text labelled UTF-8 has hardly a valid sequence.
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            if (status != OperationStatus.Done) bad++;
            else if (!rune.IsAscii) good++;
            bytes = bytes[consumed..];
        }

        return good > bad;
    }
}
