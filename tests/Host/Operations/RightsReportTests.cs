using SiOne.Bot.Engine.Rights;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>What operators read of an export or erasure has the right number.</summary>
public sealed class RightsReportTests
{
    private static readonly DataSubject Subject = new();

    [Theory]
    [InlineData(0, "0 mails of others that are", "0 files that others", "0 rows of the ledger and 0 journals of requests")]
    [InlineData(1, "1 mail of others that is", "1 file that others", "0 rows of the ledger and 0 journals of requests")]
    [InlineData(2, "2 mails of others that are", "2 files that others", "0 rows of the ledger and 0 journals of requests")]
    public void What_was_not_searched_is_counted(int count, string mails, string files, string stays)
    {
        var held = new Holdings { Subject = Subject, MailsWithFilesOfOthers = count, FilesOfOthers = count };
        var said = string.Join('\n', RightsReport.NotSearched(held).Concat(RightsReport.Stays(held)));
        foreach (var words in (string[])[mails, files, stays]) Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 text or message does not open, and nobody knows whom it names")]
    [InlineData(2, "2 texts or messages do not open, and nobody knows whom they name")]
    public void What_does_not_open_is_counted(int count, string said) =>
        Assert.StartsWith(said, RightsReport.Doubts(new Holdings { Subject = Subject, Unreadable = count }).First(), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "1 request whose time is over", "it never goes by itself")]
    [InlineData(2, "2 requests whose time is over", "they never go by themselves")]
    public void What_waits_for_a_word_is_counted(int count, string said, string end)
    {
        Assert.Contains(said, RightsReport.Over("acme", count), StringComparison.Ordinal);
        Assert.EndsWith(end, RightsReport.Over("acme", count), StringComparison.Ordinal);
        Assert.StartsWith(count == 1 ? "1 row was changed" : "2 rows were changed", RightsReport.Left(count), StringComparison.Ordinal);
    }
}
