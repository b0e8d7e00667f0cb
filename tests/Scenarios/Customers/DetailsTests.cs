using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios.Customers;

/// <summary>Art. 13: what is missing is asked as a numbered list, and the reply's numbers answer it.</summary>
[Collection(PathsHost.Name)]
public sealed class DetailsTests(PathsHost host)
{
    [Fact]
    public async Task What_a_reply_leaves_open_is_asked_again_and_nothing_else()
    {
        const string Subject = "Deux choses pour lundi";
        var monday = Instants.Day(NextMonday(), Language.French);
        await host.Site.SubmitAsync(new Letter
        {
            From = host.Site.Admin,
            Subject = Subject,
            Text = $"Bonjour,\n\nUne nouvelle collègue arrive le {monday}, merci de créer son compte Microsoft 365.\n\n"
                + "Merci aussi de rediriger les mails de l'ancienne comptable vers la direction.\n\nCordialement,\nBastien Corvec",
        });
        var requests = (await host.MessageAsync(message => message.Subject == Subject)).Requests;
        Assert.Equal(["licence.arrival", "mailbox.redirect"], requests.Select(request => request.Operation));
        Assert.All(requests, request => Assert.Equal(("WaitingForDetails", null), (request.State, request.DueAt)));
        var (arrival, redirect) = (requests[0].Reference, requests[1].Reference);
        var asked = await host.MailAsync(host.Site.Admin, mail => mail.Text.Contains(arrival, StringComparison.Ordinal));
        Assert.Contains("1. Merci", asked.Text, StringComparison.Ordinal);
        Assert.Contains("2. Merci", asked.Text, StringComparison.Ordinal);

        await ReplyAsync(asked, $"2. {host.Site.Address("compta")}");
        Assert.NotNull((await host.RequestAsync(redirect, "Accepted")).DueAt);
        var rest = await host.MailAsync(host.Site.Admin, mail => mail.Id != asked.Id && mail.Text.Contains("1. Merci", StringComparison.Ordinal));
        Assert.Contains(arrival, rest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2. Merci", rest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(redirect, rest.Text, StringComparison.Ordinal);
        Assert.Equal("WaitingForDetails", (await host.NowAsync(arrival))!.State);

        await ReplyAsync(rest, "1. Sarah Lemoine");
        Assert.NotNull((await host.RequestAsync(arrival, "Accepted")).DueAt);
    }

    private async Task ReplyAsync(Received mail, string text) => await host.Site.SendAsync(
        new Letter { From = host.Site.Admin, Subject = $"RE: {mail.Subject}", Text = $"Bonjour,\n\n{text}\n\nCordialement,\nBastien Corvec", InReplyTo = mail.Id });

    /// <summary>Far enough for the notice that an arrival needs (Art. 16).</summary>
    private static DateOnly NextMonday()
    {
        var day = ParisTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(21);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
