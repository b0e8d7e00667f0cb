namespace SiOne.Bot.Cards.Customers;

/// <summary>A mail that is ready to be sent: what opens it is a link, so everything in it is percent-encoded.</summary>
/// <param name="To">The support address.</param>
/// <param name="Subject">The subject, with the reference.</param>
/// <param name="Body">The text; hostile where it repeats what the customer wrote. Clipped, since long links are cut by mail programs.</param>
public sealed record ReadyMail(string To, string Subject, string Body)
{
    // Outlook and browsers take about 2,000 characters.
    private const int MaxEncodedBody = 1_500;

    /// <summary>The link.</summary>
    public string Url => $"mailto:{Uri.EscapeDataString(To).Replace("%40", "@", StringComparison.Ordinal)}"
        + $"?subject={Uri.EscapeDataString(Subject)}&body={Encoded(Body)}";

    private static string Encoded(string body)
    {
        // RFC 6068, 5: line breaks are %0D%0A.
        var lines = body.ReplaceLineEndings("\r\n");
        var end = lines.Length;
        while (Uri.EscapeDataString(lines[..end]) is { Length: > MaxEncodedBody } tooLong)
        {
            end -= Math.Max(1, (tooLong.Length - MaxEncodedBody) / 9);
            if (end > 0 && char.IsHighSurrogate(lines[end - 1])) end--;
        }

        return Uri.EscapeDataString(lines[..end]);
    }
}
