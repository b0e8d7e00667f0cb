using System.Net;
using System.Text.Json;
using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios.Customers;

/// <summary>Art. 11, 14: an employee asks by mail, and their administrator decides on the page that the delivered mail leads to.</summary>
[Collection(PathsHost.Name)]
public sealed class ApprovalTests(PathsHost host)
{
    [Fact]
    public async Task The_link_of_the_delivered_mail_opens_without_effect_and_its_button_is_the_yes()
    {
        var (asked, request, link) = await AskedAsync("Adresse pour Julien Tessier");
        var seen = (await host.Site.BoardAsync()).Counts.Seen;
        foreach (var _ in Enumerable.Range(0, 3)) // A mail program may look ahead.
        {
            await host.Page.OpenAsync(link);
            Assert.Equal(JsonValueKind.Object, (await host.Page.ReadAsync(link)).GetProperty("decide").ValueKind);
        }

        Assert.Equal(seen, (await host.Site.BoardAsync()).Counts.Seen);
        Assert.Equal("WaitingForApproval", (await host.NowAsync(request))!.State);

        foreach (var _ in Enumerable.Range(0, 2)) Assert.Contains(await host.Page.PressAsync(link, new { granted = true }), (HttpStatusCode[])[HttpStatusCode.Accepted, HttpStatusCode.OK]);
        Assert.NotNull((await host.RequestAsync(request, "Accepted")).DueAt);
        var told = await host.MailAsync(asked.From, mail => mail.Subject.Contains(request, StringComparison.Ordinal) && mail.Text.Contains("Accord donné par", StringComparison.Ordinal));
        Assert.Contains("Bastien Corvec", told.Text, StringComparison.Ordinal);
        Assert.Equal(seen + 1, (await host.Site.BoardAsync()).Counts.Seen);

        Assert.Equal(JsonValueKind.Null, (await host.Page.ReadAsync(link)).GetProperty("decide").ValueKind);
        await host.Page.PressAsync(link, new { granted = false });
        Assert.Equal("Accepted", (await host.NowAsync(request))!.State);
    }

    [Fact]
    public async Task A_no_takes_its_reason_to_who_asked()
    {
        var (asked, request, link) = await AskedAsync("Adresse pour Manon Guilbert");
        Assert.Equal(HttpStatusCode.Accepted, await host.Page.PressAsync(link, new { granted = false, reason = "Le poste n’est pas encore ouvert." }));
        await host.RequestAsync(request, "Declined");
        await host.MailAsync(asked.From, mail => mail.Subject.Contains(request, StringComparison.Ordinal) && mail.Text.Contains("Le poste n’est pas encore ouvert.", StringComparison.Ordinal));
    }

    private async Task<(Letter Asked, string Request, Uri Link)> AskedAsync(string subject)
    {
        var asked = new Letter
        {
            From = host.Site.Address("employe"),
            Subject = subject,
            Text = $"Bonjour,\n\nMerci de créer la boîte mail pour {subject["Adresse pour ".Length..]}, qui nous rejoint.\n\nCordialement,\nLucie Marchadour",
        };
        await host.Site.SubmitAsync(asked);
        var request = await host.RequestAsync(subject);
        Assert.Equal(("mailbox.create", "WaitingForApproval"), (request.Operation, request.State));
        var mail = await host.MailAsync(host.Site.Admin, mail => mail.Subject.Contains(request.Reference, StringComparison.Ordinal));
        return (asked, request.Reference, mail.Link("/accord/"));
    }
}
