using FsCheck.Xunit;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("L'accord : oui !", "L’accord\u00A0: oui\u202F!")]
    [InlineData("Est-ce fait ? Non ; attendez.", "Est-ce fait\u202F? Non\u202F; attendez.")]
    [InlineData("même un « oui » suffit", "même un «\u202Foui\u202F» suffit")]
    [InlineData("à 14\u00A0h\u00A010 ; merci", "à 14\u00A0h\u00A010\u202F; merci")]
    [InlineData("de 8 h 30 à 12 h, soit 10 %", "de 8\u00A0h\u00A030 à 12\u00A0h, soit 10\u00A0%")]
    [InlineData("3 heures, 2 hommes", "3 heures, 2 hommes")]
    [InlineData("à 14:10, sur https://site.example/", "à 14:10, sur https://site.example/")]
    [InlineData("", "")]
    public void French_punctuation_keeps_to_its_word(string written, string set) =>
        Assert.Equal(set, Typography.Set(written, Language.French));

    [Fact]
    public void English_takes_the_apostrophe_alone() =>
        Assert.Equal("Your company’s rule: done!", Typography.Set("Your company's rule: done!", Language.English));

    [Property]
    public bool Setting_twice_changes_nothing(string? text) =>
        Typography.Set(text ?? "", Language.French) is var once && Typography.Set(once, Language.French) == once;

    [Property]
    public bool One_line_is_one_line(string? text) => !Typography.OneLine((text ?? "") + "\r\n\u2028\u202E\0").Any(char.IsControl);

    [Theory]
    [InlineData("Claire\r\nBcc: x@y.example", "Claire  Bcc: x@y.example")]
    [InlineData("Anne-Élise O'Neil", "Anne-Élise O'Neil")]
    [InlineData("a\u202Eb\u2028c", "a b c")]
    public void A_name_keeps_its_spelling_on_one_line(string name, string line) => Assert.Equal(line, Typography.OneLine(name));

    [Theory]
    [InlineData("Julien Tessier", "Julien Tessier")]
    [InlineData("M. J.-P. Martin", "M. J.\u2060-P. Martin")]
    [InlineData("http://evil.example/a", "http:\u2060/\u2060/\u2060evil.\u2060example/\u2060a")]
    [InlineData("07 55 12", "0\u20607 5\u20605 1\u20602")]
    [InlineData("a\t \r\n b", "a b")]
    public void What_a_stranger_wrote_holds_no_link(string written, string shown) => Assert.Equal(shown, Typography.Unlinked(written, 120));

    [Theory]
    [InlineData(null)]
    [InlineData("\u2028 \0")]
    public void Nothing_that_can_be_seen_is_nothing(string? written) => Assert.Null(Typography.Unlinked(written, 120));

    [Fact]
    public void A_strangers_words_are_cut_and_never_inside_a_character()
    {
        Assert.Equal(new string('a', 120), Typography.Unlinked(new string('a', 120), 120));
        Assert.Equal(new string('a', 119) + "…", Typography.Unlinked(new string('a', 119) + "😀b", 120));
    }

    [Theory]
    [InlineData("équipe", "Équipe")]
    [InlineData("à savoir", "À savoir")]
    [InlineData("", "")]
    public void Capitals_keep_their_accents(string text, string capital) => Assert.Equal(capital, Typography.Capital(text));
}
