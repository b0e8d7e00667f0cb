using System.Buffers;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain;

namespace SiOne.Bot.Mail.Reading;

/// <summary>The lines by which mail clients introduce what they quote or forward. French clients first.</summary>
internal static partial class QuoteMarkers
{
    private static readonly SearchValues<char> RuleCharacters = SearchValues.Create("_-=*— ");

    /// <summary>Where history begins, and the first line of what it holds.</summary>
    /// <param name="Start">First line of the marker.</param>
    /// <param name="Content">First line behind the marker and its header block.</param>
    /// <param name="IsForward">The marker itself says that it is a forward.</param>
    public readonly record struct Marker(int Start, int Content, bool IsForward);

    /// <summary>The first marker at or after <paramref name="from"/>; null when there is none.</summary>
    public static Marker? Find(IReadOnlyList<string> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
            if (At(lines, i) is { } marker) return marker;
        return null;
    }

    private static Marker? At(IReadOnlyList<string> lines, int i)
    {
        var line = Unquoted(lines[i]);
        if (line.Length < 3) return null;
        if (IsRule(line))
        {
            // Outlook draws a line above its header block.
            var next = NextText(lines, i + 1);
            return next < lines.Count && HeaderBlock(lines, next) is var end and > 0 ? new Marker(i, end, IsForward: false) : null;
        }

        if (line.Contains("---", StringComparison.Ordinal) || line.Contains("___", StringComparison.Ordinal) || line.EndsWith(':'))
        {
            if (ForwardLine().IsMatch(line)) return Separated(lines, i, isForward: true);
            if (OriginalLine().IsMatch(line)) return Separated(lines, i, isForward: false);
        }

        if (HeaderBlock(lines, i) is var header and > 0) return new Marker(i, header, IsForward: false);
        return Wrote(lines, i) is var wrote and > 0 ? new Marker(i, wrote, IsForward: false) : null;
    }

    private static Marker Separated(IReadOnlyList<string> lines, int i, bool isForward)
    {
        var next = NextText(lines, i + 1);
        var content = next < lines.Count ? HeaderBlock(lines, next) : 0;
        return new Marker(i, content > 0 ? content : i + 1, isForward);
    }

    // First line behind a block "De : … / Envoyé : … / À : … / Objet : …", 0 when there is none here.
    private static int HeaderBlock(IReadOnlyList<string> lines, int i)
    {
        if (Field(lines[i]) is not Name.From) return i + 1 < lines.Count && Field(lines[i]) is Name.Date or Name.Subject ? LooseBlock(lines, i) : 0;
        return LooseBlock(lines, i);
    }

    private static int LooseBlock(IReadOnlyList<string> lines, int i)
    {
        var seen = Name.None;
        var blanks = 0;
        var end = i;
        for (var at = i; at < lines.Count && at < i + 30; at++)
        {
            var line = Unquoted(lines[at]);
            if (line.Length == 0)
            {
                // HTML clients put a blank line between the fields; two end the block.
                if (++blanks > 1 || Complete(seen)) break;
                continue;
            }

            var field = Field(lines[at]);
            if (field is Name.None)
            {
                // A folded list of recipients goes on; a text does not.
                if (blanks > 0 || at - end > 6 || !line.Contains('@', StringComparison.Ordinal)) break;
                continue;
            }

            if (seen.HasFlag(field) && field is Name.From) break;
            seen |= field;
            end = at;
            blanks = 0;
        }

        return Complete(seen) ? end + 1 : 0;
    }

    private static bool Complete(Name seen) =>
        seen.HasFlag(Name.From) && int.PopCount((int)(seen & (Name.Date | Name.To | Name.Subject))) >= 2;

    [Flags]
    private enum Name { None = 0, From = 1, Date = 2, To = 4, Subject = 8, Other = 16 }

    private static Name Field(string raw)
    {
        var line = Unquoted(raw);
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > 24) return Name.None;
        var name = line[..colon].Trim(' ', '*', '\u00A0', '\u202F', '\t').ToLowerInvariant();
        // Orange: "Message du 23/11/26 10:02".
        if (name.StartsWith("message du ", StringComparison.Ordinal) && char.IsAsciiDigit(name[11])) return Name.Date;
        return name switch
        {
            "de" or "from" or "von" or "da" or "van" or "fra" or "från" or "od" or "expéditeur" or "expediteur" or "emetteur" or "émetteur" or "lähettäjä" => Name.From,
            "envoyé" or "message du" or "envoyé le" or "envoye" or "date" or "sent" or "gesendet" or "datum" or "enviado" or "enviada em" or "enviado el" or "fecha"
                or "data" or "inviato" or "verzonden" or "sendt" or "skickat" or "dato" or "wysłano" or "date d'envoi" or "sent at" or "enviada" or "lähetetty" => Name.Date,
            "à" or "a" or "pour" or "to" or "an" or "para" or "aan" or "till" or "til" or "do" or "destinataire" or "destinataires" => Name.To,
            "objet" or "subject" or "sujet" or "betreff" or "asunto" or "assunto" or "oggetto" or "onderwerp" or "emne" or "ämne" or "temat" or "aihe" => Name.Subject,
            "cc" or "copie" or "copie à" or "cci" or "bcc" or "kopie" or "répondre à" or "reply-to" or "reply to" or "importance" or "pièces jointes"
                or "attachments" or "organisation" or "organization" or "risposta" => Name.Other,
            _ => Name.None,
        };
    }

    // First line behind "Le … a écrit :" or its like, which clients wrap over up to four lines; 0 when there is none here.
    private static int Wrote(IReadOnlyList<string> lines, int i)
    {
        var first = Unquoted(lines[i]);
        // Every one of these bears a date: "Mon PC …" and "Le PC …" do not begin a quote.
        if (first.AsSpan().ContainsAnyInRange('0', '9') && WroteStart().IsMatch(first))
        {
            var joined = first;
            for (var at = i; at < lines.Count && at < i + 6; at++)
            {
                if (at > i)
                {
                    var more = Unquoted(lines[at]);
                    // One client leaves a blank line between the name and the address.
                    if (more.Length == 0 && at == i + 1) continue;
                    if (more.Length == 0 || WroteStart().IsMatch(more)) break;
                    joined = $"{joined} {more}";
                }

                if (joined.Length > 400) break;
                if (WroteLine().IsMatch(joined)) return at + 1 < lines.Count && OnlyWrote().IsMatch(Unquoted(lines[at + 1])) ? at + 2 : at + 1;
            }
        }

        if (first.Length < 400 && first.Contains('@', StringComparison.Ordinal) && SenderWrote().IsMatch(first)) return i + 1;
        return 0;
    }

    /// <summary>The line without quote marks, bold marks and blanks around it.</summary>
    internal static string Unquoted(string line)
    {
        var text = line.AsSpan().TrimStart("> \t\u00A0").TrimEnd();
        return text.Length == line.Length ? line : text.ToString();
    }

    private static bool IsRule(string line) => line.Length >= 5 && !line.AsSpan().ContainsAnyExcept(RuleCharacters);

    private static int NextText(IReadOnlyList<string> lines, int from)
    {
        while (from < lines.Count && Unquoted(lines[from]).Length == 0) from++;
        return from;
    }

    [GeneratedRegex(
        @"^(?:[-_]{2,}\s*(?:message (?:transféré|transfere|réexpédié)|(?:début du )?mail (?:transféré|original transféré)|courriel transféré|forwarded (?:message|by.*)|transféré par [^-]+|e-?mail transféré"
        + @"|weitergeleitete nachricht|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht)\s*:?\s*[-_]*"
        + @"|(?:début du|debut du) (?:message|courriel|mail)(?: électronique)? (?:réexpédié|transféré|transfere|reexpedie)\s*:|begin forwarded message\s*:|message transféré\s*:)",
        Options)]
    private static partial Regex ForwardLine();

    [GeneratedRegex(
        @"^[-_]{2,}\s*(?:message d['’ ]?\s?origine|message original|original message|original-nachricht|ursprüngliche nachricht|mensaje original|mensagem original|messaggio originale"
        + @"|oorspronkelijk bericht|mail original|original appointment|rendez-vous d['’]origine|e-?mail d['’]origine|reply message|original email message|opprinnelig melding|oprindelig meddelelse|courriel original|message initial|reply above this line)\s*[-_:]*\s*$",
        Options)]
    private static partial Regex OriginalLine();

    [GeneratedRegex(@"^(?:[*_]|[-–—]{1,8}\s?)?\s?(?:le|on|am|el|il|em|op|den|w dniu|dnia|in data|at|på|ti|vào|on,)[ ,\u00A0]|^\d{1,4}[-./ ]|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,\s|^ons|^[0-9]{4}年", Options)]
    private static partial Regex WroteStart();

    [GeneratedRegex(
        @"^(?:[*_]|[-–—]{1,8}\s?)?\s?(?:le|on)[ ,\u00A0].+(?:a\s[ée]crit|a\s?r[ée]pondu|wrote|writes|écrivait|via .+ (?:a écrit|wrote))\s*:?\s*[-–—*_]{0,8}\s*$"
        + @"|^(?:le|on)[ ,].+\d{1,2}:\d{2}.+<.*@[^>]+>\s*:?$"
        + @"|^(?:am|el|il|em|op|den|w dniu|dnia|in data|at|på|ti).+(?:schrieb|geschreven|ha escrit|pisze|escribió|escribio|ha scritto|escreveu|schreef|skrev|napisała?|kirjoitti|wrote|a écrit|đã viết)(?:.+)?:\s*$"
        + @"|^\d{1,4}[-./ ].+(?:<[^>]+@[^>]+>|wrote|a écrit|написал|작성)\s*:\s*$"
        + @"|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,\s.+(?:<[^>]+@[^>]+>|wrote)\s*:?\s*$"
        + @"|^\d{4}年.+[:：]\s*$",
        Options)]
    private static partial Regex WroteLine();

    // The end of the line before, broken off.
    [GeneratedRegex(@"^(?:a écrit|wrote)\s*:$", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex OnlyWrote();

    [GeneratedRegex(@"^.*@[^\s]+.*\s(?:a écrit|wrote|writes|schrieb|escribió)\s*(?:le .+|on .+|sur .+)?:\s*$", Options)]
    private static partial Regex SenderWrote();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Bounded = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
