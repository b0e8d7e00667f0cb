using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Scenarios.Customers;

/// <summary>SI-ONE's own week in its technicians' mailbox and channel, sent by hand.</summary>
[Collection(PathsHost.Name)]
public sealed class OwnDigestTests(PathsHost host)
{
    private const string Job = "Nuit SRV7";

    [Fact]
    public async Task It_arrives_once_with_what_is_held_and_a_backup_that_failed_and_its_card_in_the_channel()
    {
        await HoldAnAnswerAsync();
        await FailABackupAsync();
        var technician = host.Teams.AddTechnician("ines@msp.example", "Inès Calvet");
        Assert.Equal(HttpStatusCode.OK, (await host.Teams.SayInAsync(host.Teams.Channel, technician, "aide")).Status); // Now the bot knows its channel.
        var week = IsoWeek.Of(ParisTime.DateOf(TimeProvider.System.GetUtcNow())).Previous;
        var shown = await AskAsync(week);
        Assert.True(shown.Exit == 0, shown.Said);
        Assert.Contains(Job, shown.Said, StringComparison.Ordinal);

        var sent = await AskAsync(week, "--send");
        Assert.True(sent.Exit == 0, sent.Said);
        var mail = await host.MailAsync(host.Site.Technicians, IsReview);
        Assert.Equal($"[SI-ONE] Point de la semaine {week.Number} de {week.Year}", Plain(mail.Subject));
        Assert.Equal("auto-generated", mail.AutoSubmitted);
        Assert.All(
            ["À reprendre", "retenu", "Sauvegardes en retard ou en échec (articles 18 et 19)", $"Laiterie des Trois Ponts · {Job}", "a échoué"],
            said => Assert.Contains(said, Plain(mail.Text), StringComparison.Ordinal));
        Assert.DoesNotContain("Rien à signaler", Plain(mail.Text), StringComparison.Ordinal);

        var card = await host.Teams.WaitForAsync(IsCard);
        Assert.Contains($"Point de la semaine {week.Number}", Plain((string)card.Card!["body"]![0]!["text"]!), StringComparison.Ordinal);
        var again = await AskAsync(week, "--send");
        Assert.Equal((1, true), (again.Exit, again.Said.Contains("a second one is never sent", StringComparison.Ordinal)));
        Assert.Single(await host.Site.AllMailsOfAsync(host.Site.Technicians), IsReview);
        Assert.Single(host.Teams.PostedTo(host.Teams.Channel), IsCard);
    }

    /// <summary>The answer to whoever fails DMARC waits for a technician.</summary>
    private async Task HoldAnAnswerAsync()
    {
        const string Subject = "Adresse pour Ondine Bellanger";
        await host.Site.SendAsync(new Letter { From = host.Site.Admin, Subject = Subject, Text = "Bonjour, merci de créer la boîte mail pour Ondine Bellanger.", Dmarc = "fail" });
        var message = await host.MessageAsync(message => message.Subject == Subject);
        Assert.Contains(message.Effects, effect => effect.State == "Held");
    }

    private async Task FailABackupAsync()
    {
        using var product = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = host.Site.Url };
        product.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PathsHost.BackupKey);
        using var told = await product.PostAsJsonAsync(
            "/api/backups", new { customer = "demo-serenite", service = "Backup", job = Job, finishedAt = TimeProvider.System.GetUtcNow().AddHours(-2), succeeded = false });
        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
    }

    private async Task<(int Exit, string Said)> AskAsync(IsoWeek week, params string[] more)
    {
        var (exit, said) = await host.Site.AskAsync(["digest", "--own", "--week", week.ToString(), .. more]);
        return (exit, string.Join('\n', said));
    }

    private bool IsCard(FakePost post) =>
        post.App == host.Teams.Technicians && post.Card is { } card && card.ToJsonString().Contains(Job, StringComparison.Ordinal);

    private static bool IsReview(Received mail) => Plain(mail.Subject).StartsWith("[SI-ONE] Point de la semaine", StringComparison.Ordinal);

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
