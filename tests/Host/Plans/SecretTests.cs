using System.Text;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Plans;

/// <summary>A new password is shown once and stands nowhere (RELIABILITY E74): looked for in all that the program writes.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task E74_A_password_that_was_made_and_read_is_in_no_log_no_store_and_no_answer()
    {
        await using var site = await PlanSite.FakesAsync();
        await using var run = await site.RunAsync();
        var said = run.RestAsync();
        var reference = await site.AskForArrivalAsync();
        await site.ApproveAsync(reference);
        await site.PlanAsync(reference, "done", "reveal");
        var secret = (await site.ActAsync(reference, "reveal")).GetProperty("secret").GetString()!;
        Assert.True(site.Tenant.IsPassword("manon.guilbert@demo-premium.example", secret));
        await site.Browser.PostAsync("/api/stop/on", new { });
        Assert.Equal(0, await run.StopAsync());

        var log = await said.WithinAsync();
        Assert.Contains("CreateAccount answered Taken", log, StringComparison.Ordinal); // It is the log of this very run.
        string[] never = [secret, .. site.Apps.Values.Select(app => app.Secret!)];
        Assert.All(never, one => Assert.DoesNotContain(one, log, StringComparison.Ordinal));
        var files = Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories).ToArray();
        Assert.Contains(files, file => Path.GetFileName(file) == "operators.log");
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file);
            Assert.All(never, one => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(one)) < 0 && bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(one)) < 0, Path.GetFileName(file)));
        }
    }
}
