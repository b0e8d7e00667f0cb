using System.Diagnostics;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Learning;
using SiOne.Bot.Understanding.Model;
using Xunit.Abstractions;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>The committed model is the one of the committed data, and does what its card says.</summary>
public sealed class ShippedModelTests(ITestOutputHelper output)
{
    private const int MostBytes = 20_000_000;
    private static readonly string DataFolder = Path.Combine(AppContext.BaseDirectory, "Data");
    private static readonly string ModelPath = Path.Combine(AppContext.BaseDirectory, "Model", "operations.model");

    [Fact]
    public void It_was_trained_on_the_committed_data()
    {
        var data = TrainingData.Load(DataFolder);
        Assert.Equal(data.Hash, OperationModel.Card.Data);
        Assert.Equal(data.Development.Length, OperationModel.Card.DevelopmentMessages);
        Assert.Equal(data.Own.Length, OperationModel.Card.OwnMessages);
    }

    [Fact]
    public void It_reads_the_development_set_as_its_card_says()
    {
        var reader = new LearnedUnderstanding();
        var answers = TrainingData.Load(DataFolder).Development.Select(labelled => new Answer(labelled, reader.Understand(labelled.Message))).ToList();
        Assert.Equal(OperationModel.Card.OnTrainedMessages, Answer.Measure(answers));
    }

    [Fact]
    public void Its_figures_of_cross_validation_have_not_fallen()
    {
        var measured = OperationModel.Card.Measured;
        Assert.True(measured.CategoryMacroF1 >= 0.95, $"macro F1 {measured.CategoryMacroF1}");
        Assert.True(measured.OperationMicroF1 >= 0.90, $"operation micro F1 {measured.OperationMicroF1}");
        Assert.True(measured.SeveralCategories >= 0.75, $"several {measured.SeveralCategories}");
        Assert.True(measured.Abstained <= 0.15, $"abstained {measured.Abstained}");
        Assert.True(measured.WrongGiven <= 0.02, $"wrong {measured.WrongGiven}");
    }

    /// <summary>400 messages by an author of their own, of whom nothing was ever trained on or looked into.</summary>
    [Fact]
    public void It_reads_messages_of_an_unseen_author()
    {
        var reader = new LearnedUnderstanding();
        var heldOut = MessageFile.Read("held-out", File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "HeldOut", "held-out.txt")));
        var measured = Answer.Measure([.. heldOut.Select(labelled => new Answer(labelled, reader.Understand(labelled.Message)))]);
        output.WriteLine(measured.ToString());
        Assert.True(measured is { CategoryMacroF1: >= 0.95, OperationMicroF1: >= 0.90, WrongGiven: <= 0.02, Abstained: <= 0.15 }, measured.ToString());
        Assert.True(measured is { Person: >= 0.90, Date: >= 0.90, Urgent: >= 0.95 }, measured.ToString());
    }

    [Fact]
    public void It_is_small_and_loads_at_once()
    {
        Assert.InRange(new FileInfo(ModelPath).Length, 1, MostBytes);
        var started = Stopwatch.GetTimestamp();
        using var file = File.OpenRead(ModelPath);
        ModelFile.Read(file);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5)); // An order of magnitude: the machine may be busy.
    }

    [Fact]
    public void Written_again_it_is_the_same_file()
    {
        using var again = new MemoryStream();
        ModelFile.Write(again, OperationModel.Default, OperationModel.Card);
        Assert.Equal(File.ReadAllBytes(ModelPath), again.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("SiOne.Bot operations model 0\n{}\n")]
    public void Another_file_is_refused(string text)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Throws<InvalidDataException>(() => ModelFile.Read(file));
    }

    [Fact]
    public async Task Many_threads_read_alike()
    {
        var reader = new LearnedUnderstanding();
        var message = new MessageToUnderstand(Channel.Mail, "", "Paul Jourdheuil part le 31 mars, merci de fermer son compte.", LabelledRequests.ReceivedAt);
        var read = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => reader.Understand(message)[0])));
        Assert.Single(read.Distinct());
    }
}
