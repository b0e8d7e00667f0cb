using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Mail.Reading;

/// <summary>What the mail itself says of whoever wrote a text, by which a signature is known.</summary>
/// <param name="Name">The name beside the address; null when there is none.</param>
/// <param name="Address">The address; null when it is not stated.</param>
/// <param name="Signature">The first line of what the client marks as the signature in its HTML; null when it marks none.</param>
internal sealed record Author(string? Name, string? Address = null, string? Signature = null)
{
    /// <summary>The sender of a mail.</summary>
    public static Author Of(Party? sender, string? signature) => new(sender?.Name, sender?.Address.Value, signature);

    // "julie.martin@…": a mailbox named after a person says the name where nothing else does.
    private string? Mailbox => Address is not null && (Name is null || !SignedName.IsFull(Name)) && Address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && Address.AsSpan(0, at).ContainsAny("._-")
        ? Address[..at].Replace('.', ' ').Replace('_', ' ').Replace('-', ' ') : null;

    /// <summary>The line is the whole name.</summary>
    public bool Is(string line) => (Name is not null && SenderName.Is(line, Name)) || (Mailbox is { } box && SenderName.Is(line, box));

    /// <summary>The line is some of the name.</summary>
    public bool IsPart(string line) => Is(line) || (Name is not null && SenderName.IsPart(line, Name)) || (Mailbox is { } box && SenderName.IsPart(line, box));

    /// <summary>The whole name with nothing but other names behind it on the line ("Julie Martin Domaine de la Fosse"); null when the line is not so.</summary>
    public string? Leading(string line) =>
        Name is not null && SignedName.IsFull(Name) && line.StartsWith($"{Name} ", StringComparison.OrdinalIgnoreCase) && SignedName.IsPerson(line[(Name.Length + 1)..]) ? Name : null;

    /// <summary>The line is what the mailbox or its domain is called: a company, a shop.</summary>
    public bool IsCompany(string line) => IsDomain(line) || (Name is not null && Bare(SignedName.In(line)) is { Length: >= 5 } name && Bare(Name) == name);

    /// <summary>The domain is called like the line.</summary>
    public bool IsDomain(string line) => Squeezed(SignedName.In(line)) is { Length: >= 5 } name && Squeezed(Domain).Contains(name, StringComparison.Ordinal);

    private string Domain => Address?[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..] ?? "";

    // "Amicale des pompiers de Trélazé" and "Amicale pompiers Trélazé".
    private static string Bare(string text) => Squeezed(string.Join(' ', text.Split(' ').Where(word => word is not ("de" or "du" or "des" or "la" or "le" or "les" or "et"))));

    private static string Squeezed(string text) => string.Concat(ClosingWords.Folded(text).Where(char.IsAsciiLetterOrDigit));
}
