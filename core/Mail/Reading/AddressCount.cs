namespace SiOne.Bot.Mail.Reading;

/// <summary>Counts addresses in raw header lines, before a parser whose work may grow faster than their number.</summary>
internal static class AddressCount
{
    /// <summary>True when the line opens a field that holds addresses.</summary>
    public static bool IsAddressField(ReadOnlySpan<byte> line) =>
        RawScan.StartsWith(line, "to"u8) || RawScan.StartsWith(line, "cc"u8) || RawScan.StartsWith(line, "bcc"u8)
        || RawScan.StartsWith(line, "from"u8) || RawScan.StartsWith(line, "sender"u8) || RawScan.StartsWith(line, "reply-to"u8)
        || RawScan.StartsWith(line, "resent-"u8);

    /// <summary>Separators outside quotes; all of them where the quotes of the line do not pair.</summary>
    public static int Separators(ReadOnlySpan<byte> line)
    {
        int all = 0, outside = 0;
        var quoted = false;
        foreach (var b in line)
        {
            if (b == '"') quoted = !quoted;
            if (b is not ((byte)',' or (byte)';')) continue;
            all++;
            if (!quoted) outside++;
        }

        return quoted ? all : outside;
    }
}
