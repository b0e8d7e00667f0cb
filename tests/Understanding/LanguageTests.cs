using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Details.Fields;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>The language that a mailbox is to speak.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("licence.arrival", "Il est anglophone, merci de préparer son compte.", "en")]
    [InlineData("licence.arrival", "Compte en anglais svp, elle vient de Dublin.", "en")]
    [InlineData("licence.arrival", "Il ne parle qu'anglais", "en")]
    [InlineData("licence.arrival", "Elle comprend uniquement l'anglais.", "en")]
    [InlineData("licence.arrival", "Sa messagerie sera à mettre en anglais", "en")]
    [InlineData("licence.arrival", "Langue du compte : anglais. Interface anglaise pour lui", "en")]
    [InlineData("licence.arrival", "Office en français, merci", "fr")]
    [InlineData("licence.arrival", "Elle est francophone.", "fr")]
    [InlineData("licence.arrival", "He is an English speaker, mailbox in English please.", "en")]
    [InlineData("mailbox.create", "La boîte devra être en anglais", "en")]
    [InlineData("mailbox.settings", "Peux-tu passer ma boîte en français ?", "fr")]
    [InlineData("mailbox.settings", "Mon webmail est en anglais, je le voudrais en français.", "fr")]
    [InlineData("mailbox.settings", "remettez outlook en francais svp, tout est en anglais", "fr")]
    [InlineData("mailbox.settings", "Mettre la langue de la messagerie de Tom Baker en anglais", "en")]
    [InlineData("mailbox.settings", "Please switch my mailbox to English.", "en")]
    [InlineData("mailbox.settings", "Je souhaite que les dossiers de ma boîte reviennent et soient remis en français", "fr")]
    public void Is_read(string operation, string text, string language) => Assert.Equal(language, Language(operation, text));

    [Theory]
    [InlineData("licence.arrival", "Elle est bilingue anglais.")]
    [InlineData("licence.arrival", "Il est prof d'anglais au lycée.")]
    [InlineData("licence.arrival", "Elle parle anglais couramment.")]
    [InlineData("licence.arrival", "Son compte n'a pas à être en anglais")]
    [InlineData("licence.arrival", "Il est anglophone mais tout reste en français, merci.")]
    [InlineData("licence.arrival", "Elle ne parle pas français.")]
    [InlineData("licence.arrival", "La notice « compte en anglais » est jointe.")]
    [InlineData("mailbox.settings", "Ma boîte est passée en anglais, je n'y comprends rien")]
    [InlineData("mailbox.settings", "Mettre ma signature en anglais")]
    [InlineData("mailbox.settings", "Ajoutez un alias et mettez la boîte en anglais")]
    [InlineData("mailbox.settings", "Ne mettez pas ma boîte en anglais")]
    [InlineData("mailbox.absence", "Mettre un message en anglais")]
    [InlineData("incident.software", "Passez Excel en français")]
    public void Is_not_read_where_it_is_another_matter(string operation, string text) => Assert.Null(Language(operation, text));

    private static string? Language(string operation, string text) => LanguageReader.Read(TokenizedText.Read(text), AllOperations.Get(operation), place: null);
}
