using SiOne.Bot.Domain.Words;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Scenarios;

/// <summary>A request's whole life as its people see it, in their own mailboxes.</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task An_employee_asks_the_administrator_agrees_the_technician_completes_and_it_comes_back()
    {
        await using var site = await Site.CreateAsync();
        var (employee, technicians) = (site.Address("employe"), $"techniciens@{site.Support[(site.Support.IndexOf('@', StringComparison.Ordinal) + 1)..]}");
        site.Settings["SiOne__TechnicianAddress"] = technicians;
        await site.SendAsync(new Letter { From = employee });
        await site.RunAsync();
        var reference = (await site.SettledAsync(1)).Only("Requests").Requests[0].Reference;

        var asked = Assert.Single(await site.MailsOfAsync(site.Admin));
        Assert.Contains(reference, asked.Subject, StringComparison.Ordinal);
        await site.SendAsync(new Letter { From = site.Admin, Subject = $"RE: {asked.Subject}", Text = "D’accord", InReplyTo = asked.Id });
        await site.SettledAsync(2);
        var yes = (await site.MailsOfAsync(employee, 2))[^1];
        Assert.Contains(Label("L'accord est donné"), yes.Subject, StringComparison.Ordinal);
        Assert.Matches("Au plus tard.*\\d+ (?:à \\d+ h|à minuit|.* à )", yes.Text.Replace('\u00a0', ' ').Replace('\u202f', ' ').ReplaceLineEndings(" "));
        Assert.Equal(2, (await site.MailsOfAsync(site.Admin, 2)).Length);

        await site.ActAsync(reference, "complete");
        var done = (await site.MailsOfAsync(employee, 3))[^1];
        Assert.Contains(reference, done.Subject, StringComparison.Ordinal);
        await site.SendAsync(new Letter { From = employee, Subject = $"RE: {done.Subject}", Text = "Ça ne marche toujours pas", InReplyTo = done.Id });
        await site.SettledAsync(3);
        await site.MailsOfAsync(employee, 4);
        var alerts = await site.MailsOfAsync(technicians, 2);
        var ledger = await site.LedgerAsync();

        Assert.Contains(alerts, alert => alert.Subject.Contains("Demande rouverte", StringComparison.Ordinal));
        Assert.Contains(alerts, alert => alert.Subject.Contains("Accord du client", StringComparison.Ordinal));
        Assert.Equal((3, 1, 2, 1, 0), (ledger["seen"], ledger["requests"], ledger["follow-up"], ledger["requests-made"], ledger["mistakes"]));
        Assert.Equal(4, (await site.AllMailsOfAsync(employee)).Length);
        Assert.Equal(2, (await site.AllMailsOfAsync(site.Admin)).Length);
    }

    [Theory]
    [InlineData("P4:3")]
    [InlineData("P7:1")]
    [InlineData("P9:1")]
    [InlineData("P11:1")]
    public async Task A_host_killed_in_the_middle_of_the_yes_loses_nothing_and_tells_nobody_twice(string crashAt)
    {
        await using var site = await Site.CreateAsync();
        var employee = site.Address("employe");
        await site.SendAsync(new Letter { From = employee });
        await site.RunAsync();
        await site.SettledAsync(1);
        var asked = Assert.Single(await site.MailsOfAsync(site.Admin));
        await site.StopAsync();

        await site.SendAsync(new Letter { From = site.Admin, Subject = $"RE: {asked.Subject}", Text = "D’accord", InReplyTo = asked.Id });
        await using (var host = site.Launch(crashAt)) await host.Exited.WithinAsync(TimeSpan.FromSeconds(60), $"the host dies at {crashAt}");
        await site.RunAsync();
        await site.SettledAsync(2);
        var ledger = await site.LedgerAsync();

        Assert.Equal((2, 1, 1, 1, 0), (ledger["seen"], ledger["requests"], ledger["follow-up"], ledger["requests-made"], ledger["mistakes"]));
        foreach (var (reader, told) in new[] { (employee, 2), (site.Admin, 2) })
        {
            var mails = await site.AllMailsOfAsync(reader);
            Assert.Equal(told, mails.Select(mail => (mail.Id, mail.Content)).Distinct().Count());
            Assert.InRange(mails.Length, told, told + (crashAt == "P11:1" ? 1 : 0));
        }
    }

    private static string Label(string french) => Typography.Set(french, Language.French);
}
