using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class OthersDataTests
{
    private const string Found = "others-data/RGPD II b/-";

    private readonly OthersData _clause = new();

    [Theory]
    [InlineData("restore.file", null, "")]
    [InlineData("restore.file", "Modèle Ada", "")]
    [InlineData("restore.file", "Bo Autre", Found)]
    [InlineData("restore.mailbox", "Bo Autre", Found)]
    [InlineData("restore.site", "Bo Autre", "")] // a site is nobody's own
    [InlineData("mailbox.redirect", "Bo Autre", Found)] // shows one person's mail to another
    [InlineData("mailbox.redirect", null, "")]
    [InlineData("mailbox.settings", "Bo Autre", "")] // a setting opens nothing by itself
    [InlineData("licence.sharepoint", "Bo Autre", "")]
    [InlineData("mailbox.absence", "Bo Autre", "")]
    public void What_shows_somebodys_data_to_another_is_warned_of(string operation, string? person, string found) =>
        Assert.Equal(found, _clause.Finds(A.Case(AllOperations.Get(operation)).About(person)));

    [Fact]
    public void Words_that_ask_for_access_are_warned_of() => Assert.Equal(
        "mailbox.redirect mailbox.settings licence.sharepoint restore.file restore.mailbox",
        _clause.SpeaksOf(plain => plain.Saying(Matter.OthersData)));

    [Fact]
    public void Whoever_asks_is_warned() => Assert.All(Enum.GetValues<Role>(), role =>
        Assert.Equal(Found, _clause.Finds(A.Case(MailboxOperations.Settings, role: role).Saying(Matter.OthersData))));

    [Fact]
    public void Who_confirms_what_another_asked_is_another() =>
        Assert.Equal(Found, _clause.Finds(A.Case(RestoreOperations.File) with { AskedByAnother = true }));

    [Fact]
    public void A_stranger_is_warned_of_nothing() => Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.OthersData).FromStranger()));
}
