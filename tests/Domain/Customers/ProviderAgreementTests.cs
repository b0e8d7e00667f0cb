using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Customers;

/// <summary>RGPD II f: 15 calendar days to object, from the day after the notice was received.</summary>
public sealed class ProviderAgreementTests
{
    [Theory]
    [InlineData("2026-02-01", "2026-02-02", "2026-02-17")]
    [InlineData("2026-02-01", "2026-02-17", "2026-02-17")]
    [InlineData("2026-02-01", "2026-03-20", "2026-03-20")]
    [InlineData("2026-12-20", "2026-12-20", "2027-01-05")]
    public void It_holds_from_the_agreement_and_never_within_the_notice(string noticeOn, string agreedOn, string from)
    {
        var agreement = new ProviderAgreement("Mistral AI", DateOnly.Parse(noticeOn, null), DateOnly.Parse(agreedOn, null));
        var first = DateOnly.Parse(from, null);
        Assert.Equal(first, agreement.From);
        Assert.True(agreement.Covers("mistral ai", first));
        Assert.False(agreement.Covers("Mistral AI", first.AddDays(-1)));
        Assert.False(agreement.Covers("Mistral", first));
    }
}
