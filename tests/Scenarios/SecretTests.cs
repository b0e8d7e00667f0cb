using System.Text;
using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios;

public sealed class SecretTests
{
    private const string Canary = "Kestrel%72&Bleu";

    [Fact]
    public async Task A_password_in_a_mail_lies_nowhere_in_the_clear_and_is_not_sent_back()
    {
        await using var site = await Site.CreateAsync();
        await site.SendAsync(new Letter
        {
            From = site.Admin,
            Subject = $"Imprimante, mot de passe : {Canary}",
            Text = $"Bonjour,\n\nL’imprimante du quai n’imprime plus depuis mon PC.\nVous pouvez prendre la main, mot de passe : {Canary}\n\nMerci",
        });
        await site.RunAsync();
        await site.SettledAsync(1);
        await site.StopAsync();
        await site.LedgerAsync();

        var answer = Assert.Single(await site.AllMailsOfAsync(site.Admin));
        Assert.DoesNotContain(Canary, answer.All, StringComparison.Ordinal);
        var files = Directory.EnumerateFiles(site.DataFolder, "*", SearchOption.AllDirectories).Append(site.LogFile).ToList();
        Assert.True(files.Count >= 4, "store, key, spool and log were expected");
        Assert.All(files, file => Assert.False(Holds(file), file));
    }

    private static bool Holds(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return new[] { Encoding.UTF8, Encoding.Unicode }.SelectMany(encoding => new[] { Canary, "imprime plus" }.Select(encoding.GetBytes))
            .Any(needle => bytes.AsSpan().IndexOf(needle) >= 0);
    }
}
