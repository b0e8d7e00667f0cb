using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0\u00a0licence", "0\u00a0licences")]
    [InlineData(1, "1\u00a0licence", "1\u00a0licence")]
    [InlineData(2, "2\u00a0licences", "2\u00a0licences")]
    public void The_word_has_the_number_of_its_language(int count, string fr, string en)
    {
        Assert.Equal(fr, Counted.Fr(count, "licence", "licences"));
        Assert.Equal(en, Counted.En(count, "licence", "licences"));
        Assert.Equal(en.Replace('\u00a0', ' '), Counted.Plain(count, "licence", "licences"));
    }
}
