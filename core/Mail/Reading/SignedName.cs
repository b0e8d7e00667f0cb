using System.Buffers;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain;

namespace SiOne.Bot.Mail.Reading;

/// <summary>The name in a line of a signature: without post, company and number, and told from a company's.</summary>
internal static partial class SignedName
{
    private static readonly SearchValues<char> AfterName = SearchValues.Create(",–—|/(•·");

    /// <summary>"Hélène Brossard, DRH", "Lucie Hamelin - accueil", "Yvan Thibaudet 06 00 55 33 12", "Claire pour le secrétariat": the name alone.</summary>
    public static string In(string signed)
    {
        var line = signed.Trim(' ', '\t', '-', '–', '*', '_', ',', '/', '|');
        var end = line.AsSpan().IndexOfAny(AfterName);
        var name = end < 0 ? line : line[..end];
        foreach (var parting in (ReadOnlySpan<string>)[" - ", " pour "])
            if (name.IndexOf(parting, StringComparison.Ordinal) is > 0 and var at) name = name[..at];
        var number = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (number > 1 && name[number - 1] is ' ' or '+') name = name[..number].TrimEnd('+', ' ', ':');
        return name.Trim(' ', '*', '_', '\u00A0');
    }

    /// <summary>A person signs so: by their shape, or because the mail's own sender is called so.</summary>
    public static bool Is(string name, Author author) => name.Length is > 1 and <= 60 && (IsPerson(name) || author.IsPart(name));

    /// <summary>It has the shape of a person's name and is no office's.</summary>
    public static bool IsPerson(string name) => PersonName().IsMatch(name) && !Office().IsMatch(Closings.Straight(name));

    /// <summary>First and last name.</summary>
    public static bool IsFull(string name) => name.Length is > 4 and <= 60 && name.Contains(' ', StringComparison.Ordinal) && IsPerson(name);

    /// <summary>The signer among the lines of a signature; null when it is signed by an office, or by nobody.</summary>
    public static string? Signer(IEnumerable<string> signature, Author author)
    {
        var lines = signature.Select(line => line.Trim()).Where(line => line.Length > 0 && !Closings.Is(line) && !IsPicture(line) && In(line).Length > 0).Take(8).ToList();
        if (lines.Count == 0) return null;
        var name = Foremost(lines, author);
        return Is(name, author) ? name : null;
    }

    // Below a company's or an office's name stands the person's; a mailbox may be called like the company.
    private static string Foremost(List<string> lines, Author author)
    {
        var (first, names) = (In(lines[0]), lines.ConvertAll(In));
        if (Titled().IsMatch(first) || (author.IsPart(first) && IsPerson(first))) return first;
        if (names.Find(name => author.Is(name) && IsPerson(name)) is { } own && !(author.IsDomain(own) && IsFull(first))) return own;
        if (author.IsDomain(first) && names.Find(name => IsFull(name) && !author.IsDomain(name)) is { } person) return person;
        // "Nolwenn Daniel, directrice": with the post, the name cannot be another company's.
        return IsPerson(first) || author.IsPart(first) ? first : lines.Find(line => IsFull(In(line)) && line.StartsWith($"{In(line)},", StringComparison.Ordinal)) is { } posted ? In(posted) : first;
    }

    /// <summary>"[Logo]", "[cid:image001.png@01DC]": where a plain text had a picture.</summary>
    public static bool IsPicture(string line) => line is ['[', .., ']'] && !line.AsSpan(1, line.Length - 2).ContainsAny('[', ']');

    // Signed by an office, not by a person.
    [GeneratedRegex(@"^(?:le |la |l'|les )?(?:services?|direction|secrétariat|accueil|société|sarl|sas|sa|eurl|sci|scp|selarl|cabinet|mairie|équipe|comptabilité|association|support|étude|groupe|entreprise|ets|établissements|pôle)\b", Options, BoundedPatterns.Milliseconds)]
    private static partial Regex Office();

    // A title stands before a person's name alone.
    [GeneratedRegex(@"^(?:M\.|Mr|Mme|Mlle|Me|Dr|Pr|Maître)\s\p{L}", RegexOptions.CultureInvariant, BoundedPatterns.Milliseconds)]
    private static partial Regex Titled();

    // One to four words that start with a capital, particles apart, a title before them allowed: a first name alone may be a post as well,
    // and stays to be safe; case decides, so no IgnoreCase here.
    [GeneratedRegex(
        @"^(?:(?:M\.|Mr|Mme|Mlle|Me|Dr|Pr|Maître)\s)?\p{Lu}[\p{L}'’.-]{0,24}(?:\s(?:de|du|des|la|le|d'|von|van|el|ben)){0,2}(?:\s(?:d'|l')?\p{Lu}[\p{L}'’.-]{0,24}){0,3}$",
        RegexOptions.CultureInvariant, BoundedPatterns.Milliseconds)]
    private static partial Regex PersonName();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
