namespace SiOne.Bot.Domain.Words;

/// <summary>Puts a notice into words. Pure: the same notice always gives the same words.</summary>
public static class NoticeWords
{
    /// <summary>The whole notice, laid out as an answer is.</summary>
    public static WordedAnswer Say(this Notice notice) =>
        new Answer { Language = notice.Language, Greeting = notice.Greeting, Requests = notice.Requests }.Say();
}
