using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Host.Teams;

/// <summary>What a person asks the bot itself, in French or English; everything else is a request or speaks of one.</summary>
internal abstract record CustomerCommand
{
    private CustomerCommand() { }

    /// <summary>"Aide".</summary>
    public sealed record Help : CustomerCommand;

    /// <summary>"Bonjour" and nothing more.</summary>
    public sealed record Greeting : CustomerCommand;

    /// <summary>"Mes demandes".</summary>
    public sealed record MyRequests : CustomerCommand;

    /// <summary>"État SI-7K3M-9QXA".</summary>
    public sealed record Status(RequestReference Reference) : CustomerCommand;

    /// <summary>What a text asks; null when it is none of these.</summary>
    public static CustomerCommand? Of(string text)
    {
        if (text.Length > 60) return null;
        var reference = RequestReference.FindIn(text);
        // "Où en est SI-7K3M-9QXA ?": with a reference the question mark asks for nothing more; alone it asks for help.
        var words = reference is { } named ? Plain(text.Replace(named.Value, "", StringComparison.OrdinalIgnoreCase)).TrimEnd('?', ' ') : Plain(text);
        return (words, reference) switch
        {
            ("aide" or "help" or "?", null) => new Help(),
            ("bonjour" or "bonsoir" or "salut" or "hello" or "hi" or "coucou" or "bjr", null) => new Greeting(),
            ("mes demandes" or "mes tickets" or "my requests", null) => new MyRequests(),
            ("etat" or "statut" or "status" or "etat de" or "etat de la demande" or "ou en est" or "ou en est la demande" or "", { } of) => new Status(of),
            _ => null,
        };
    }

    /// <summary>Lower case, without accents and punctuation at the ends.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark) plain.Append(c is '\u00A0' or '\t' or '\n' ? ' ' : c);
        return string.Join(' ', plain.ToString().Trim(' ', '!', '.', ':', ',').Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
