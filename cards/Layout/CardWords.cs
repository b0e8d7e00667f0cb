using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Layout;

/// <summary>Words that several cards share, and how any words are set. What a request says comes from the domain.</summary>
internal static class CardWords
{
    public static Label Choose { get; } = new("Choisissez", "Choose");

    public static Label Open { get; } = new("Voir", "View");

    public static Label Send { get; } = new("Envoyer", "Send");

    /// <summary>A label in the reader's language, set as a printer would; plain, for buttons and inputs.</summary>
    public static string Say(Label label, Language language) => Typography.Set(label, language);

    /// <summary>The same where Markdown is read.</summary>
    public static string Text(Label label, Language language) => CardText.Own(Typography.Set(label, language));
}
