
namespace SiOne.Bot.Domain.Words;

/// <summary>Puts a notice into words. Pure: the same notice always gives the same words.</summary>
public static class NoticeWords
{
    // RFC 5321, 4.5.3.1: a path has at most 256 characters.
    private const int MaxAddress = 256;

    /// <summary>The whole notice, laid out as an answer is.</summary>
    public static WordedAnswer Say(this Notice notice)
    {
        var frame = AnswerWords.Frame(notice.Language, notice.Greeting);
        var text = Text(notice);
        var said = SaidWords.Of(Quotable(notice) ? notice.Said : null, text.SaidLabel, notice.Language);
        if (notice.ReaderIsThirdParty) return ThirdPartyWords.Say(notice, frame, said);
        return frame with
        {
            Subject = Typography.Set(Subject(notice, text), notice.Language),
            Opening = Named(text.Opening, notice),
            Said = said,
            Requests = [.. notice.Requests.Select(request => Say(request, notice, text))],
            Closing = text.Shows.HasFlag(Shows.Everything) && notice.Requests.Any(RequestWords.Understood)
                ? Typography.Set(AnswerWords.Closing, notice.Language)
                : null,
        };
    }

    /// <summary>What an administrator wrote is for proven people of their company; what a technician writes to a reader is for that reader.</summary>
    private static bool Quotable(Notice notice) => notice.Kind is NoticeKind.Reply or NoticeKind.DetailsNeeded or NoticeKind.BreachNotice or NoticeKind.RightPassedOn
        || ReminderNotices.RepeatsQuestion(notice)
        || !(notice.ReaderIsThirdParty || notice.Requests.Any(request => request.DetailsWithheld));

    /// <summary>Each kind belongs to one family.</summary>
    private static NoticeText Text(Notice notice) => notice.Kind switch
    {
        NoticeKind.ApprovalNeeded => ApprovalNotices.Needed(notice),
        NoticeKind.Approved => ApprovalNotices.Granted(notice),
        NoticeKind.ApprovalRefused => ApprovalNotices.Refused(notice),
        NoticeKind.DetailsNeeded => WaitingNotices.DetailsNeeded(notice),
        NoticeKind.Reminder => ReminderNotices.Reminder(notice),
        NoticeKind.ClosedUnanswered => ReminderNotices.ClosedUnanswered(notice),
        NoticeKind.CallWrittenDown => WaitingNotices.CallWrittenDown(notice),
        NoticeKind.OnHold => WaitingNotices.OnHold,
        NoticeKind.HoldEnded => WaitingNotices.HoldEnded,
        NoticeKind.ClockResumed => ClockNotices.Resumed(notice),
        NoticeKind.DueMoved => ClockNotices.Moved(notice),
        NoticeKind.InProgress => WorkNotices.InProgress,
        NoticeKind.VisitPlanned => WorkNotices.VisitPlanned(notice),
        NoticeKind.ToBeQuoted => WorkNotices.ToBeQuoted,
        NoticeKind.Corrected => WorkNotices.Corrected,
        NoticeKind.Reply => WorkNotices.Reply,
        NoticeKind.ForYou => WorkNotices.ForYou(notice),
        NoticeKind.Done => EndNotices.Done(notice),
        NoticeKind.Declined => EndNotices.Declined,
        NoticeKind.Withdrawn => EndNotices.Withdrawn,
        NoticeKind.Reopened => EndNotices.Reopened,
        NoticeKind.BreachNotice => ProtectionNotices.Breach,
        NoticeKind.RightPassedOn => ProtectionNotices.PassedOn(notice),
        NoticeKind.RightSentOn => ProtectionNotices.SentOn,
        NoticeKind.Suspended => WaitingNotices.Suspended(notice),
    };

    /// <summary>An address that nobody has verified could be anybody's: it is not shown.</summary>
    private static IEnumerable<string> From(Notice notice)
    {
        if (!notice.SenderUnproven && Typography.Unlinked(notice.AskedByAddress, MaxAddress) is { } address)
            yield return Typography.Set(new Label("Adresse de l'expéditeur : ", "Sender's address: "), notice.Language) + address;
    }

    private static IEnumerable<string> Decider(AnsweredRequest request, Notice notice)
    {
        if (notice is not { Kind: NoticeKind.Approved or NoticeKind.ApprovalRefused, DecidedBy: { } name } || request.DetailsWithheld) yield break;
        var label = notice.Kind is NoticeKind.Approved ? new Label("Accord donné par : ", "Approved by: ") : new Label("Refusé par : ", "Declined by: ");
        yield return Typography.Set(label, notice.Language) + Typography.OneLine(name);
    }

    private static Label Subject(Notice notice, NoticeText text)
    {
        var first = notice.Requests[0];
        if (notice.Requests.Length == 1) return AnswerWords.Subject(first, text.Subject);
        return new($"[{first.Reference}] {text.Subject.Fr}", $"[{first.Reference}] {text.Subject.En}");
    }

    /// <summary>Set first, named afterwards: a name is spelt as its owner spells it.</summary>
    private static string Named(Label label, Notice notice)
    {
        var somebody = notice.Language is Language.English ? "A colleague of yours" : "Un collègue de votre entreprise";
        var name = notice.AskedBy is { } who && Typography.OneLine(who) is { Length: > 0 } line ? line : Typography.Set(somebody, notice.Language);
        return Typography.Set(label, notice.Language).Replace(NoticeText.Who, name, StringComparison.Ordinal);
    }

    private static WordedRequest Say(AnsweredRequest request, Notice notice, NoticeText text)
    {
        var language = notice.Language;
        var administrator = notice.ReaderIsAdministrator || notice.Kind is NoticeKind.ApprovalNeeded;
        var reader = new ReaderOf(language, administrator);
        if (text.Shows.HasFlag(Shows.Everything)) return Extra(RequestWords.Of(request, reader), request, notice, text);
        var block = RequestWords.Of(request, reader, Outcome.Of(request));
        return Extra(block with
        {
            Promise = text.Moment ?? (text.Shows.HasFlag(Shows.PromiseUnchanged) ? PromiseWords.Of(request, PromiseIs.Unchanged, language)
                : text.Shows.HasFlag(Shows.PromiseMoved) ? PromiseWords.Of(request, PromiseIs.Moved, language)
                : text.Shows.HasFlag(Shows.Promise) ? PromiseWords.Of(request, PromiseIs.Told, language) : null),
            Questions = text.Shows.HasFlag(Shows.Questions) ? QuestionWords.Of(request, language) : [],
            Notes = text.Shows.HasFlag(Shows.Notes) ? ReasonWords.Informing(request, reader) : [],
        }, request, notice, text);
    }

    private static WordedRequest Extra(WordedRequest block, AnsweredRequest request, Notice notice, NoticeText text) => block with
    {
        Tone = text.Stands?.Tone ?? block.Tone,
        Status = text.Stands is { } stands ? Typography.Set(stands.Status, notice.Language) : block.Status,
        TitleLabel = text.TitleLabel is { } label && block.TitleLabel is not null ? Typography.Set(label, notice.Language) : block.TitleLabel,
        Work = text.Shows.HasFlag(Shows.Work) ? WorkReportWords.Of(request, notice.Language) : null,
        Facts = [.. block.Facts, .. text.Facts.Select(fact => Typography.Set(fact, notice.Language)), .. From(notice), .. Decider(request, notice)],
        Steps = text.Steps.IsEmpty ? block.Steps : [.. text.Steps.Select(step => Typography.Set(step, notice.Language))],
    };
}
