using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Tests.Contract;

public sealed class ArticleTests
{
    [Theory]
    [InlineData("14", "article 14", "article 14")]
    [InlineData("8.1", "article 8.1", "article 8.1")]
    [InlineData("XIV 4.1", "annexe XIV 4.1", "annex XIV 4.1")]
    [InlineData("RGPD V", "annexe RGPD V", "annex RGPD V")]
    public void An_article_is_cited_as_it_is_printed(string number, string french, string english)
    {
        var article = new Article(number);
        Assert.Equal((french, english, number), (article.Cited, article.CitedInEnglish, article.ToString()));
        Assert.Contains(number, Article.All);
    }

    [Fact]
    public void No_number_is_listed_twice() => Assert.Equal(Article.All.Length, Article.All.Distinct().Count());
}
