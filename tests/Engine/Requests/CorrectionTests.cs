using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>What is kept of a technician's correction: nothing without an agreement, and with one nobody (Art. 7, RGPD II a, b).</summary>
public sealed class CorrectionTests
{
    private const string Software = "Bonjour,\n\nMon ordinateur ne démarre plus depuis ce matin, il est en panne.";
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public async Task Without_an_agreement_nothing_is_kept()
    {
        await using var life = new Life(customers: new Agreements());
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        await CorrectAsync(life, request, "incident.software");
        Assert.Null(await KeptAsync(life, request));
    }

    [Fact]
    public async Task With_one_the_words_and_both_operations_are_kept_and_nothing_of_who_wrote()
    {
        var files = new Agreements();
        files.AgreeFrom(Today);
        await using var life = new Life(customers: files);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software, subject: "Panne chez Nova"));
        await CorrectAsync(life, request, "incident.software");
        Assert.Equal(
            new CorrectedText("Panne chez Société", "Bonjour,\n\nMon ordinateur ne démarre plus depuis ce matin, il est en panne.", request.State.OperationId, "incident.software"),
            await KeptAsync(life, request));
        var bytes = Encoding.UTF8.GetString((await life.Bench.Vault.ReadBytesAsync(CorrectedText.Key(request.Id), CancellationToken.None))!);
        Assert.DoesNotContain("paul", bytes, StringComparison.OrdinalIgnoreCase);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task It_lies_sealed_under_a_key_of_its_own_beside_the_requests_other_texts()
    {
        var files = new Agreements();
        files.AgreeFrom(Today);
        await using var life = new Life(customers: files);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        await CorrectAsync(life, request, "incident.software");
        var row = (await life.Bench.Store.FindTextAsync($"request/{request.Id}/correction", CancellationToken.None))!;
        Assert.DoesNotContain("ordinateur", Encoding.UTF8.GetString([.. row.Sealed]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task An_agreement_counts_from_its_day_on(int days, bool kept)
    {
        var files = new Agreements();
        files.AgreeFrom(Today.AddDays(days));
        await using var life = new Life(customers: files);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        await CorrectAsync(life, request, "incident.software");
        Assert.Equal(kept, await KeptAsync(life, request) is not null);
    }

    [Fact]
    public async Task An_agreement_given_later_covers_no_earlier_correction_whatever_day_it_says()
    {
        var files = new Agreements();
        await using var life = new Life(customers: files);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        await CorrectAsync(life, request, "incident.software");
        files.AgreeFrom(Today.AddYears(-1));
        await life.PassAsync(TimeSpan.FromDays(1));
        Assert.Null(await KeptAsync(life, request));
        Assert.Empty(await life.Bench.Export.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_version_without_it_and_the_contracts_end_let_it_lapse()
    {
        var files = new Agreements();
        var agreed = Bench.Nova with { TrainingAgreedOn = Today.AddDays(-10) };
        await using var life = new Life(customers: files);
        Assert.False(await IsKeptAsync([agreed, Bench.Nova with { ValidFrom = Today }]));
        Assert.False(await IsKeptAsync([agreed with { Subscription = agreed.Subscription with { TerminatedOn = Today.AddDays(-1) } }]));
        Assert.True(await IsKeptAsync([agreed with { Subscription = agreed.Subscription with { TerminatedOn = Today } }]));

        async Task<bool> IsKeptAsync(ImmutableArray<Customer> versions)
        {
            files.Write(Bench.Nova);
            var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
            files.Write(versions);
            Assert.Null((await CorrectAsync(life, request, "incident.software")).Refusal);
            return await KeptAsync(life, request) is not null;
        }
    }

    [Fact]
    public async Task Of_two_corrections_the_last_one_counts_and_the_readers_proposal_stays()
    {
        var files = new Agreements();
        files.AgreeFrom(Today);
        await using var life = new Life(customers: files);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        await CorrectAsync(life, request, "incident.software");
        await CorrectAsync(life, request, "incident.network");
        var kept = (await KeptAsync(life, request))!;
        Assert.Equal((request.State.OperationId, "incident.network"), (kept.Before, kept.After));
    }

    [Fact]
    public async Task Another_date_alone_teaches_nothing()
    {
        var files = new Agreements();
        files.AgreeFrom(Today);
        await using var life = new Life(customers: files);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("nadia", Life.Arrival));
        var result = await life.ActAsync(request, new ActWish(ActVerb.Correct) { OperationId = request.State.OperationId, Date = new DateOnly(2026, 12, 21) });
        Assert.Contains(result.Document!.Journal, entry => entry.Event is RequestEvent.Corrected);
        Assert.Null(await KeptAsync(life, request));
    }

    [Fact]
    public async Task What_its_asker_put_otherwise_in_another_message_is_not_learned_from()
    {
        var files = new Agreements();
        files.Write(Bench.Nova, Bench.Ozon with { TrainingAgreedOn = Today });
        await using var life = new Life(customers: files);
        var said = new ChatText(Bench.Ozon.TenantId!.Value, Guid.NewGuid(), "emile@ozon.example", Software, "chat-1");
        var request = await life.OnlyRequestOfAsync(await life.Bench.TakeAsync(said));
        await life.Bench.TakeAsync(said with { Text = "Mon téléphone ne s'allume plus.", Id = "chat-2", InReplyTo = "chat-1", Amends = true });
        var amended = await life.DocumentAsync(request.Id);
        Assert.Contains(amended.Journal, entry => entry.Event is RequestEvent.Corrected { By.Kind: ActorKind.Requester });
        Assert.Null((await CorrectAsync(life, amended, "incident.network")).Refusal);
        Assert.Null(await KeptAsync(life, request));
    }

    [Fact]
    public async Task An_erased_message_teaches_nothing()
    {
        var files = new Agreements();
        files.AgreeFrom(Today);
        await using var life = new Life(around: store => new FailingStore(store), customers: files);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        ((FailingStore)life.Bench.Store).ErasedKey = $"intake/{request.State.Intake}/text";
        Assert.Null((await CorrectAsync(life, request, "incident.software")).Refusal);
        Assert.Null(await KeptAsync(life, request));
    }

    [Theory]
    [InlineData("store.written", false)]
    [InlineData("store.committed", true)]
    [InlineData("store.barrier", true)]
    public async Task Of_a_death_in_the_commit_the_decision_and_the_row_stay_both_or_neither(string point, bool both)
    {
        var files = new Agreements();
        files.AgreeFrom(Today);
        var image = Directory.CreateTempSubdirectory("cut-");
        try
        {
            string? path = null;
            var cut = false;
            await using var life = new Life(customers: files, reached: name =>
            {
                if (!cut || name != point) return;
                foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "sione*.db")) CopyOpen(file, Path.Combine(image.FullName, Path.GetFileName(file)));
                cut = false;
            });
            path = life.Bench.StorePath;
            var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
            cut = true;
            Assert.Null((await CorrectAsync(life, request, "incident.software")).Refusal);
            Assert.False(cut, "the point was never reached");

            await using var store = LiteDbStore.Open(new LiteDbOptions { Path = Path.Combine(image.FullName, "sione.db") }, TimeProvider.System);
            using var vault = new TextVault(Bench.Master, store);
            var decided = (await store.FindRequestAsync(request.Id, CancellationToken.None))!.Journal.Any(entry => entry.Event is RequestEvent.Corrected);
            Assert.Equal((both, both), (decided, await CorrectedText.ReadAsync(vault, request.Id, CancellationToken.None) is not null));
        }
        finally
        {
            image.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_commit_that_fails_keeps_neither()
    {
        var files = new Agreements();
        files.AgreeFrom(Today);
        FailingStore? failing = null;
        await using var life = new Life(around: store => failing = new FailingStore(store), customers: files);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        failing!.Fails = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => CorrectAsync(life, request, "incident.software"));
        failing.Fails = false;
        Assert.Null(await KeptAsync(life, request));
        Assert.Equal(request.State.OperationId, (await life.StateOfAsync(request)).OperationId);
    }

    internal static async Task<StepResult> CorrectAsync(Life life, RequestDocument request, string operation) =>
        await life.ActAsync(request, new ActWish(ActVerb.Correct) { OperationId = operation });

    private static Task<CorrectedText?> KeptAsync(Life life, RequestDocument request) => CorrectedText.ReadAsync(life.Bench.Vault, request.Id, CancellationToken.None);

    // As a killed process leaves it: what it has not yet handed to the system is not there.
    private static void CopyOpen(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = File.Create(to);
        source.CopyTo(target);
    }
}
