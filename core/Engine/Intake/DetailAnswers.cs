using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Reads the details that were asked for out of the answer to the question; what is there already stays.</summary>
internal static partial class DetailAnswers
{
    /// <summary>The request with what the message adds.</summary>
    /// <param name="asked">The request that waits for details.</param>
    /// <param name="message">The answer.</param>
    /// <param name="understood">What a reader found in it.</param>
    /// <param name="sender">Whose own name in a signature is no answer.</param>
    /// <param name="questions">What was asked, as it stands in what the reply quotes; empty for a reply that quotes nothing.</param>
    public static UnderstoodRequest Add(
        UnderstoodRequest asked, InboundMessage message, ImmutableArray<Case> understood, Sender sender, ImmutableArray<Label> questions)
    {
        var read = understood.Select(item => item.Request).ToArray();
        var added = read.SelectMany(request => request.Fields).DistinctBy(field => field.Key, StringComparer.Ordinal)
            .Where(field => !asked.Fields.ContainsKey(field.Key)).ToArray();
        var fields = asked.Fields.AddRange(added);
        return asked with
        {
            Person = asked.Person ?? read.Select(request => request.Person).FirstOrDefault(name => name is not null && !sender.IsCalled(name)) ?? NameIn(message, sender, questions),
            Date = asked.Date ?? read.Select(request => request.Date).FirstOrDefault(date => date is not null),
            Breach = asked.Breach ?? read.Select(request => request.Breach).FirstOrDefault(kind => kind is not null),
            Fields = Addresses(asked, read) is { Length: > 0 } addresses ? fields.SetItem(FieldNames.Addresses, addresses) : fields,
        };
    }

    // An address may be the very answer: it joins those that were there.
    private static string Addresses(UnderstoodRequest asked, UnderstoodRequest[] read) => string.Join(' ', read.Prepend(asked)
        .SelectMany(request => request.Fields.GetValueOrDefault(FieldNames.Addresses, "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal));

    // What stands behind a number, or below our own question, is an answer before any other line.
    private static string? NameIn(InboundMessage message, Sender sender, ImmutableArray<Label> questions) =>
        NumberedAnswers.Of(message.Text).Values.Concat(NumberedAnswers.Below(message.Body, questions)).Select(answer => NameAlone(answer, sender)).FirstOrDefault(name => name is not null)
        ?? NameAlone(message.Text, sender);

    // "Il s'agit de Paul Sourisseau." holds no request that a reader could find; the line is the answer. A line that says so goes before a bare
    // name, and what follows a closing word signs the message.
    private static string? NameAlone(string text, Sender sender)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries).TakeWhile(line => !Closing().IsMatch(line)).ToArray();
        return Names(lines, Announced()).Concat(Names(lines, Bare()).Where(name => !Courtesy().IsMatch(name)))
            .FirstOrDefault(name => !sender.IsCalled(name) && !(sender.Customer is { } customer && PersonNames.Same(customer.Name, name)));
    }

    private static IEnumerable<string> Names(string[] lines, Regex shape) =>
        lines.Select(line => shape.Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(
        @"^(?:[12][.)]\s*)?(?:[Nn]om(?: complet)?\s*:|[Pp]ersonne(?: concernée)?\s*:|[Ii]l s['’]agit (?:de |d['’])|[Ee]lle s['’]appelle|[Ii]l s['’]appelle|[Cc]['’]est(?: pour)?|[Pp]our)\s*:?\s*(?:(?:M\.|Mr|Mme|Mlle|Madame|Monsieur|Maître)\s+)?(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){1,3})(?:[.,;!].*)?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Announced();

    [GeneratedRegex(
        @"^(?:[12][.)]\s*)?(?:(?:M\.|Mr|Mme|Mlle|Madame|Monsieur|Maître)\s+)?(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){1,3})[.,]?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"^(?:(?:bien|très|sincères?|meilleures?)\s+)?(?:cordialement|salutations?|à vous|à toi|cdt|cdlt|merci|bonne (?:journée|soirée|réception)|belle journée|regards|best regards|kind regards|thanks|thank you)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, BoundedPatterns.Milliseconds)]
    private static partial Regex Closing();

    [GeneratedRegex(
        @"^(?:bonjour|bonsoir|salut|hello|hi|dear|chère?|chers|madame|monsieur|mesdames|messieurs|objet|envoyé|direction|service|société|tél|oui|non|ok)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, BoundedPatterns.Milliseconds)]
    private static partial Regex Courtesy();
}
