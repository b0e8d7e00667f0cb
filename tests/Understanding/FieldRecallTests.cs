using System.Globalization;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;
using Xunit.Abstractions;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>How much of what messages say of manager, words of an answer, change and language is read, and how much of what is read is so. The operation is given.</summary>
public sealed class FieldRecallTests(ITestOutputHelper output)
{
    /// <summary>The messages on which the readers were set, the second half after a first look.</summary>
    [Theory]
    [InlineData(FieldNames.Manager)]
    [InlineData(FieldNames.Message)]
    [InlineData(FieldNames.Change)]
    [InlineData(FieldNames.Language)]
    public void What_the_readers_were_set_on_stays_read(string field) => Measure(field, least: 0.93, field + ".txt", field + "-later.txt");

    /// <summary>Those of which the readers knew nothing.</summary>
    [Theory]
    [InlineData(FieldNames.Manager)]
    [InlineData(FieldNames.Message)]
    [InlineData(FieldNames.Change)]
    [InlineData(FieldNames.Language)]
    public void Messages_written_afterwards_are_read(string field) => Measure(field, least: 0.85, field + "-unseen.txt");

    private void Measure(string field, double least, params string[] files)
    {
        var (told, read, right) = (0, 0, 0);
        foreach (var message in files.SelectMany(file => FieldMessage.Read(Path.Combine(AppContext.BaseDirectory, "Data", "fields", file))))
        {
            var request = new UnderstoodRequest { Operation = message.Operation, Confidence = 1 };
            var value = new MessageDetails(message.Message).Fill(request, place: null)[0].Fields.GetValueOrDefault(field);
            told += message.Expected is null ? 0 : 1;
            read += value is null ? 0 : 1;
            if (value == message.Expected) right += value is null ? 0 : 1;
            else output.WriteLine($"line {message.Line}: {value ?? "nothing"} for {message.Expected ?? "nothing"}");
        }
        var (precision, recall) = (right / (double)read, right / (double)told);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{field}: precision {precision:0.00} of {read}, recall {recall:0.00} of {told}"));
        Assert.True(precision >= least, "precision");
        Assert.True(recall >= least, "recall");
    }
}
