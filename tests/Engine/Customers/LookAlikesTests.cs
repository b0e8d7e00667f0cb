using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Engine.Tests.Customers;

public sealed class LookAlikesTests
{
    [Theory]
    // Letters that look alike, in Latin and in other scripts.
    [InlineData("nova-conseil.fr", "n0va-conseil.fr")]
    [InlineData("nova-conseil.fr", "nova-consei1.fr")]
    [InlineData("nova-conseil.fr", "nova-conseiI.fr")]
    [InlineData("martin.fr", "rnartin.fr")]
    [InlineData("wagon.fr", "vvagon.fr")]
    [InlineData("dupond.fr", "clupond.fr")]
    [InlineData("acme.fr", "\u0430cme.fr")]
    [InlineData("acme.fr", "xn--cme-5cd.fr")]
    [InlineData("acme.fr", "acm\u00e9.fr")]
    [InlineData("acme.fr", "acm\u0435.fr")]
    [InlineData("acme.fr", "\u03b1cme.fr")]
    [InlineData("coeur.fr", "c\u0153ur.fr")]
    // One letter.
    [InlineData("tonnellerie.fr", "tonellerie.fr")]
    [InlineData("tonnellerie.fr", "tonnelleries.fr")]
    [InlineData("tonnellerie.fr", "tonnellerle.fr")]
    [InlineData("tonnellerie.fr", "tonnelelrie.fr")]
    [InlineData("tonnellerie.fr", "tonnellarie.fr")]
    [InlineData("tonnellerie.fr", "yonnellerie.fr")]
    [InlineData("tonnellerie.fr", "tonnelleri.com")]
    [InlineData("abcdef.fr", "abcdeg.fr")]
    // A hyphen, another ending, a place further to the left.
    [InlineData("atelier-nova.fr", "ateliernova.fr")]
    [InlineData("ateliernova.fr", "atelier-nova.fr")]
    [InlineData("acme.fr", "acme.com")]
    [InlineData("acme.fr", "acme.co.uk")]
    [InlineData("acme.asso.fr", "acme.fr")]
    [InlineData("acme.fr", "mail.acme.com")]
    [InlineData("acme.fr", "acme.fr.evil.example")]
    [InlineData("mail.acme.fr", "acme.net")]
    public void A_domain_that_could_be_taken_for_it_resembles(string own, string stranger)
    {
        Assert.True(LookAlikes.Resemble(Canonical(stranger), Canonical(own)));
        Assert.Equal("acme", LookAlikes.Resembled(MailAddress.Parse($"a@{stranger}"), [Of("acme", own)])?.Id);
    }

    [Theory]
    [InlineData("tonnellerie.fr", "tonelerie.fr")] // two letters
    [InlineData("tonnellerie.fr", "chaudronnerie.fr")]
    [InlineData("tonnellerie.fr", "tonnellerie-dupont.fr")]
    [InlineData("acme.fr", "acne.fr")] // too short to guess
    [InlineData("abcde.fr", "abcdf.fr")]
    [InlineData("acme.fr", "acme.fr")]
    [InlineData("acme.fr", "sub.acme.fr")]
    [InlineData("acme.fr", "myacme.fr")]
    [InlineData("acme.fr", "fr")]
    [InlineData("acme.asso.fr", "autre.asso.fr")]
    [InlineData("acme.co.uk", "other.co.uk")]
    [InlineData("acme.fr", "xn--a.fr")]
    public void Any_other_domain_does_not(string own, string stranger)
    {
        Assert.False(LookAlikes.Resemble(stranger, own));
        Assert.Null(LookAlikes.Resembled(MailAddress.Parse($"a@{stranger}"), [Of("acme", own)]));
    }

    [Fact]
    public void A_customers_own_domain_and_one_that_people_share_resemble_nobodys()
    {
        ImmutableArray<Customer> customers = [Of("acme", "acme.fr"), Of("twin", "acme.com"), Of("orange", "orange.example"), Of("shared", "gmail.com")];
        Assert.Null(LookAlikes.Resembled(MailAddress.Parse("a@acme.com"), customers));
        Assert.Null(LookAlikes.Resembled(MailAddress.Parse("a@orange.fr"), customers));
        Assert.Null(LookAlikes.Resembled(MailAddress.Parse("a@gmail.fr"), customers));
        Assert.Null(LookAlikes.Resembled(MailAddress.Parse("a@10.0.0.1"), customers));
    }

    [Theory]
    [InlineData("rn", "m")]
    [InlineData("vv", "w")]
    [InlineData("cl", "d")]
    [InlineData("a-b", "ab")]
    [InlineData("1iI", "lll")]
    [InlineData("0Oо", "ooo")]
    [InlineData("éèÉ", "eee")]
    [InlineData("œæßøł", "oeaessol")]
    public void A_fold_is_what_a_name_looks_like(string name, string fold) => Assert.Equal(fold, Confusables.Fold(name));

    [Fact]
    public void A_fold_folds_no_further()
    {
        foreach (var c in "abcdefghijklmnopqrstuvwxyz0123456789") Assert.Equal(Confusables.Fold($"{c}"), Confusables.Fold(Confusables.Fold($"{c}")));
    }

    private static string Canonical(string domain) => MailDomains.Canonical(domain)!;

    private static Customer Of(string id, string domain) => Bench.Acme with { Id = id, Domains = [domain], People = [] };
}
