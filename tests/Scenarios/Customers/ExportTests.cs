using System.Text;
using System.Text.Json;
using MimeKit;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Scenarios.Customers;

/// <summary>Art. 25: what came of somebody through the real mailbox is handed over whole, beside the running host, and nothing of others but the lines that name them.</summary>
[Collection(PathsHost.Name)]
public sealed class ExportTests(PathsHost host)
{
    private const string OwnSubject = "Écran fendu, exportcanari";
    private const string Attached = "piece-jointe-exportcanari";
    private const string OthersSubject = "Imprimante du bureau 7";
    private const string OthersSecret = "fauteuil-autrui-5521";
    private const string OtherCustomers = "autreclient-7741";

    // Nobody else's test writes as they do.
    private string Person => host.Site.Address("direction", "premium");

    [Fact]
    public async Task A_persons_mails_are_exported_whole_and_of_others_the_lines_that_name_them()
    {
        using var folder = new TempFolder();
        var request = await TakeAsync();
        var target = folder.File("export");
        var (exit, said) = await host.Site.AskAsync("export", "--person", Person, "--into", target, "--reason", "Demande de droits");
        Assert.True(exit == 0, string.Join('\n', said));
        Assert.DoesNotContain("exportcanari", string.Join('\n', said), StringComparison.Ordinal);

        var requests = Plain(await File.ReadAllTextAsync(Path.Combine(target, "demandes.txt")));
        Assert.All(
            [request, OwnSubject, "Mon écran est fendu", "Reçue le", "Journal", "Reçue par mail"], words => Assert.Contains(words, requests, StringComparison.Ordinal));
        var mail = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(Path.Combine(target, "messages"), "*.eml"), IsOwn));
        var attachment = (TextPart)Assert.Single(mail.Attachments);
        Assert.Equal(("journal.txt", Attached), (attachment.FileName, attachment.Text.Trim()));

        using var data = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(target, "donnees.json")));
        Assert.Equal("Philippe Orsène", data.RootElement.GetProperty("fichier_client").GetProperty("nom").GetString());
        var mentions = data.RootElement.GetProperty("mentions").EnumerateArray().SelectMany(one => one.GetProperty("lignes").EnumerateArray()).Select(line => line.GetString());
        Assert.Contains(mentions, line => line!.Contains("Philippe Orsène n’arrive plus à imprimer", StringComparison.Ordinal));
        var all = AllOf(target);
        Assert.DoesNotContain(OthersSecret, all, StringComparison.Ordinal);
        Assert.DoesNotContain(OtherCustomers, all, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Site.Admin, all, StringComparison.Ordinal);
        Assert.Contains("\"act\":\"export\"", await File.ReadAllTextAsync(Path.Combine(host.Site.DataFolder, "operators.log")), StringComparison.Ordinal);
    }

    /// <summary>Theirs, a colleague's that names them in one line, and another customer's that names them too; the reference of theirs.</summary>
    private async Task<string> TakeAsync()
    {
        await host.Site.SubmitAsync(new Letter { From = Person, Subject = OwnSubject, Text = "Bonjour,\n\nMon écran est fendu depuis ce matin.\n\nPhilippe Orsène", Attached = Attached });
        var request = await host.RequestAsync(OwnSubject);
        await host.Site.SubmitAsync(new Letter
        {
            From = host.Site.Address("employe", "premium"),
            Subject = OthersSubject,
            Text = $"Bonjour,\n\nPhilippe Orsène n’arrive plus à imprimer sur l’imprimante du bureau 7.\n\nElle est derrière le {OthersSecret}.\n\nThomas Jaulin",
        });
        await host.MessageAsync(message => message.Subject == OthersSubject);
        const string Subject = "Imprimante du hall";
        await host.Site.SubmitAsync(new Letter { From = host.Site.Admin, Subject = Subject, Text = $"Bonjour,\n\nL’imprimante du hall ne marche plus, Philippe Orsène l’a vu aussi ({OtherCustomers})." });
        await host.MessageAsync(message => message.Subject == Subject);
        return request.Reference;
    }

    private static bool IsOwn(string file) => MimeMessage.Load(file).Subject == OwnSubject;

    /// <summary>Every file as it is, and the texts of mails as their readers see them.</summary>
    private static string AllOf(string folder)
    {
        var all = new StringBuilder();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            all.AppendLine(file).AppendLine(File.ReadAllText(file));
            if (file.EndsWith(".eml", StringComparison.Ordinal)) all.AppendLine(MimeMessage.Load(file).TextBody);
        }

        return all.ToString();
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
