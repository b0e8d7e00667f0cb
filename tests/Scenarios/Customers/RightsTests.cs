using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios.Customers;

/// <summary>Art. 25: who asks about their own data is answered within a month by whoever answers for data at SI-ONE.</summary>
[Collection(PathsHost.Name)]
public sealed class RightsTests(PathsHost host)
{
    [Fact]
    public async Task A_request_about_ones_data_reaches_the_data_protection_address_with_its_month()
    {
        var employee = host.Site.Address("employe", "premium");
        await host.Site.SubmitAsync(new Letter
        {
            From = employee,
            Subject = "Mes données",
            Text = "Bonjour,\n\nAu titre du RGPD, je souhaite exercer mon droit d’accès à mes données personnelles.\n\nCordialement,\nThomas Jaulin",
        });
        // Who is not named for it reads neither subject nor text on the page.
        var message = await host.MessageAsync(one => one.Requests.Any(asked => asked.Operation == "other.data-rights"));
        Assert.Empty(message.Subject);
        var request = Assert.Single(message.Requests);

        var mail = await host.MailAsync(host.DataProtection, mail => mail.Subject.Contains(request.Reference, StringComparison.Ordinal) || mail.Text.Contains(request.Reference, StringComparison.Ordinal));
        Assert.Contains("À traiter dans le mois", mail.All, StringComparison.Ordinal);
        Assert.Single(await host.Site.AllMailsOfAsync(host.DataProtection), received => received.Text.Contains(request.Reference, StringComparison.Ordinal));
        Assert.Contains(request.Reference, (await host.MailAsync(employee, received => received.Subject.Contains(request.Reference, StringComparison.Ordinal))).Text, StringComparison.Ordinal);
    }
}
