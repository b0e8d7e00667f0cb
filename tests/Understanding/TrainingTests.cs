using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Learning;
using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Understanding.Tests;

public sealed class TrainingTests
{
    private static readonly TrainingData Data = TrainingData.Load(Path.Combine(AppContext.BaseDirectory, "Data"));

    [Fact]
    public void A_file_is_read_with_labels_and_marks()
    {
        var message = Assert.Single(MessageFile.Read("x", """
            # received 2026-06-17

            --- mail: Nouvelle recrue
            Bonjour,
            [[1|Julie Perrot nous rejoint lundi 29 juin, il lui faut son compte.]] [[2|Et un portable.]]
            Merci
            => 1 licence.arrival | person=Julie Perrot | date=2026-06-29
            => 2 phone.prepare | urgent
            => secret Merci
            """.ReplaceLineEndings("\n").Split('\n')));
        Assert.Equal("Nouvelle recrue", message.Message.Subject);
        Assert.Equal("Bonjour,\nJulie Perrot nous rejoint lundi 29 juin, il lui faut son compte. Et un portable.\nMerci", message.Message.Text);
        Assert.Equal(new DateTimeOffset(2026, 6, 17, 9, 0, 0, TimeSpan.FromHours(2)), message.Message.ReceivedAt);
        Assert.Equal("licence.arrival phone.prepare", string.Join(' ', message.Operations));
        Assert.Equal(("Julie Perrot", new DateOnly(2026, 6, 29), false), (message.Requests[0].Person, message.Requests[0].Date!.Value, message.Requests[0].Urgent));
        Assert.True(message.Requests[1].Urgent);
        var mark = Assert.Single(message.Requests[1].Marks);
        Assert.Equal("Et un portable.", message.Message.Text.Substring(mark.Start, mark.Length));
    }

    [Theory]
    [InlineData("[[1|ouvert", "1 phone.help")]
    [InlineData("[[1|dans [[2|l'autre]]]]", "1 phone.help")]
    [InlineData("[[un|mot]]", "1 phone.help")]
    [InlineData("texte", "1 phone.juggle")]
    [InlineData("texte", "1 phone.help | date=demain")]
    public void What_cannot_be_read_is_told_with_its_place(string body, string label)
    {
        var wrong = Assert.Throws<FormatException>(() => MessageFile.Read("x", ["# received 2026-06-17", "--- teams", body, "=> " + label]).ToList());
        Assert.Contains("line 2", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_has_examples_by_several_authors() =>
        Assert.Empty(AllOperations.List.Where(operation => Data.Own.Where(message => message.Operations.Contains(operation)).Select(message => message.Author).Distinct(StringComparer.Ordinal).Count() < 3));

    [Fact]
    public void No_message_of_ours_is_one_of_the_development_set()
    {
        var texts = Data.Development.Select(message => message.Message.Text.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Empty(Data.Own.Where(message => message.Message.Text.Length > 40 && texts.Contains(message.Message.Text.Trim())));
    }

    [Fact]
    public void The_same_messages_give_the_same_readers()
    {
        var few = Data.Own.Where((_, i) => i % 20 == 0).Select(PreparedMessage.Of).ToList();
        Assert.Equal(Bytes(few), Bytes(few));
    }

    [Fact]
    public void Readers_learn_what_they_are_shown()
    {
        var few = Data.Own.Where((_, i) => i % 5 == 0).Select(PreparedMessage.Of).ToList();
        var (messages, _) = ModelTrainer.TrainReaders(few, CancellationToken.None);
        var right = few.Count(message =>
        {
            var logits = messages.Logits(message.Bag);
            return message.Labelled.Operations.Contains(AllOperations.List[Array.IndexOf(logits, logits.Max())]);
        });
        Assert.True(right > few.Count * 9 / 10, $"{right} of {few.Count}");
    }

    private static byte[] Bytes(List<PreparedMessage> few)
    {
        var (messages, sentences) = ModelTrainer.TrainReaders(few, CancellationToken.None);
        using var file = new MemoryStream();
        ModelFile.Write(file, new OperationModel(messages, sentences, new RequestScorer([0], [0], 0), new SetScorer([0])), OperationModel.Card);
        return file.ToArray();
    }
}
