using SiOne.Bot.Domain.Words;
using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios.Customers;

/// <summary>RGPD V: what may be a breach is told at once, a person starts the 36 hours and sends the notice, and the customer's direction reads it.</summary>
[Collection(PathsHost.Name)]
public sealed class BreachTests(PathsHost host)
{
    [Fact]
    public async Task A_stolen_computer_is_told_to_data_protection_and_the_notice_that_a_person_sends_reaches_the_direction()
    {
        const string Subject = "Ordinateur volé";
        const string Consequences = "aucune à ce stade, le disque est chiffré";
        await host.Site.SubmitAsync(new Letter
        {
            From = host.Site.Address("employe", "premium"),
            Subject = Subject,
            Text = "Bonjour,\n\nOn m’a volé mon ordinateur portable dans le train ce matin, avec les dossiers de nos clients. Que dois-je faire ?\n\nThomas Jaulin",
        });
        var request = await host.RequestAsync(Subject);
        var told = await host.MailAsync(host.DataProtection, mail => mail.Text.Contains(request.Reference, StringComparison.Ordinal));
        Assert.Matches(@"36\s+heures", told.All);

        var direction = host.Site.Address("direction", "premium");
        await host.Site.ActAsync(request.Reference, "StartBreach");
        Assert.DoesNotContain(await host.Site.AllMailsOfAsync(direction), IsNotice);

        await host.Site.ActAsync(request.Reference, "SendNotice", $"Client : Cabinet Orsène Conseil\nConséquences : {Consequences}");
        var notice = await host.MailAsync(direction, IsNotice);
        Assert.Contains(request.Reference, notice.All, StringComparison.Ordinal);
        Assert.DoesNotContain(BreachNoticeText.ToComplete, notice.Text, StringComparison.Ordinal);

        static bool IsNotice(Received mail) => mail.Text.Contains(Consequences, StringComparison.Ordinal);
    }
}
