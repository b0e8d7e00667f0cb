using System.Text.RegularExpressions;
using SiOne.Bot.Domain;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Where the end of a text begins: at what the client marked, at a farewell, or at the writer's own name above posts and numbers.</summary>
internal static partial class SignatureStart
{
    /// <summary>In the place of a line: someone else's signature is what the mail is about.</summary>
    public const int Quoted = 0;

    private const int MaxLines = 14;
    private const int MostLines = 40;
    private const int MaxLineLength = 90;
    private const int MarkedWithin = 40;

    /// <summary>The dashes above a signature; -1 when there are none.</summary>
    public static int ByDashes(List<string> lines, Author author)
    {
        for (var i = lines.Count - 1; i >= 0 && i > lines.Count - MarkedWithin; i--)
            if (IsDashes(lines, i, author)) return Footers.Trimmed(lines, i) > 0 ? i : -1;
        return -1;
    }

    /// <summary>The first line of what the client marked as a signature; -1 when it marked none, or when somebody wrote on in it.</summary>
    public static int ByMark(List<string> lines, Author author)
    {
        if (author.Signature is not { } marked) return -1;
        var at = lines.FindLastIndex(line => line.Length > 1 && IsSame(line, marked));
        return at > 0 && at > lines.Count - MarkedWithin && IsMore(lines, at) && !IsProse(lines, at, author) ? at : -1;
    }

    // RFC 3676, 4.3. Mail clients lose the space at the end.
    private static bool IsDashes(List<string> lines, int i, Author author) =>
        i >= 0 && (lines[i] is "-- " or "--\u00A0" || (lines[i] is "--" or "—" or "— " or "---" or "__" or "___" && !IsProse(lines, i + 1, author)));

    /// <summary>The line of the farewell; <see cref="Quoted"/> when it is announced ("la nouvelle signature :"), -1 when there is none.</summary>
    public static int ByClosing(List<string> lines, Author author)
    {
        var at = Head(lines, i => Closings.Is(lines[i].Trim()) || IsFarewell(lines, i, author) || Closes(lines[i].Trim(), author), i => i + 1, author);
        if (at < 0) return -1;
        if (Closes(lines[at].Trim(), author)) return at;
        return IsAnnounced(lines, at) ? Quoted : Earliest(lines, at);
    }

    /// <summary>The line of the writer's name, above posts and numbers, without a farewell before; -1 when there is none.</summary>
    public static int ByName(List<string> lines, Author author)
    {
        var at = Head(lines, i => IsSigned(lines, i, author), i => i, author);
        // "Mylène Tanguy, préparatrice" above the shop whose mailbox it is.
        if (at > 1 && SignedName.In(lines[at - 1].Trim()) is var above && SignedName.IsFull(above) && (above != lines[at - 1].Trim() || !SignedName.IsPerson(SignedName.In(lines[at].Trim())))) at--;
        return at < 0 || IsAnnounced(lines, at) ? -1 : at;
    }

    /// <summary>Nothing but the writer's signature, as a forward without a word has it; of a mailbox that several share, any full name heads it.</summary>
    public static bool IsAll(List<string> lines, Author author)
    {
        var text = lines.Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return text.Count > 1 && (author.Is(SignedName.In(text[0])) || (text.Count > 2 && SignedName.IsFull(SignedName.In(text[0]))))
            && text.Exists(IsContact) && !text.Exists(line => Asks(line) || Speaks(line) || IsProse(line) || Sentence.Is(line));
    }

    /// <summary>"Merci d'avance," and "Cordialement" on two lines are one closing. Thanks that are all the mail says are no farewell.</summary>
    public static int Earliest(List<string> lines, int closing)
    {
        for (var i = closing - 1; i > 0; i--)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            if (!Closings.Is(lines[i].Trim()) || !IsMore(lines, i)) break;
            closing = i;
        }

        return closing;
    }

    // From the end upwards to the first line that heads the signature. What speaks below it ends the search, unless name and number stand between:
    // whatever a company prints below those is its own.
    private static int Head(List<string> lines, Func<int, bool> heads, Func<int, int> name, Author author)
    {
        var (seen, spoken) = (0, -1);
        for (var i = lines.Count - 1; i > 0; i--)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            if (heads(i)) return spoken < 0 || IsBlock(lines, name(i), spoken, author) ? i : -1;
            if (Asks(line) || seen > MostLines) return -1;
            if (++seen > MaxLines || (line.Length > MaxLineLength && !IsContact(line)) || Speaks(line) || IsProse(line) || Sentence.Is(line)) spoken = i;
        }

        return -1;
    }

    private static bool IsBlock(List<string> lines, int name, int end, Author author)
    {
        var block = lines.Skip(name).Take(end - name).Select(line => line.Trim()).Where(line => line.Length > 0 && !SignedName.IsPicture(line)).ToList();
        if (block.Count < 2) return false;
        var signer = SignedName.In(block[0]);
        if (!SignedName.Is(signer, author)) return false;
        return block.Exists(line => IsContact(line) || author.IsCompany(line)) || (name > 0 && author.Is(signer) && Closings.Is(Above(lines, name)));
    }

    private static string Above(List<string> lines, int at) => Footers.Trimmed(lines, at) is > 0 and var above ? lines[above - 1].Trim() : "";

    // "Kévin Poirier" above post, company and numbers; "Kévin" with the number on its line; a person above the name of the shop whose mailbox it is.
    private static bool IsSigned(List<string> lines, int i, Author author)
    {
        var line = lines[i].Trim();
        var name = SignedName.In(line);
        if (author.Is(name) || (author.Leading(line) is not null && Footers.Trimmed(lines, lines.Count) == i + 1)) return true;
        if (!string.IsNullOrWhiteSpace(lines[i - 1]) || !IsMore(lines, i)) return name != line && IsNumber(line[name.Length..]) && author.IsPart(name) && Footers.Trimmed(lines, lines.Count) == i + 1;
        var below = lines.Skip(i + 1).Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        if (below.Count == 0) return name != line && IsNumber(line[name.Length..]) && author.IsPart(name);
        if (author.IsPart(name) && SignedName.IsPerson(name)) return below.Exists(IsContact) || below.Exists(author.IsCompany);
        return SignedName.IsFull(name) && below.Exists(author.IsCompany) && !author.IsCompany(name);
    }

    // "Bien cordialement, Julie Martin" on one line.
    private static bool Closes(string line, Author author) => Closings.Behind(line) is { } name && SignedName.Is(SignedName.In(name), author);

    // A few words that end with a comma, right above the writer's own name: a farewell, whatever its words.
    private static bool IsFarewell(List<string> lines, int i, Author author)
    {
        var line = lines[i].Trim();
        return line.Length is > 3 and <= 60 && line[^1] is ',' && line.Count(c => c is ' ') < 7 && !line.AsSpan().ContainsAnyInRange('0', '9') && !IsGreeting(line)
            && IsMore(lines, i) && lines.Skip(i + 1).FirstOrDefault(l => !string.IsNullOrWhiteSpace(l)) is { } next && author.IsPart(SignedName.In(next.Trim()));
    }

    // "Voici mes coordonnées :", "la nouvelle signature :": what follows is the matter itself.
    private static bool IsAnnounced(List<string> lines, int at) =>
        Footers.Trimmed(lines, at) is > 0 and var above && lines[above - 1].TrimEnd().EndsWith(':');

    /// <summary>A number, an address, or what the law makes companies print.</summary>
    public static bool IsContact(string line) => Contact().IsMatch(line);

    /// <summary>"Bonjour Madame," and nothing else.</summary>
    public static bool IsGreeting(string line) => Greeting().IsMatch(line.Trim());

    // Above the line something is said, not a greeting alone.
    private static bool IsMore(List<string> lines, int at)
    {
        for (var i = 0; i < at; i++)
            if (!string.IsNullOrWhiteSpace(lines[i]) && !IsGreeting(lines[i])) return true;
        return false;
    }

    private static bool IsNumber(string text) => text.Count(char.IsAsciiDigit) >= 4 && !text.Any(char.IsLetter);

    private static bool IsSame(string line, string marked) => string.Equals(Closings.Straight(line).Trim('*'), marked, StringComparison.OrdinalIgnoreCase);

    // Two dashes without their space may also part two matters; the writer's own name says that it is a signature.
    private static bool IsProse(List<string> lines, int from, Author author) =>
        lines.Skip(from).Select(line => line.Trim()).Where(line => line.Length > 0 && !SignedName.IsPicture(line)).Take(2).All(line => !author.Is(SignedName.In(line)))
        && lines.Skip(from).Any(line => IsProse(line) || (line.Trim().Length > 45 && Speaks(line.Trim())) || Sentence.Is(line));

    private static bool IsProse(string line) => line.TrimEnd() is { Length: > 45 } text && text[^1] is '.' or '!';

    // A question, or something a person says of themselves, below a signature: then it is none.
    private static bool Asks(string line) => line.EndsWith('?') || Personal().IsMatch(Closings.Straight(line));

    // A line under the closing that says something: then it is no signature.
    private static bool Speaks(string line) => Speech().IsMatch(Closings.Straight(line));

    [GeneratedRegex(@"^(?:(?:re)?bonjour|(?:re)?bonsoir|salut|coucou|hello|hi|hey|dear|bjr|slt|madame|monsieur|mesdames|messieurs|cher|chère|chers|chères)(?:[ ,]+[\p{L}'’.-]+){0,3} ?[,.!]*$", Options)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\b(?:j'ai|je|j'|mon|ma|mes|moi|me|m')\b|^(?:p\.?\s?s\.?|n\.?b\.?)\s?[:.–-]|^(?:et|mais|sinon|au fait|pour info|attention|urgent|important|edit)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Personal();

    [GeneratedRegex(@"^(?:p\.?\s?s\.?\s?:?\s|nb\s?:|n\.b|attention|urgent|important|au fait|sinon|et |mais |pour info|edit)|\b(?:merci de|pouvez|pourriez|faut|besoin|svp)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Speech();

    [GeneratedRegex(@"\d{2}(?:[ .-]?\d{2}){4}|\+\d{2}|@|www\.|https?:|\b\d{5} \p{L}|\b(?:tél|fax|siret|rcs|capital|tva|naf|ape|cedex|association agréée)\b|\bhoraires ?: ?\d", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Contact();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Bounded = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
