using System.Text.Json;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Tests.Commands;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>After an erasure nothing of the person is found anywhere, and everybody else's data is as it was.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly Installation _installation = new();

    private string Attachments => _installation.At("data", "attachments");

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task Of_an_erased_person_nothing_is_found_and_everybody_elses_data_is_as_it_was()
    {
        Canary.List(_installation);
        SortedDictionary<string, string> before;
        RequestDocument theirs;
        await using (var parts = await _installation.OpenAsync())
        {
            theirs = await Canary.PlantAsync(parts);
            before = await OpenedTexts.OfAsync(parts);
            // Every trace is there to begin with, or the test would prove nothing.
            var all = string.Join('\n', before.Values.Concat(OpenedTexts.RawOf(parts, Attachments).Values).Append(string.Join(' ', before.Keys)));
            Assert.Empty(Canary.Words.Except(Canary.In(all)));
        }

        var refused = await AskAsync(new OperatorAsk(RightsActs.Erase, "Inès") { Person = Canary.Id, Reason = "Demande n° 12" });
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(refused.Messages, message => message.StartsWith($"{theirs.State.Reference}: open", StringComparison.Ordinal));
        var erased = await AskAsync(new OperatorAsk(RightsActs.Erase, "Inès") { Person = Canary.Id, Reason = "Demande n° 12", AlsoOpen = true });
        Assert.True(erased.ExitCode == 0, string.Join('\n', erased.Messages));
        Assert.Empty(Canary.In(string.Join('\n', erased.Lines.Concat(erased.Messages))));

        Canary.Unlist(_installation);
        await using (var parts = await _installation.OpenAsync())
        {
            await NothingLeftAsync(parts);
            var after = await OpenedTexts.OfAsync(parts);
            foreach (var (key, text) in before.Where(text => !Canary.In(text.Value + text.Key).Any() && !IsTheirs(text.Key.StartsWith("card-at/", StringComparison.Ordinal) ? text.Value : text.Key, theirs) && !IsSentNaming(text.Key, before)))
                Assert.True(after.TryGetValue(key, out var stays) && stays == text, key);
            // What others wrote about them is there, without them.
            Assert.Contains(after.Values, text => text.Contains("L'écran de [nom effacé] ne s'allume plus, le joindre au [numéro effacé] ou [adresse effacée]", StringComparison.Ordinal));
            Assert.Contains(after.Values, text => text.Contains("[nom effacé] : 1", StringComparison.Ordinal) && text.Contains("Ada : 2", StringComparison.Ordinal));
            Assert.Contains(after.Values, text => text.Contains("Zéphyrine Durand", StringComparison.Ordinal));
            Assert.Equal(RequestState.Closed, (await parts.Store.FindRequestAsync(theirs.Id, CancellationToken.None))!.State.State);
            Assert.NotNull(await parts.Store.FindErasedTextAsync($"request/{theirs.Id}/details", CancellationToken.None));
            Assert.True((await Installation.AuditAsync(parts)).AddsUp);
        }

        var verified = await ProgramRun.VerbAsync(_installation.Folder, "verify", _installation.Environment);
        Assert.True((verified.ExitCode, verified.Lines[^1]) == (0, "sound"), verified.Output + verified.Error);
        var nothing = await AskAsync(new OperatorAsk(RightsActs.Erase, "Inès") { Person = Canary.Address, Reason = "Encore" });
        Assert.Contains("Nothing is held about them.", nothing.Messages);
    }

    [Fact]
    public async Task A_dry_run_counts_the_same_and_changes_nothing()
    {
        Canary.List(_installation);
        SortedDictionary<string, string> before;
        await using (var parts = await _installation.OpenAsync())
        {
            await Canary.SayAsync(parts, await Canary.PlantAsync(parts), ActVerb.Close, null);
            before = await OpenedTexts.OfAsync(parts);
        }

        var ask = new OperatorAsk(RightsActs.Erase, "Inès") { Person = Canary.Address, Reason = "Demande n° 12" };
        var dry = await AskAsync(ask with { DryRun = true });
        Assert.Equal((0, "Nothing was changed."), (dry.ExitCode, dry.Messages[^1]));
        Assert.False(File.Exists(_installation.At("data", "operators.log")));
        await using (var parts = await _installation.OpenAsync()) Assert.Equal(before, await OpenedTexts.OfAsync(parts));
        var done = await AskAsync(ask);
        Assert.Equal(0, done.ExitCode);
        Assert.Equal(dry.Lines, done.Lines.Skip(1));
        Assert.Contains("raw-messages-of-others       1", done.Lines);
        var journal = await File.ReadAllTextAsync(_installation.At("data", "operators.log"));
        Assert.Contains("\"who\":\"Inès\",\"act\":\"erase\"", journal, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"Demande n° 12\"", journal, StringComparison.Ordinal);
        Assert.Contains(done.Lines[0].Split(' ')[^1], journal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("la demande de Mme Kanarivault", "must not name the person")]
    [InlineData("mail de zk@scierie.example", "must not name the person")]
    public async Task A_reason_that_names_the_person_is_refused(string reason, string said)
    {
        Canary.List(_installation);
        await (await _installation.OpenAsync()).DisposeAsync();
        var refused = await AskAsync(new OperatorAsk(RightsActs.Erase, "Inès") { Person = Canary.Id, Reason = reason });
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(said, Assert.Single(refused.Messages), StringComparison.Ordinal);
        Assert.False(File.Exists(_installation.At("data", "operators.log")));
    }

    [Theory]
    [InlineData("nobody", null, "nobody listed has this id")]
    [InlineData("p7", "unknown", "no customer file has this id")]
    [InlineData("zk@scierie.example", "atelier", "another customer's")]
    [InlineData(null, "unknown", "no customer file has this id")]
    public async Task Whoever_is_not_known_for_sure_is_nobody(string? person, string? customer, string said)
    {
        Canary.List(_installation);
        await (await _installation.OpenAsync()).DisposeAsync();
        var refused = await AskAsync(new OperatorAsk(RightsActs.Erase, "Inès") { Person = person, Customer = customer, Reason = "Essai" });
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(said, Assert.Single(refused.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_goes_only_once_its_contract_is_over_and_its_choice_recorded_and_then_wholly()
    {
        Canary.List(_installation);
        SortedDictionary<string, string> others;
        await using (var parts = await _installation.OpenAsync())
        {
            await Canary.SayAsync(parts, await Canary.PlantAsync(parts), ActVerb.Close, null);
            others = new((await OpenedTexts.OfAsync(parts)).Where(text => text.Key.Contains("atelier", StringComparison.Ordinal) || text.Value.Contains("Zéphyrine Durand", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);
            Assert.True(others.Count >= 3);
        }

        var ask = new OperatorAsk(RightsActs.Erase, "Inès") { Customer = "scierie", Reason = "Fin de contrat" };
        Assert.Contains((await AskAsync(ask)).Messages, message => message.Contains("the contract runs", StringComparison.Ordinal));
        Canary.List(_installation, "\"terminatedOn\": \"2026-01-05\",");
        Assert.Contains((await AskAsync(ask)).Messages, message => message.Contains("RGPD VIII): dataAtEnd", StringComparison.Ordinal));
        Canary.List(_installation, $"\"terminatedOn\": \"{TimeProvider.System.GetUtcNow().AddDays(-3):yyyy-MM-dd}\", \"dataAtEnd\": \"destroyed\",");
        var early = await AskAsync(ask);
        Assert.Equal(1, early.ExitCode);
        Assert.Contains(early.Messages, message => message.Contains("15 working days", StringComparison.Ordinal));

        Canary.List(_installation, "\"terminatedOn\": \"2026-01-05\", \"dataAtEnd\": \"destroyed\",");
        var done = await AskAsync(ask);
        Assert.True(done.ExitCode == 0, string.Join('\n', done.Messages));
        Assert.Contains(done.Lines, line => line.StartsWith("to-do: take scierie.json out", StringComparison.Ordinal));
        File.Delete(_installation.At("customers", "scierie.json"));
        await using (var parts = await _installation.OpenAsync())
        {
            await NothingLeftAsync(parts);
            var after = await OpenedTexts.OfAsync(parts);
            Assert.DoesNotContain(after.Values, text => text.Contains("scierie", StringComparison.OrdinalIgnoreCase) || text.Contains("bureau 12", StringComparison.Ordinal));
            foreach (var (key, text) in others) Assert.Equal(text, after[key]);
            Assert.True((await Installation.AuditAsync(parts)).AddsUp);
        }
    }

    private async Task NothingLeftAsync(EngineParts parts)
    {
        foreach (var (key, text) in await OpenedTexts.OfAsync(parts)) Assert.Empty(Canary.In($"{key}\n{text}"));
        foreach (var (path, text) in OpenedTexts.RawOf(parts, Attachments)) Assert.Empty(Canary.In($"{path}\n{text}"));
        Assert.Empty(Canary.In(OpenedTexts.BytesOf(_installation.At("data", "sione.db"), _installation.At("data", "sione-log.db"), _installation.At("data", "operators.log"))));
        var board = await new BoardReader(parts, TimeProvider.System).ReadAsync(null, readsReserved: true, CancellationToken.None);
        Assert.Empty(Canary.In(JsonSerializer.Serialize(board)));
        Assert.NotEmpty(board.Messages);
    }

    /// <summary>A mail that left goes whole where its words named them: it is bound to its bytes.</summary>
    private static bool IsSentNaming(string key, SortedDictionary<string, string> before) =>
        key.EndsWith("/bytes", StringComparison.Ordinal) && Canary.In(before.GetValueOrDefault($"{key[..^"bytes".Length]}outgoing", "")).Any();

    private static bool IsTheirs(string key, RequestDocument theirs) =>
        new[] { theirs.Id.Value, theirs.State.Intake.Value, IntakeKeys.Of(Installation.Mail(2)).Value }.Any(own => key.Contains(own, StringComparison.Ordinal));

    private Task<OperatorAnswer> AskAsync(OperatorAsk ask) => new OperatorDoor(_installation.Settings).AskAsync(ask, CancellationToken.None);
}
