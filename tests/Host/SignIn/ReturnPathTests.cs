using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Tests.SignIn;

public sealed class ReturnPathTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/#SI-KEK7-WFK2")]
    [InlineData("/answers?key=a%2Fb")]
    public void A_place_of_the_page_is_kept(string asked) => Assert.Equal(asked, ReturnPath.Of(asked));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("evil.example")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%0d%0aSet-Cookie:x\r\n")]
    [InlineData("/.//evil.example")]
    [InlineData("/..//evil.example")]
    [InlineData("/a/..//evil.example")]
    [InlineData("/%2e//evil.example")]
    [InlineData("/ /evil.example")]
    [InlineData("/signin")]
    [InlineData("/a/../signin/out")]
    [InlineData("/signin/out")]
    [InlineData("/é")]
    public void Any_other_leads_to_the_top(string? asked) => Assert.Equal("/", ReturnPath.Of(asked));

    [Fact]
    public void An_endless_one_leads_to_the_top() => Assert.Equal("/", ReturnPath.Of("/" + new string('a', 400)));
}
