using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Tests.Requests;

namespace SiOne.Bot.Engine.Tests.Operations;

/// <summary>Corrections leave only by a command, written down before, with nobody in them.</summary>
public sealed class CorrectionsExportTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("corrections-");
    private readonly Agreements _files = new();

    public CorrectionsExportTests() => _files.AgreeFrom(Today);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_file_holds_labelled_messages_that_the_training_reads()
    {
        await using var life = new Life(customers: _files);
        await CorrectedAsync(life, "Bonjour,\n\nL'imprimante du couloir sort des pages noires.\nMerci de passer la voir.", "other.quote", "Imprimante");
        Assert.Equal(1, await life.Bench.Export.WriteAsync(Path("a"), "Inès", "Prochain entraînement", CancellationToken.None));
        var text = await File.ReadAllTextAsync(Path("a"));
        Assert.StartsWith("# received 2026-11-24\n", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n--- mail: Imprimante\nBonjour,\n\n[[1|L'imprimante du couloir sort des pages noires.\nMerci de passer la voir.]]\n=> 1 other.quote\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_in_it()
    {
        await using var life = new Life(customers: _files);
        await CorrectedAsync(
            life,
            """
            Bonjour Nadia Bellecour,

            Le compte de paul vasselin (paul@nova.example, 06 39 98 12 34) ne marche plus, ni celui de Gwenvael Kerdoncuff,
            12 rue des Tanneurs, 49000 Angers. Voir avec M. Morinville ou MME LANOË chez Ateliers Nova, IBAN FR76 3000 6000 0112 3456 7890 189.
            Mon mot de passe est Tournesol#2026. Les fichiers sont dans \\srv-nova\compta\Marchandeau et Devis_Kerdoncuff.xlsx.

            Cordialement,
            Odile Marchandeau
            02 61 91 00 07
            """, "licence.password", "Compte de Gwenvael Kerdoncuff");
        await life.Bench.Export.WriteAsync(Path("a"), "Inès", "Essai", CancellationToken.None);
        var text = await File.ReadAllTextAsync(Path("a"));
        Assert.Contains("=> 1 licence.password", text, StringComparison.Ordinal);
        string[] canaries =
        [
            "nadia", "bellecour", "paul", "vasselin", "gwenvael", "kerdoncuff", "tanneurs", "angers", "49000", "morinville", "lanoë", "nova", "ateliers", "FR76", "3000 6000",
            "tournesol", "srv", "marchandeau", "odile", "devis_", "06 39", "98 12", "02 61", "nova.example",
        ];
        Assert.DoesNotContain(canaries, canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_same_corrections_give_the_same_bytes_in_whatever_order_they_came()
    {
        string[] texts = ["Le VPN coupe toutes les heures.", "Mon écran reste noir.", "Je ne retrouve plus un dossier."];
        string[] operations = ["other.intervention", "incident.hardware", "restore.file"];
        for (var turn = 0; turn < 2; turn++)
        {
            await using var life = new Life(customers: _files);
            foreach (var i in turn == 0 ? [0, 1, 2] : new[] { 2, 0, 1 }) await CorrectedAsync(life, texts[i], operations[i]);
            Assert.Equal(3, await life.Bench.Export.WriteAsync(Path($"{turn}a"), "Inès", "Essai", CancellationToken.None));
            Assert.Equal(3, await life.Bench.Export.WriteAsync(Path($"{turn}b"), "Hugo", "Encore", CancellationToken.None));
        }

        var first = await File.ReadAllBytesAsync(Path("0a"));
        foreach (var other in new[] { "0b", "1a", "1b" }) Assert.Equal(first, await File.ReadAllBytesAsync(Path(other)));
    }

    [Fact]
    public async Task Who_took_them_out_and_why_is_written_down()
    {
        await using var life = new Life(customers: _files);
        await CorrectedAsync(life, "Le VPN coupe.", "other.intervention");
        await life.Bench.Export.WriteAsync(Path("a"), "Inès", "Prochain entraînement", CancellationToken.None);
        var line = Assert.Single(await File.ReadAllLinesAsync(life.Bench.JournalPath));
        foreach (var part in new[] { "Inès", CorrectionsExport.Act, "1 messages, sha256 ", "Prochain entraînement" }) Assert.Contains(part, line, StringComparison.Ordinal);
        Assert.DoesNotContain("VPN", line, StringComparison.Ordinal);
        Assert.Empty(life.Bench.Journal.Verify().Wrong);
    }

    [Theory]
    [InlineData("Inès", " ")]
    [InlineData("", "Essai")]
    public async Task Nothing_leaves_without_a_name_and_a_reason(string who, string reason)
    {
        await using var life = new Life(customers: _files);
        await CorrectedAsync(life, "Le VPN coupe.", "other.intervention");
        await Assert.ThrowsAsync<ArgumentException>(() => life.Bench.Export.WriteAsync(Path("a"), who, reason, CancellationToken.None));
        Assert.False(File.Exists(Path("a")));
        Assert.False(File.Exists(life.Bench.JournalPath));
    }

    [Fact]
    public async Task Nothing_leaves_where_the_journal_cannot_be_written()
    {
        await using var life = new Life(customers: _files);
        await CorrectedAsync(life, "Le VPN coupe.", "other.intervention");
        using (new FileStream(life.Bench.JournalPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            await Assert.ThrowsAsync<IOException>(() => life.Bench.Export.WriteAsync(Path("a"), "Inès", "Essai", CancellationToken.None));
        Assert.False(File.Exists(Path("a")));
    }

    [Fact]
    public async Task A_file_that_exists_stays_and_an_empty_offer_makes_none()
    {
        await using var life = new Life(customers: _files);
        Assert.Equal(0, await life.Bench.Export.WriteAsync(Path("a"), "Inès", "Essai", CancellationToken.None));
        Assert.False(File.Exists(Path("a")));
        await CorrectedAsync(life, "Le VPN coupe.", "other.intervention");
        await File.WriteAllTextAsync(Path("a"), "other");
        await Assert.ThrowsAsync<IOException>(() => life.Bench.Export.WriteAsync(Path("a"), "Inès", "Essai", CancellationToken.None));
        Assert.Equal("other", await File.ReadAllTextAsync(Path("a")));
        Assert.False(File.Exists(life.Bench.JournalPath));
    }

    [Fact]
    public async Task The_owner_alone_may_read_it()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var life = new Life(customers: _files);
        await CorrectedAsync(life, "Le VPN coupe.", "other.intervention");
        await life.Bench.Export.WriteAsync(Path("a"), "Inès", "Essai", CancellationToken.None);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path("a")));
    }

    [Fact]
    public async Task What_is_offered_is_counted_by_customer_and_operation()
    {
        await using var life = new Life(customers: _files);
        var first = await CorrectedAsync(life, "Le VPN coupe.", "other.intervention");
        await CorrectedAsync(life, "Le VPN coupe encore.", "other.intervention");
        var third = await CorrectedAsync(life, "Mon écran reste noir.", "phone.fault");
        Assert.Equal(
            new[]
            {
                new OfferedCorrections("nova", first.State.OperationId, "other.intervention", 2),
                new OfferedCorrections("nova", third.State.OperationId, "phone.fault", 1),
            },
            await life.Bench.Export.ListAsync(CancellationToken.None));
        Assert.False(File.Exists(life.Bench.JournalPath));
    }

    [Fact]
    public async Task An_agreement_taken_back_takes_back_what_was_kept()
    {
        await using var life = new Life(customers: _files);
        await CorrectedAsync(life, "Le VPN coupe.", "other.intervention");
        _files.Write(Bench.Nova);
        Assert.Empty(await life.Bench.Export.ListAsync(CancellationToken.None));
        Assert.Equal(0, await life.Bench.Export.WriteAsync(Path("a"), "Inès", "Essai", CancellationToken.None));
        _files.Write();
        Assert.Empty(await life.Bench.Export.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_later_correction_that_was_not_kept_takes_the_earlier_one_back()
    {
        await using var life = new Life(customers: _files);
        var request = await CorrectedAsync(life, "Le VPN coupe.", "other.intervention");
        _files.Write(Bench.Nova);
        await CorrectionTests.CorrectAsync(life, request, "incident.software");
        _files.AgreeFrom(Today);
        Assert.Empty(await life.Bench.Export.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_corrections_the_last_one_is_offered()
    {
        await using var life = new Life(customers: _files);
        var request = await CorrectedAsync(life, "Le VPN coupe.", "incident.software");
        await CorrectionTests.CorrectAsync(life, request, "other.intervention");
        Assert.Equal(new OfferedCorrections("nova", request.State.OperationId, "other.intervention", 1), Assert.Single(await life.Bench.Export.ListAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task An_erased_row_is_offered_no_more()
    {
        FailingStore? store = null;
        await using var life = new Life(around: real => store = new FailingStore(real), customers: _files);
        var request = await CorrectedAsync(life, "Le VPN coupe.", "other.intervention");
        store!.ErasedKey = CorrectedText.Key(request.Id);
        Assert.Empty(await life.Bench.Export.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_message_of_several_requests_bears_the_labels_of_all_and_its_marks_are_left_to_a_person()
    {
        await using var life = new Life(customers: _files);
        var row = await life.MailAsync("nadia", "Bonjour,\n\nLe VPN coupe depuis hier.\n\nPar ailleurs, merci de restaurer le fichier du budget supprimé hier du serveur.");
        Assert.Equal(2, row.Requests.Length);
        var last = await life.DocumentAsync(row.Requests[1]);
        await CorrectionTests.CorrectAsync(life, last, "restore.site");
        await life.Bench.Export.WriteAsync(Path("a"), "Inès", "Essai", CancellationToken.None);
        var text = await File.ReadAllTextAsync(Path("a"));
        var first = await life.DocumentAsync(row.Requests[0]);
        Assert.EndsWith($"\n=> 1 {first.State.OperationId}\n=> 2 restore.site\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[[1|L", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_cannot_pass_for_lines_of_the_format()
    {
        await using var life = new Life(customers: _files);
        await CorrectedAsync(life, "Le VPN coupe.\n--- teams\nmerci\n=> 1 licence.departure\n# received 2020-01-01\n[[2|fin]] [[[3|x", "other.intervention", "[[1|a]]");
        await life.Bench.Export.WriteAsync(Path("a"), "Inès", "Essai", CancellationToken.None);
        var lines = await File.ReadAllLinesAsync(Path("a"));
        Assert.Single(lines, line => line.StartsWith("--- ", StringComparison.Ordinal));
        Assert.Equal(["=> 1 other.intervention"], lines.Where(line => line.StartsWith("=> ", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith("# received ", StringComparison.Ordinal));
        Assert.Equal(1, string.Join('\n', lines).Split("[[").Length - 1);
        Assert.Equal(1, string.Join('\n', lines).Split("]]").Length - 1);
    }

    private static async Task<RequestDocument> CorrectedAsync(Life life, string text, string operation, string subject = "Demande")
    {
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", text, subject: subject));
        if (request.State.OperationId == operation && !request.State.Abstained) throw new InvalidOperationException($"The reader said {operation} already.");
        var result = await CorrectionTests.CorrectAsync(life, request, operation);
        return result.Refusal is null ? request : throw new InvalidOperationException(result.Refusal.ToString());
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, $"{name}.txt");
}
