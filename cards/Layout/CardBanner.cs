using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Layout;

/// <summary>A line on top of a card that tells what became of a click.</summary>
/// <param name="Text">The sentence, in the reader's language; as plain text.</param>
/// <param name="Tone">Done, or else a warning.</param>
public sealed record CardBanner(string Text, Tone Tone)
{
    /// <summary>The card was out of date: the fresh one follows.</summary>
    public static CardBanner Stale(Language language) => Of(language, Tone.Waiting, new(
        "Cette action n'a pas été prise en compte : la carte n'était plus à jour. Voici où en est la demande maintenant.",
        "This action was not taken into account: the card was out of date. Here is where the request stands now."));

    /// <summary>Somebody else was faster.</summary>
    /// <param name="by">Who; as written in the list of technicians or the customer file.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="language">The reader's language.</param>
    public static CardBanner AlreadyDone(string by, DateTimeOffset at, Language language)
    {
        var paris = ParisTime.Of(at);
        var hour = paris.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var who = Typography.Unlinked(by, 80);
        return new CardBanner(
            who is null
                ? Typography.Set(new Label($"Déjà traité à {hour}.", $"Already handled at {hour}."), language)
                : Typography.Set(new Label("Déjà traité par ", "Already handled by "), language) + who
                    + Typography.Set(new Label($" à {hour}.", $" at {hour}."), language),
            Tone.Waiting);
    }

    /// <summary>It was done.</summary>
    public static CardBanner Heard(Language language) => Of(language, Tone.Done, new("C'est noté.", "Noted."));

    /// <summary>It could not be done, for a reason that the reader may know.</summary>
    /// <param name="reason">A sentence, set.</param>
    public static CardBanner Refused(string reason) => new(reason, Tone.Waiting);

    internal Container Block => new()
    {
        Style = Tone is Tone.Done ? ContainerStyle.Good : ContainerStyle.Warning,
        Items = [Blocks.Text(CardText.Own(Text))],
    };

    private static CardBanner Of(Language language, Tone tone, Label label) => new(Typography.Set(label, language), tone);
}
