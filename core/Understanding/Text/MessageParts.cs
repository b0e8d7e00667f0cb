namespace SiOne.Bot.Understanding.Text;

/// <summary>A message's text in its parts: what is asked, who signs it; quotes and footers are left out.</summary>
/// <param name="Request">What the sender asks, without greeting lines' and footers' noise.</param>
/// <param name="Closing">The last lines of what the sender wrote, signature included: where a name may stand.</param>
/// <param name="Written">All of it, signature and footers included: words that somebody hands over may end in "Cordialement", too.</param>
internal sealed record MessageParts(string Request, string Closing, string Written)
{
    private const int ClosingLines = 9;

    /// <summary>Takes a text apart. It may come stripped already, or whole as the command line gives it.</summary>
    public static MessageParts Of(string text)
    {
        if (text.Length > TokenizedText.MaxLength) text = text[..TokenizedText.MaxLength];
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var quoteStart = FindQuote(lines);
        var own = Own(lines.AsSpan(0, quoteStart));
        var (request, signature) = CutSignature(own);
        if (AsksForTheQuote(request))
        {
            var quoted = quoteStart < lines.Length ? lines[quoteStart..] : [.. lines.Where(line => line.StartsWith('>')).Select(line => line.TrimStart('>', ' '))];
            if (quoted.Length > 0)
            {
                var ownOfIt = Own(WithoutHeaders(quoted));
                var (forwarded, forwardedSignature) = CutSignature(ownOfIt);
                return new MessageParts(Join(request) + "\n" + Join(forwarded), Last(forwarded) + "\n" + Join(forwardedSignature) + "\n" + Writer(quoted), Join(own) + "\n" + Join(ownOfIt));
            }
        }
        return new MessageParts(Join(request), Last(request) + "\n" + Join(signature), Join(own));
    }

    // Who wrote what is forwarded: "De : Hélène Bodin <h.bodin@…>".
    private static string Writer(string[] quoted)
    {
        var header = Array.Find(quoted, line => Folding.Fold(line).TrimStart('>', ' ') is var folded && (folded.StartsWith("de :", StringComparison.Ordinal) || folded.StartsWith("from:", StringComparison.Ordinal))) ?? "";
        var name = header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return (name.IndexOf('<', StringComparison.Ordinal) is > 0 and var address ? name[..address] : name).Trim();
    }

    private static string Join(List<string> lines) => string.Join('\n', lines);

    private static string Last(List<string> lines) =>
        string.Join('\n', lines.Where(line => line.Length > 0).TakeLast(3));

    private static int FindQuote(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
            if (IsQuoteStart(lines, i)) return i;
        return lines.Length;
    }

    private static bool IsQuoteStart(string[] lines, int i)
    {
        var line = Folding.Fold(lines[i].Trim());
        if (line.Length is 0 or > 300) return false;
        if (line[0] == '-' && (line.Contains("message d'origine", StringComparison.Ordinal) || line.Contains("original message", StringComparison.Ordinal)
            || line.Contains("message transfere", StringComparison.Ordinal) || line.Contains("forwarded message", StringComparison.Ordinal))) return true;
        if ((line.StartsWith("le ", StringComparison.Ordinal) && line.EndsWith("a ecrit :", StringComparison.Ordinal))
            || (line.StartsWith("on ", StringComparison.Ordinal) && line.EndsWith("wrote:", StringComparison.Ordinal))) return true;
        return IsHeader(line) && Enumerable.Range(i + 1, 4).Any(next => next < lines.Length && IsHeader(Folding.Fold(lines[next].Trim())));
    }

    private static readonly string[] HeaderNames = ["de", "from", "envoye", "sent", "a", "to", "cc", "objet", "subject", "date"];

    private static bool IsHeader(string foldedLine)
    {
        var colon = foldedLine.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 9 && HeaderNames.Contains(foldedLine[..colon].Trim(), StringComparer.Ordinal);
    }

    private static ReadOnlySpan<string> WithoutHeaders(ReadOnlySpan<string> lines)
    {
        var kept = new List<string>();
        foreach (var line in lines)
            if (!IsHeader(Folding.Fold(line.Trim())) && !line.StartsWith("---", StringComparison.Ordinal)) kept.Add(line.TrimStart('>', ' '));
        return kept.ToArray();
    }

    private static List<string> Own(ReadOnlySpan<string> lines)
    {
        var own = new List<string>(lines.Length);
        foreach (var line in lines)
            if (!line.StartsWith('>')) own.Add(line.Trim());
        while (own.Count > 0 && own[0].Length == 0) own.RemoveAt(0);
        return own;
    }

    // A manager who forwards with "à traiter svp" asks for what the forwarded text says; whoever asks about it does not.
    private static readonly string[] ForwardWords =
        ["ci-dessous", "ci dessous", "a traiter", "pour suite", "suite a donner", "y aller", "je valide", "pour action", "le necessaire", "see below", "please do", "vu avec vous", "peux-tu voir", "tu peux voir",
        "merci d'agir", "merci de traiter", "de la traiter", "de le traiter", "en occuper", "voir ca", "voir cela", "je relaie", "je transmets la demande"];

    private static bool AsksForTheQuote(List<string> request)
    {
        var text = Folding.Fold(Join(request));
        return text.Length < 250 && (text.Length < 3 || ForwardWords.Any(word => text.Contains(word, StringComparison.Ordinal)));
    }

    private static (List<string> Request, List<string> Signature) CutSignature(List<string> lines)
    {
        var end = lines.FindIndex(line => line is "--" or "-- " || line.StartsWith("____", StringComparison.Ordinal) || line.StartsWith("-----", StringComparison.Ordinal) || IsFooter(line));
        var kept = end < 0 ? lines : lines[..end];
        var closing = kept.FindIndex(IsClosing);
        if (closing < 0 || closing == 0) return (kept, []);
        return (kept[..closing], [.. kept[(closing + 1)..].Take(ClosingLines)]);
    }

    private static readonly string[] FooterStarts =
    [
        "ce message", "ce courriel", "ce courrier", "ce mail", "this message", "this email", "this e-mail", "confidentialite", "avertissement", "pensez a l'environnement",
        "avant d'imprimer", "n'imprimez", "imprime sur", "envoye depuis mon", "envoye de mon", "sent from my", "le papier, c'est", "« le papier",
    ];

    private static bool IsFooter(string line)
    {
        var folded = Folding.Fold(line);
        return FooterStarts.Any(start => folded.StartsWith(start, StringComparison.Ordinal)) && line.Length > 14;
    }

    private static readonly string[] Closings =
    [
        "cordialement", "bien cordialement", "tres cordialement", "cdt", "cdlt", "bien cdt", "bien a vous", "bien a toi", "salutations", "sinceres salutations", "sentiments distingues",
        "amities", "amicalement", "regards", "best regards", "kind regards", "cheers", "thanks", "merci d'avance", "belle journee", "bonne journee", "bonne reception", "respectueusement", "solidairement", "bise", "bises",
    ];

    private static bool IsClosing(string line)
    {
        if (line.Length is 0 or > 40) return false;
        var folded = Folding.Fold(line).TrimEnd(' ', ',', '.', '!');
        return Closings.Contains(folded, StringComparer.Ordinal);
    }
}
