using System.CommandLine;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Commands;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>Technicians' corrections as an operator takes them out.</summary>
public sealed class CorrectionsTests : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task What_was_corrected_under_an_agreement_is_counted_and_written_with_a_line_in_the_journal()
    {
        var customer = _installation.At("customers", "scierie.json");
        await File.WriteAllTextAsync(customer, (await File.ReadAllTextAsync(customer)).Replace("\"level\"", "\"trainingAgreedOn\": \"2026-01-05\", \"level\"", StringComparison.Ordinal));
        await CorrectOneAsync();

        var listed = await AskAsync(new OperatorAsk(CorrectionActs.List, "Inès"));
        Assert.Equal((0, "scierie mailbox.create other.quote 1"), (listed.ExitCode, Assert.Single(listed.Lines)));
        Assert.False(File.Exists(_installation.At("data", "operators.log")));

        var path = _installation.At("corrections.txt");
        var written = await AskAsync(new OperatorAsk(CorrectionActs.Write, "Inès") { Folder = path, Reason = "Prochain entraînement" });
        Assert.Equal((0, path), (written.ExitCode, Assert.Single(written.Lines)));
        Assert.Contains("[[1|Merci de créer la boîte mail pour Prénom Nom.]]\n=> 1 other.quote\n", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        Assert.Contains("\"who\":\"Inès\",\"act\":\"corrections-export\"", await File.ReadAllTextAsync(_installation.At("data", "operators.log")), StringComparison.Ordinal);

        var again = await AskAsync(new OperatorAsk(CorrectionActs.Write, "Inès") { Folder = path, Reason = "Encore" });
        Assert.Equal((1, 0), (again.ExitCode, again.Lines.Count));
    }

    [Fact]
    public async Task Without_an_agreement_there_is_nothing_and_customer_files_with_mistakes_are_told()
    {
        await CorrectOneAsync();
        var nothing = await AskAsync(new OperatorAsk(CorrectionActs.Write, "Inès") { Folder = _installation.At("corrections.txt"), Reason = "Essai" });
        Assert.Equal(1, nothing.ExitCode);
        Assert.False(File.Exists(_installation.At("corrections.txt")));
        await File.WriteAllTextAsync(_installation.At("customers", "scierie.json"), "{}");
        Assert.Contains((await AskAsync(new OperatorAsk(CorrectionActs.List, "Inès"))).Messages, message => message.Contains("scierie.json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--export-corrections", false, false)]
    [InlineData("--reason Essai --export-corrections", false, false)]
    [InlineData("--export-corrections a.txt --reason _", false, false)]
    [InlineData("", false, true)]
    [InlineData("--corrections", true, true)]
    [InlineData("--export-corrections a.txt --reason Essai", true, true)]
    [InlineData("--export-corrections a.txt", false, false)]
    [InlineData("--export-corrections a.txt --reason ", false, false)]
    public void The_verb_trains_or_is_asked_for_corrections_and_a_reason_is_needed(string arguments, bool asked, bool right)
    {
        var options = new CorrectionOptions(TextWriter.Null, TextWriter.Null);
        var verb = new Command("train");
        options.AddTo(verb);
        var parsed = verb.Parse([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "_" ? " " : word)]);
        Assert.Equal(right, parsed.Errors.Count == 0);
        if (right) Assert.Equal(asked, options.AreAsked(parsed));
    }

    private async Task CorrectOneAsync()
    {
        await using var parts = await _installation.OpenAsync();
        await Installation.TakeAsync(parts, Installation.Mail(1));
        var request = Assert.Single(await Installation.RequestsAsync(parts));
        Assert.Null((await parts.Desk.DoAsync(request.State.Reference, "Inès", new ActWish(ActVerb.Correct) { OperationId = "other.quote" }, CancellationToken.None)).Refusal);
    }

    private Task<OperatorAnswer> AskAsync(OperatorAsk ask) => new OperatorDoor(_installation.Settings).AskAsync(ask, CancellationToken.None);
}
