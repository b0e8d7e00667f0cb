namespace SiOne.Bot.Domain.Words;

/// <summary>The two languages that people read.</summary>
public enum Language
{
    /// <summary>French, the contract's language and the default.</summary>
    French,

    /// <summary>English, the second language.</summary>
    English,
}

/// <summary>One thing that people read, in French and English side by side.</summary>
/// <param name="Fr">French, with its accents and typography.</param>
/// <param name="En">English.</param>
public sealed record Label(string Fr, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language is Language.English ? En : Fr;

    /// <inheritdoc/>
    public override string ToString() => Fr;
}
