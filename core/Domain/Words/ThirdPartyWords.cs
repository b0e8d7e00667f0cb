namespace SiOne.Bot.Domain.Words;

/// <summary>
/// What somebody of another company reads (a lawyer, an accountant, a software house): that the message is there, and that the administrator
/// of the company concerned confirms. No category, no finding, no date, no name.
/// </summary>
internal static class ThirdPartyWords
{
    private const string Code = "third-party";

    /// <summary>Whether an answer goes to somebody of another company.</summary>
    public static bool Concern(Answer answer) => answer.ReaderIsThirdParty || answer.Requests.Any(IsAskedByOne);

    /// <summary>Whether somebody of another company asks.</summary>
    public static bool IsAskedByOne(AnsweredRequest request) => request.Findings.Any(finding => finding.Code == Code);

    /// <summary>The answer to their message.</summary>
    public static WordedAnswer Say(Answer answer, WordedAnswer frame) => Say(
        frame, answer.Language, answer.Requests[0],
        answer.FollowUp
            ? new("Votre message est bien reçu", "We have received your message")
            : new("Votre demande est bien reçue", "We have received your request"),
        new("Votre message est bien reçu. L'administrateur de l'entreprise concernée confirme la demande avant que nous y donnions suite : "
            + "vous n'avez rien à faire.",
            "We have received your message. The administrator of the company concerned confirms the request before we act on it: "
            + "you have nothing to do."));

    /// <summary>A notice to them: that somebody comes back to them, and the words that a technician wrote to them.</summary>
    public static WordedAnswer Say(Notice notice, WordedAnswer frame, WordedSaid? said) => Say(
        frame, notice.Language, notice.Requests[0],
        new("Nous revenons vers vous au sujet de votre demande", "We are getting back to you about your request"),
        said is null
            ? new("Votre demande a une suite : l'administrateur de l'entreprise concernée peut vous en parler.",
                "There is news about your request: the administrator of the company concerned can tell you about it.")
            : new("Nous revenons vers vous au sujet de votre demande.", "We are getting back to you about your request.")) with
    { Said = said };

    private static WordedAnswer Say(WordedAnswer frame, Language language, AnsweredRequest request, Label subject, Label opening) => frame with
    {
        Greeting = AnswerWords.Greeting(null, language),
        Subject = Typography.Set(new Label($"[{request.Reference}] {subject.Fr}", $"[{request.Reference}] {subject.En}"), language),
        Opening = Typography.Set(opening, language),
    };
}
