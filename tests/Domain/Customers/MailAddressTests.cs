using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Customers;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("ada@acme.example", "acme.example")]
    [InlineData("Ada.M+tag@ACME.Example", "acme.example")]
    [InlineData("o'neil@acme.example", "acme.example")]
    [InlineData("andré@bücher.example", "bücher.example")]
    [InlineData("a@b", "b")]
    [InlineData("ada@acme.example@evil.example", "evil.example")] // the domain is what stands after the last @
    public void A_bare_address_is_read_as_written(string text, string domain)
    {
        Assert.True(MailAddress.TryParse(text, out var address));
        Assert.Equal((text, domain), (address.Value, address.Domain));
        Assert.Equal(text, MailAddress.Parse(text).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("ada@")]
    [InlineData("@acme.example")]
    [InlineData("acme.example")]
    [InlineData("Ada <ada@acme.example>")]
    [InlineData("<ada@acme.example>")]
    [InlineData("ada@acme.example, bo@acme.example")]
    [InlineData("ada@acme.example;bo@acme.example")]
    [InlineData("ada @acme.example")]
    [InlineData("ada@acme.example\r\nBcc: x@evil.example")]
    [InlineData("ada\u0000@acme.example")]
    [InlineData("ada\u00A0@acme.example")]
    public void Anything_else_is_no_address(string? text) => Assert.False(MailAddress.TryParse(text, out _));

    [Fact]
    public void An_address_longer_than_mail_allows_is_none()
    {
        Assert.True(MailAddress.TryParse(new string('a', 320 - 13) + "@acme.example", out _));
        Assert.False(MailAddress.TryParse(new string('a', 321 - 13) + "@acme.example", out _));
    }

    [Fact]
    public void What_is_no_address_is_not_quoted_in_the_exception() =>
        Assert.DoesNotContain("secret", Assert.Throws<FormatException>(() => MailAddress.Parse("secret")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ada@acme.example", "ADA@Acme.Example", true)]
    [InlineData("ada@acme.example", "ada+x@acme.example", false)]
    [InlineData("ada@acme.example", "a.da@acme.example", false)]
    public void Case_alone_makes_no_other_address(string left, string right, bool same)
    {
        var (a, b) = (MailAddress.Parse(left), MailAddress.Parse(right));
        Assert.Equal(same, a == b);
        Assert.Equal(!same, a != b);
        Assert.Equal(same, a.Equals((object)b));
        if (same) Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    [Fact]
    public void The_default_is_empty_and_harmless()
    {
        MailAddress none = default;
        Assert.Equal(("", "", ""), (none.Value, none.Domain, none.ToString()));
        Assert.NotEqual(MailAddress.Parse("ada@acme.example"), none);
    }
}
