using System.Net;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Scenarios.Customers;

/// <summary>A customer's week in its administrator's mailbox, and how they end it.</summary>
[Collection(PathsHost.Name)]
public sealed class DigestTests(PathsHost host)
{
    private const string Customer = "demo-serenite";

    [Fact]
    public async Task A_week_arrives_once_and_a_mail_providers_click_ends_the_next_ones()
    {
        var admin = host.Site.Address("admin", "serenite");
        var week = IsoWeek.Of(ParisTime.DateOf(TimeProvider.System.GetUtcNow())).Previous;
        var first = await SendAsync(week);
        Assert.True(first.Exit == 0, first.Said);
        var mail = await host.MailAsync(admin, mail => mail.Field("List-Unsubscribe") is not null);
        Assert.StartsWith("Votre semaine du ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Laiterie des Trois Ponts", mail.Text, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.AutoSubmitted);
        var again = await SendAsync(week);
        Assert.Equal((1, true), (again.Exit, again.Said.Contains("a second one is never sent", StringComparison.Ordinal)));

        var address = new Uri(mail.Field("List-Unsubscribe")!.Trim('<', '>'));
        Assert.Contains("Ne plus le recevoir", await host.Page.OpenAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await host.Page.OneClickAsync(address, mail.Field("List-Unsubscribe-Post")!));
        Assert.Contains("vous ne recevez plus", await host.Page.OpenAsync(address), StringComparison.Ordinal);
        var ended = await SendAsync(week.Previous);
        Assert.Equal((1, true), (ended.Exit, ended.Said.Contains("nobody reads it", StringComparison.Ordinal)));
        Assert.Single(await host.Site.AllMailsOfAsync(admin), received => received.Field("List-Unsubscribe") is not null);
    }

    private async Task<(int Exit, string Said)> SendAsync(IsoWeek week)
    {
        var (exit, said) = await host.Site.AskAsync("digest", "--customer", Customer, "--week", week.ToString(), "--send");
        return (exit, string.Join('\n', said));
    }
}
