using System.Collections.Immutable;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Mail.Answers;

/// <summary>What the two answer templates see: the words, and the little that only a mail needs. HTML and text are made from this one model.</summary>
internal sealed record AnswerView(WordedAnswer Words, string Lang, string Support, ImmutableArray<RequestView> Requests)
{
    public static AnswerView Of(WordedAnswer words, string support) =>
        new(words, MailLanguage.Tag(words.Language), support, [.. words.Requests.Select(RequestView.Of)]);
}

/// <summary>One request as the templates see it.</summary>
internal sealed record RequestView(WordedRequest Words, bool HasQuestions, bool HasReasons, bool HasNotes, string ToneClass, string ToneStyle)
{
    public static RequestView Of(WordedRequest words)
    {
        var (name, style) = ToneStyles.Of(words.Tone);
        return new RequestView(words, !words.Questions.IsEmpty, !words.Reasons.IsEmpty, !words.Notes.IsEmpty, name, style);
    }
}

/// <summary>The colours of a tone.</summary>
internal static class ToneStyles
{
    /// <summary>The class that dark mode knows it by, and its style in light.</summary>
    public static (string Name, string Style) Of(Tone tone) => tone switch
    {
        Tone.Done => ("done", "background-color:#dff3e7;color:#14603a;"),
        Tone.Waiting => ("waiting", "background-color:#fdefcf;color:#7a4d00;"),
        Tone.Aside => ("aside", "background-color:#e7ebf0;color:#3c4957;"),
    };
}

/// <summary>What the two alert templates see.</summary>
internal sealed record AlertView(WordedAlert Words);

/// <summary>What the two templates of SI-ONE's own digest see.</summary>
internal sealed record OwnDigestView(WordedOwnDigest Words);

/// <summary>Languages as mails name them (RFC 5646).</summary>
internal static class MailLanguage
{
    public static string Tag(Language language) => language is Language.English ? "en" : "fr";
}
