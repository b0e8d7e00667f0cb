using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>A request as it stands now, for whoever asked: what a card that is updated in place and a list of requests are made from.</summary>
public sealed record Standing
{
    /// <summary>The request, its verdict and findings those of the last decision.</summary>
    public required AnsweredRequest Request { get; init; }

    /// <summary>Where it stands in its life; may have moved on since the decision.</summary>
    public required RequestState State { get; init; }

    /// <summary>The language of the reader.</summary>
    public Language Language { get; init; }

    /// <summary>The listed reader's name for the greeting; null for anybody else.</summary>
    public string? Greeting { get; init; }

    /// <summary>The words that belong to the state: the technician's open question, the reason of a refusal, a word with the end. Null where there are none.</summary>
    public string? Said { get; init; }

    /// <summary>Who asked, as the customer file spells the name, for a reader who did not ask; null where the reader asked.</summary>
    public string? AskedBy { get; init; }

    /// <summary>The planned visit, UTC; null where none is planned, or it is past.</summary>
    public DateTimeOffset? VisitAt { get; init; }

    /// <summary>For how many days after the end a word opens the request again; at least 1.</summary>
    public int ReopenDays { get; init; } = 15;

    /// <summary>It was closed because no answer came.</summary>
    public bool Unanswered { get; init; }

    /// <summary>The reader is an administrator or direction of the customer.</summary>
    public bool ReaderIsAdministrator { get; init; }

    /// <summary>The reader belongs to another company.</summary>
    public bool ReaderIsThirdParty { get; init; }

    /// <summary>It waits for a yes that is the reader's to give.</summary>
    public bool ReaderDecides { get; init; }

    /// <summary>The address of who asked where nobody of that address is listed; see <see cref="Notice.AskedByAddress"/>.</summary>
    public string? AskedByAddress { get; init; }

    /// <summary>The identity of whoever asked is not verified.</summary>
    public bool SenderUnproven { get; init; }
}

/// <summary>Puts a request as it stands into the words that its answer or its last notice used, so that a card never disagrees with a mail.</summary>
public static class StandingWords
{
    private static Label Theirs { get; } = new("Où en est la demande", "Where the request stands");

    private static Label OfWhom { get; } = new("Cette demande a été faite par ", "This request was made by ");

    private static Label Closed { get; } = new("Cette demande est close.", "This request is closed.");

    /// <summary>The whole card: one request.</summary>
    public static WordedAnswer Say(this Standing standing)
    {
        var words = Kind(standing) is { } kind ? Noticed(standing, kind).Say() : Answered(standing).Say();
        if (standing is { AskedBy: { } name, ReaderDecides: false } && !words.Requests.IsEmpty)
            return words with
            {
                Subject = Typography.Set(AnswerWords.Subject(standing.Request, Theirs), standing.Language),
                Opening = Typography.Set(OfWhom, standing.Language) + Typography.OneLine(name) + ".",
            };
        return standing is { State: RequestState.Closed, Unanswered: false } && !words.Requests.IsEmpty
            ? words with { Opening = Typography.Set(Closed, standing.Language) }
            : words;
    }

    /// <summary>A card about several requests of one message, as each stands now.</summary>
    /// <param name="standings">At least one, all for one reader.</param>
    public static WordedAnswer Say(IReadOnlyList<Standing> standings)
    {
        var first = standings[0].Say();
        if (standings.Count == 1) return first;
        var count = standings.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return first with
        {
            Opening = Typography.Set(new Label($"Voici où en sont vos {count} demandes.", $"Here is where your {count} requests stand."), first.Language),
            Said = null,
            Requests = [.. standings.Select(Line).OfType<WordedRequest>()],
        };
    }

    /// <summary>The request alone, for a line of a list; null for a reader who may learn nothing of it.</summary>
    public static WordedRequest? Line(this Standing standing) => Say(standing).Requests is [var only, ..] ? only : null;

    /// <summary>The notice that told of the state; null where the answer to the first message tells it.</summary>
    private static NoticeKind? Kind(Standing standing) => standing.State switch
    {
        RequestState.WaitingForApproval when standing.ReaderDecides => NoticeKind.ApprovalNeeded,
        RequestState.Draft or RequestState.WaitingForApproval or RequestState.WaitingForTechnician => null,
        // A technician may ask about what the contract found complete.
        RequestState.WaitingForDetails => standing.Request.Verdict is Verdict.AwaitDetails && standing.Said is null ? null : NoticeKind.DetailsNeeded,
        RequestState.ToBeQuoted => standing.Request.Verdict is Verdict.Quote ? null : NoticeKind.ToBeQuoted,
        RequestState.Accepted => standing.VisitAt is null ? null : NoticeKind.VisitPlanned,
        RequestState.OnHold => standing.Request.Verdict is Verdict.Suspended ? NoticeKind.Suspended : NoticeKind.OnHold,
        RequestState.InProgress => standing.VisitAt is null ? NoticeKind.InProgress : NoticeKind.VisitPlanned,
        RequestState.Done => NoticeKind.Done,
        RequestState.Declined => standing.Request.Verdict switch
        {
            Verdict.Terminated => null,
            Verdict.AwaitApproval => NoticeKind.ApprovalRefused,
            _ => NoticeKind.Declined,
        },
        RequestState.Withdrawn => NoticeKind.Withdrawn,
        RequestState.Closed => NoticeKind.ClosedUnanswered,
    };

    private static Answer Answered(Standing standing) => new()
    {
        Language = standing.Language,
        Greeting = standing.Greeting,
        Requests = [standing.Request],
        ReaderIsAdministrator = standing.ReaderIsAdministrator,
        ReaderIsThirdParty = standing.ReaderIsThirdParty,
    };

    private static Notice Noticed(Standing standing, NoticeKind kind) => new()
    {
        Kind = kind,
        Language = standing.Language,
        Greeting = standing.Greeting,
        Requests = [standing.ReaderIsThirdParty ? standing.Request with { Work = null } : standing.Request],
        // What becomes of a refused request is said otherwise to those who could have approved it.
        AskedBy = standing.ReaderDecides || kind is NoticeKind.ApprovalRefused ? standing.AskedBy : null,
        AskedByAddress = standing.ReaderDecides ? standing.AskedByAddress : null,
        SenderUnproven = standing is { ReaderDecides: true, SenderUnproven: true },
        Said = standing.Said,
        At = kind is NoticeKind.VisitPlanned ? standing.VisitAt : null,
        ReopenDays = standing.ReopenDays,
        ReaderIsAdministrator = standing.ReaderIsAdministrator,
        ReaderIsThirdParty = standing.ReaderIsThirdParty,
    };
}
