using FsCheck.Xunit;

namespace SiOne.Bot.Cards.Tests;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("Rien de spécial, voilà.", "Rien de spécial, voilà.")]
    [InlineData("1. Un", "1\\. Un")]
    [InlineData("12) Un", "12\\) Un")]
    [InlineData("Le 1. Un", "Le 1. Un")]
    [InlineData("- un", "\\- un")]
    [InlineData("SI-7K3M-9QXA", "SI-7K3M-9QXA")]
    [InlineData("# un", "\\# un")]
    [InlineData("a_b*c", "a\\_b\\*c")]
    [InlineData("[a](b)", "\\[a\\]\u2060(b)")]
    [InlineData("${a} {{b}}", "$\\{a} {\\{b}}")]
    [InlineData("<at>a</at>", "\\<\u2060at\\>a\\<\u2060/at\\>")]
    [InlineData("a & b", "a \\& b")]
    [InlineData("a\nb", "a b")]
    [InlineData("a\\", "a\\\\")]
    [InlineData("à 14:10, article 8.1, le 24/11.", "à 14:10, article 8.1, le 24/11.")]
    [InlineData("https://b.example/c a@b.example", "https:\u2060/\u2060/b.\u2060example/c a@\u2060b.\u2060example")]
    public void Our_own_sentence_is_not_read_as_Markdown(string sentence, string safe) => Assert.Equal(safe, CardText.Own(sentence));

    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("\u202E\u0000", "")]
    [InlineData("Claire Aubinet", "Claire Aubinet")]
    [InlineData("https://b.example", "https:\u2060/\u2060/\u2060b.\u2060example")]
    public void What_a_person_wrote_is_one_harmless_line(string? text, string safe) => Assert.Equal(safe, CardText.Of(text));

    [Fact]
    public void What_is_too_long_is_clipped_with_an_ellipsis()
    {
        Assert.Equal(new string('a', CardText.MaxLength) + "…", CardText.Of(new string('a', 5_000)));
        Assert.Equal("😀…", CardText.Of("😀😀😀", 3));
    }

    [Fact]
    public void Lines_stay_lines_and_empty_ones_go() => Assert.Equal("Bonjour,|\\- un|Merci", string.Join('|', CardText.Lines("Bonjour,\r\n\r\n- un\n\u2028Merci\n\n")));

    [Fact]
    public void No_more_than_the_most_is_shown_of_many_lines()
    {
        var many = CardText.Lines(string.Join('\n', Enumerable.Repeat("a", 500)));
        Assert.Equal((31, "…"), (many.Length, many[^1]));
        var longOnes = CardText.Lines(string.Join('\n', Enumerable.Repeat(new string('a', 400), 10)));
        Assert.InRange(longOnes.Sum(line => line.Length), 1_000, 1_002);
    }

    [Theory]
    [InlineData("<b>${a}{{c}}</b>", "‹b›$\u2060{a}\u2060{\u2060{c}}‹/b›")]
    public void Plain_text_holds_no_markup(string text, string plain) => Assert.Equal(plain, CardText.Plain(text));

    [Property]
    public bool Nothing_that_could_be_read_as_anything_is_left_bare(string? text)
    {
        var safe = CardText.Of(text);
        for (var i = 0; i < safe.Length; i++)
        {
            if (safe[i] == '\\')
            {
                i++;
                continue;
            }

            if ("`*_[]<>~|&".Contains(safe[i], StringComparison.Ordinal)) return false;
        }

        return !safe.Contains("{{", StringComparison.Ordinal) && !safe.Contains("${", StringComparison.Ordinal) && !safe.Any(char.IsControl);
    }
}
