using SiOne.Bot.Cards;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Cards;

namespace SiOne.Bot.Host.Teams;

/// <summary>A button that was pressed: what it means, and on which card it stands.</summary>
/// <param name="Submit">What came with it.</param>
/// <param name="Grant">What it stands for.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Request">The request.</param>
/// <param name="Card">The card.</param>
internal sealed record PressedButton(CardSubmit Submit, Grant Grant, CardVerb Verb, RequestId Request, ShownCard Card);

/// <summary>Makes buttons and finds out what a pressed one means: one way for both bots' cards.</summary>
internal static class CardButtons
{
    /// <summary>A button of a request on a card, at the revision that is shown.</summary>
    public static Grant GrantOf(ShownCard card, RequestDocument document, CardVerb verb) => new(card.Id, document.Id, verb.Text(), document.State.Revision);

    /// <summary>As the card carries it.</summary>
    public static CardAction ActionOf(this CardBook book, Grant grant) => new(book.IdOf(grant), CardVerbs.TryParse(grant.Verb, out var verb) ? verb : CardVerb.Refresh);

    /// <summary>What a pressed button means; null for a payload or a button that is none of ours, or of the other bot's people.</summary>
    /// <param name="book">The cards that stand outside.</param>
    /// <param name="reading">What came back. Hostile text.</param>
    /// <param name="readers">Whose buttons may be pressed here.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<PressedButton?> FindPressedAsync(
        this CardBook book, CardSubmitReading reading, CardReaders readers, CancellationToken cancellationToken) =>
        reading.Submit is { } submit && await book.FindGrantAsync(submit.Id, cancellationToken) is { Request: { } request } grant
        && CardVerbs.TryParse(grant.Verb, out var verb) && (verb.Readers() is CardReaders.Either || verb.Readers() == readers)
        && await book.FindAsync(grant.Card, cancellationToken) is { } card
            ? new PressedButton(submit, grant, verb, request, card)
            : null;
}
