using System.Collections.Immutable;

namespace SiOne.Bot.MailWatcher.Tests;

public sealed class BacklogOrderTests
{
    [Fact]
    public void What_came_last_is_taken_first_in_groups_that_ascend()
    {
        var groups = BacklogOrder.Of([.. Enumerable.Range(1, 10).Select(n => Mail((uint)n))], atOnce: 4).ToList();
        Assert.Equal([[7, 8, 9, 10], [3, 4, 5, 6], [1, 2]], groups.Select(uids => uids.Select(uid => (int)uid).ToArray()));
    }

    [Fact]
    public void What_answers_another_mail_comes_with_it()
    {
        var groups = BacklogOrder.Of([Mail(1), Mail(2), Mail(3), Mail(4, answers: 1), Mail(5), Mail(6, answers: 4)], atOnce: 1).ToList();
        Assert.Equal([[1, 4, 6], [5], [3], [2]], groups.Select(uids => uids.Select(uid => (int)uid).ToArray()));
    }

    [Fact]
    public void Two_of_one_Message_ID_stay_together_and_circles_end()
    {
        var groups = BacklogOrder.Of([new MailThread(1, "a", ["b"]), new MailThread(2, "a", []), new MailThread(3, "b", ["a", "b"]), new MailThread(4, null, ["?"])], atOnce: 1).ToList();
        Assert.Equal([[4], [1, 2, 3]], groups.Select(uids => uids.Select(uid => (int)uid).ToArray()));
    }

    [Fact]
    public void Each_is_in_one_group_however_they_hang_together()
    {
        var random = new Random(7);
        var mails = Enumerable.Range(1, 3_000).Select(n => new MailThread((uint)n, $"m{n % 2_500}", [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"m{random.Next(3_000)}")])).ToImmutableArray();
        var taken = BacklogOrder.Of(mails, atOnce: 50).SelectMany(uids => uids).ToList();
        Assert.Equal(mails.Select(mail => mail.Uid), taken.Order());
    }

    private static MailThread Mail(uint uid, uint? answers = null) => new(uid, $"m{uid}", answers is { } of ? [$"m{of}"] : []);
}
