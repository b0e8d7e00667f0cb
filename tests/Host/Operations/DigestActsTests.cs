using System.Text.Json;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Tests.Commands;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>The verb <c>digest</c>.</summary>
public sealed class DigestActsTests : IDisposable
{
    private static readonly IsoWeek Now = IsoWeek.Of(ParisTime.DateOf(TimeProvider.System.GetUtcNow()));
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_week_is_printed_while_no_host_runs()
    {
        await TakeOneAsync();
        var text = await AskAsync(DigestActs.Show, "scierie", Now);
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("La semaine en chiffres", Assert.Single(text.Lines), StringComparison.Ordinal);

        var json = await AskAsync(DigestActs.Show, "scierie", Now, "json");
        using var told = JsonDocument.Parse(Assert.Single(json.Lines));
        Assert.Equal((Now.ToString(), 1), (told.RootElement.GetProperty("week").GetString(), told.RootElement.GetProperty("counts")[0].GetProperty("number").GetInt32()));
        Assert.StartsWith("<!DOCTYPE html>", Assert.Single((await AskAsync(DigestActs.Show, "scierie", Now, "html")).Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Licences are those of the customer file")]
    [InlineData(false, "Licences and Microsoft's announcements are missing")]
    public async Task What_is_not_read_of_a_tenant_beside_a_stopped_host_is_said(bool counted, string said)
    {
        await TakeOneAsync();
        Assert.Empty((await AskAsync(DigestActs.Show, "scierie", Now)).Messages); // No tenant: nothing is missing.
        await using var parts = await _installation.OpenAsync();
        var known = parts.Directory.Find("scierie", TimeProvider.System.GetUtcNow())!;
        var tenanted = known with
        {
            TenantId = Guid.NewGuid(),
            Subscription = known.Subscription with { Licences = counted ? new LicenceCount(5, 4, 5) : null },
        };
        var acts = await DigestActs.OfRestingAsync(
            parts.Store, parts.Vault, new CustomerDirectory([tenanted]), parts.Settings, TimeProvider.System, CancellationToken.None);
        var told = Assert.Single((await acts.ShowAsync("scierie", Now.ToString(), "text", CancellationToken.None)).Messages);
        Assert.StartsWith(said, told, StringComparison.Ordinal);
        Assert.Contains("the host is stopped", told, StringComparison.Ordinal);
        Assert.Equal(counted ? 1 : 0, (await acts.ShowOwnAsync(Now.ToString(), "text", CancellationToken.None)).Messages.Count);
    }

    [Fact]
    public async Task An_unknown_customer_and_a_week_to_come_are_wrong_use_and_nothing_leaves_a_stopped_host()
    {
        await TakeOneAsync();
        var unknown = await AskAsync(DigestActs.Show, "nobody", Now);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("scierie", Assert.Single(unknown.Messages), StringComparison.Ordinal);
        Assert.Equal(2, (await AskAsync(DigestActs.Show, "scierie", Now.Next)).ExitCode);
        Assert.Equal(1, (await AskAsync(DigestActs.Send, "scierie", Now.Previous)).ExitCode);
    }

    [Fact]
    public async Task A_running_host_sends_no_week_that_is_not_over()
    {
        await TakeOneAsync();
        await using var parts = await _installation.OpenAsync();
        var acts = new DigestActs(parts.Digests, parts.OwnDigests, parts.Directory, parts.DigestDesk, parts.Settings.Engine, TimeProvider.System);
        Assert.Equal(2, (await acts.SendAsync("scierie", Now.ToString(), CancellationToken.None)).ExitCode);
        Assert.Equal(2, (await acts.SendOwnAsync(Now.ToString(), CancellationToken.None)).ExitCode);
        Assert.Equal(0, (await acts.ShowAsync("scierie", Now.ToString(), "text", CancellationToken.None)).ExitCode);
        Assert.Equal(0, (await acts.ShowOwnAsync(Now.ToString(), "text", CancellationToken.None)).ExitCode);
    }

    [Fact]
    public async Task SI_ONEs_own_week_is_printed_while_no_host_runs_and_does_not_leave()
    {
        await TakeOneAsync();
        var due = (await AskOwnAsync(DigestActs.ShowOwn, Now)).Lines; // What was taken in now is due within a week.
        Assert.Contains("À échéance d’ici une semaine", Assert.Single(due), StringComparison.Ordinal);
        using var told = JsonDocument.Parse(Assert.Single((await AskOwnAsync(DigestActs.ShowOwn, Now, "json")).Lines));
        Assert.Equal((Now.ToString(), 1), (told.RootElement.GetProperty("week").GetString(), told.RootElement.GetProperty("dueSoon").GetArrayLength()));
        Assert.StartsWith("<!DOCTYPE html>", Assert.Single((await AskOwnAsync(DigestActs.ShowOwn, Now, "html")).Lines), StringComparison.Ordinal);

        Assert.Equal(2, (await AskOwnAsync(DigestActs.ShowOwn, Now.Next)).ExitCode);
        Assert.Equal(1, (await AskOwnAsync(DigestActs.SendOwn, Now.Previous)).ExitCode);
    }

    [Fact]
    public async Task SI_ONEs_own_week_leaves_once()
    {
        await TakeOneAsync();
        await using var parts = await _installation.OpenAsync();
        var acts = new DigestActs(parts.Digests, parts.OwnDigests, parts.Directory, parts.DigestDesk, parts.Settings.Engine, TimeProvider.System);
        Assert.Equal(0, (await acts.SendOwnAsync(Now.Previous.ToString(), CancellationToken.None)).ExitCode);
        var again = await acts.SendOwnAsync(Now.Previous.ToString(), CancellationToken.None);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("a second one is never sent", Assert.Single(again.Messages), StringComparison.Ordinal);
        Assert.Single(await parts.Store.AllOutboxAsync(CancellationToken.None).Where(row => row.Effect is Effect.SendDigest).ToListAsync());
    }

    [Theory]
    [InlineData]
    [InlineData("--own", "--customer", "scierie")]
    public async Task Exactly_one_of_a_customer_and_SI_ONE_is_expected(params string[] whose)
    {
        var answer = await Verb.RunAsync(["digest", "--week", "2026-W12", .. whose]);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("Exactly one of --customer and --own is expected.", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("W12")]
    public async Task A_text_that_is_no_week_is_wrong_use(string week)
    {
        var answer = await Verb.RunAsync(["digest", "--customer", "scierie", "--week", week]);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("2026-W12", answer.Error, StringComparison.Ordinal);
    }

    private async Task TakeOneAsync()
    {
        await using var parts = await _installation.OpenAsync();
        await Installation.TakeAsync(parts, Installation.Mail(1));
    }

    private Task<OperatorAnswer> AskOwnAsync(string act, IsoWeek week, string format = "text") => new OperatorDoor(_installation.Settings).AskAsync(
        new OperatorAsk(act, "Inès") { Week = week.ToString(), Format = format }, CancellationToken.None);

    private Task<OperatorAnswer> AskAsync(string act, string customer, IsoWeek week, string format = "text") => new OperatorDoor(_installation.Settings).AskAsync(
        new OperatorAsk(act, "Inès") { Customer = customer, Week = week.ToString(), Format = format }, CancellationToken.None);
}
